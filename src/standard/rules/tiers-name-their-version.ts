import { columnsOf } from '../row.ts';
import { exampleRow } from './example-rows.ts';
import { codesById } from './reading/code-hierarchy.ts';
import { NOTHING_TO_CHECK, overTables } from './reading/passes.ts';
import { codeAt } from './reading/values.ts';
import type { Rule } from './rule.ts';

const COLUMNS = columnsOf('pathway');
/** Whom the example row leaves open at the end of the period. */
const STOCK = { stage: 'open_at_end', wait_band: 'not_applicable' } as const;
const TIERS = codesById('support_tier');

export const tiersNameTheirVersion: Rule = {
  id: 'tiers-name-their-version',
  tier: 'advice',
  since: '1.0',
  tables: ['pathway'],
  message: {
    en: 'Tiers of support are used, but the return does not say which version of the local tier list they come from.',
    cy: "Defnyddir haenau cymorth, ond nid yw'r ffurflen yn dweud o ba fersiwn o'r rhestr haenau leol y maent yn dod.",
  },
  why: {
    en: 'What a tier means is decided locally and changes. Without the version nobody can tell whether two quarters mean the same.',
    cy: "Penderfynir yn lleol beth yw ystyr haen, ac mae hynny'n newid. Heb y fersiwn ni all neb ddweud a yw dau chwarter yn golygu'r un peth.",
  },
  remedy: {
    en: 'Name the version of the list in support_tier_version, or send not_collected where tiers are not used.',
    cy: 'Enwch fersiwn y rhestr yn support_tier_version, neu anfonwch not_collected lle na ddefnyddir haenau.',
  },
  source: 'core dataset, the return',
  examples: {
    passes: [
      {
        header: { support_tier_version: '2026' },
        tables: { pathway: [exampleRow('pathway'), exampleRow('pathway', STOCK)] },
      },
      {
        tables: {
          pathway: [
            exampleRow('pathway', { support_tier: 'not_collected' }),
            exampleRow('pathway', { ...STOCK, support_tier: 'not_collected' }),
          ],
        },
      },
    ],
    fails: [{ tables: { pathway: [exampleRow('pathway', { support_tier: 'targeted' })] } }],
  },
  start(header, report) {
    if (header.support_tier_version !== undefined) return NOTHING_TO_CHECK;
    let usesTiers = false;
    return overTables(
      {
        pathway(values) {
          usesTiers ||= TIERS.has(codeAt(values, COLUMNS.support_tier));
        },
      },
      () => {
        if (usesTiers) report({ path: ['support_tier_version'], value: null });
      },
    );
  },
};

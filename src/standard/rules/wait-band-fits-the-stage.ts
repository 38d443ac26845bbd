import { columnsOf } from '../row.ts';
import { exampleRow } from './example-rows.ts';
import { codesById } from './reading/code-hierarchy.ts';
import { overRowsOf } from './reading/passes.ts';
import { codeAt } from './reading/values.ts';
import type { Rule } from './rule.ts';

const COLUMNS = columnsOf('pathway');

/** Stages that nobody waits for: the referral itself, and what is open on a day. */
const WITHOUT_WAIT: ReadonlySet<string> = new Set([
  'referral_received',
  ...[...codesById('stage').values()].filter((code) => code.extra?.kind === 'stock').map((code) => code.code),
]);

export const waitBandFitsTheStage: Rule = {
  id: 'wait-band-fits-the-stage',
  tier: 'error',
  since: '1.0',
  tables: ['pathway'],
  message: {
    en: 'A wait is given for a stage that has none, or none for a stage that was waited for.',
    cy: 'Rhoddir cyfnod aros ar gyfer cam nad oes iddo un, neu ni roddir un ar gyfer cam y bu aros amdano.',
  },
  why: {
    en: 'A wait runs from the referral to a later stage. The referral itself, and what is open on a day, have no wait.',
    cy: "Mae cyfnod aros yn rhedeg o'r atgyfeiriad i gam diweddarach. Nid oes cyfnod aros i'r atgyfeiriad ei hun, nac i'r hyn sydd ar agor ar ddiwrnod.",
  },
  remedy: {
    en: 'Send not_applicable as wait_band for referral_received, open_at_start and open_at_end, and nowhere else; where the dates are missing, send not_known or not_collected.',
    cy: "Anfonwch not_applicable fel wait_band ar gyfer referral_received, open_at_start ac open_at_end, ac yn unman arall; lle mae'r dyddiadau ar goll, anfonwch not_known neu not_collected.",
  },
  source: 'core dataset, pathway; counting rules, section 7',
  examples: {
    passes: [
      { tables: { pathway: [exampleRow('pathway', { stage: 'first_contact', wait_band: '8_14' })] } },
      {
        tables: {
          pathway: [
            exampleRow('pathway', { stage: 'open_at_start', wait_band: 'not_applicable' }),
            exampleRow('pathway', { stage: 'closed', wait_band: 'not_collected' }),
          ],
        },
      },
      {
        tables: {
          pathway: [
            exampleRow('pathway'),
            exampleRow('pathway', { stage: 'open_at_end', wait_band: 'not_applicable' }),
          ],
        },
      },
    ],
    fails: [
      { tables: { pathway: [exampleRow('pathway', { stage: 'referral_received', wait_band: '0_7' })] } },
      { tables: { pathway: [exampleRow('pathway', { stage: 'open_at_start', wait_band: 'not_known' })] } },
      {
        tables: { pathway: [exampleRow('pathway', { stage: 'first_contact', wait_band: 'not_applicable' })] },
      },
    ],
  },
  start(_header, report) {
    return overRowsOf('pathway', (values, row) => {
      const value = codeAt(values, COLUMNS.wait_band);
      const hasWait = !WITHOUT_WAIT.has(codeAt(values, COLUMNS.stage));
      if (hasWait !== (value === 'not_applicable')) return;
      const suggestion = hasWait ? 'not_known' : 'not_applicable';
      report({ table: 'pathway', row, path: ['wait_band'], value, suggestion });
    });
  },
};

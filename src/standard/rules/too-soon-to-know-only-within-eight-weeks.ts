import { columnsOf } from '../row.ts';
import { exampleRow } from './example-rows.ts';
import { NOTHING_TO_CHECK, overRowsOf } from './reading/passes.ts';
import { codeAt } from './reading/values.ts';
import type { Rule } from './rule.ts';

const COLUMNS = columnsOf('connections');

const EIGHT_WEEKS_MS = 56 * 24 * 60 * 60 * 1000;

const TOO_SOON = exampleRow('connections', { uptake: 'too_soon_to_know', barrier: 'not_applicable' });
const extracted = (extracted_at: string) => ({
  source_system: { name: 'Example system', version: '3.1', extracted_at },
});

export const tooSoonToKnowOnlyWithinEightWeeks: Rule = {
  id: 'too-soon-to-know-only-within-eight-weeks',
  tier: 'verify',
  since: '1.0',
  tables: ['connections'],
  message: {
    en: 'It is called too soon to know whether a connection was taken up, though the figures were extracted eight weeks or more after the period.',
    cy: "Dywedir ei bod yn rhy gynnar i wybod a fanteisiwyd ar gysylltiad, er i'r ffigurau gael eu hechdynnu wyth wythnos neu ragor ar ôl y cyfnod.",
  },
  why: {
    en: 'Eight weeks are allowed to find out. After that the answer is known, or it is not known and counted as such.',
    cy: "Caniateir wyth wythnos i gael gwybod. Wedi hynny mae'r ateb yn hysbys, neu nid yw'n hysbys ac fe'i cyfrifir felly.",
  },
  remedy: {
    en: 'Ask the person or the provider and send the answer, or send not_known. Check source_system.extracted_at too.',
    cy: "Holwch yr unigolyn neu'r darparwr ac anfonwch yr ateb, neu anfonwch not_known. Gwiriwch source_system.extracted_at hefyd.",
  },
  source: 'counting rules, section 8',
  examples: {
    passes: [
      { header: extracted('2026-11-24T09:00:00Z'), tables: { connections: [TOO_SOON] } },
      {
        header: extracted('2026-12-24T09:00:00Z'),
        tables: { connections: [{ ...TOO_SOON, uptake: 'not_known' }] },
      },
    ],
    fails: [{ header: extracted('2026-11-25T09:00:00Z'), tables: { connections: [TOO_SOON] } }],
  },
  start(header, report) {
    const lastDay = Date.parse(header.period_end);
    const day = Date.parse(header.source_system.extracted_at.slice(0, 10));
    // A date that cannot be read gives NaN, which is not late.
    if (!(day - lastDay >= EIGHT_WEEKS_MS)) return NOTHING_TO_CHECK;
    return overRowsOf('connections', (values, row) => {
      const value = codeAt(values, COLUMNS.uptake);
      if (value === 'too_soon_to_know') report({ table: 'connections', row, path: ['uptake'], value });
    });
  },
};

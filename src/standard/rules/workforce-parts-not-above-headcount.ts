import { columnsOf } from '../row.ts';
import { exampleRow } from './example-rows.ts';
import { overRowsOf } from './reading/passes.ts';
import { numberAt } from './reading/values.ts';
import type { Rule } from './rule.ts';

const COLUMNS = columnsOf('workforce');

/** Each count, and the count that it is a part of. */
const PARTS = [
  ['supervised', 'headcount'],
  ['trained_in_period', 'headcount'],
  ['trained_across_professions', 'trained_in_period'],
] as const;

const team = (differences: Parameters<typeof exampleRow<'workforce'>>[1]) => ({
  tables: { workforce: [exampleRow('workforce', { headcount: 9, ...differences })] },
});

export const workforcePartsNotAboveHeadcount: Rule = {
  id: 'workforce-parts-not-above-headcount',
  tier: 'error',
  since: '1.0',
  tables: ['workforce'],
  message: {
    en: 'More practitioners are supervised or trained than there are, or trained across professions than trained.',
    cy: "Mae mwy o ymarferwyr yn cael goruchwyliaeth neu hyfforddiant nag sydd, neu'n cael hyfforddiant ar draws proffesiynau nag sy'n cael hyfforddiant.",
  },
  why: {
    en: 'Each of these counts is a part of the one before: a person is counted once in the headcount, and then again in what applies.',
    cy: "Mae pob un o'r cyfrifon hyn yn rhan o'r un o'i flaen: cyfrifir person unwaith yn y nifer, ac yna eto yn yr hyn sy'n berthnasol.",
  },
  remedy: {
    en: 'Count people, not courses or sessions, and only those in post on the last day of the period.',
    cy: 'Cyfrifwch bobl, nid cyrsiau na sesiynau, a dim ond y rhai sydd yn eu swydd ar ddiwrnod olaf y cyfnod.',
  },
  source: 'counting rules, section 12',
  examples: {
    passes: [
      team({ supervised: 9, trained_in_period: 5, trained_across_professions: 5 }),
      team({ supervised: null, trained_in_period: null, trained_across_professions: 2 }),
    ],
    fails: [team({ supervised: 10 }), team({ trained_in_period: 5, trained_across_professions: 6 })],
  },
  start(_header, report) {
    return overRowsOf('workforce', (values, row) => {
      for (const [part, whole] of PARTS) {
        const value = numberAt(values, COLUMNS[part]);
        const most = numberAt(values, COLUMNS[whole]);
        if (value === null || most === null || value <= most) continue;
        report({ table: 'workforce', row, path: [part], value });
      }
    });
  },
};

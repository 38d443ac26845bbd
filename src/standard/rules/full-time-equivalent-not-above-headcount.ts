import { columnsOf } from '../row.ts';
import { exampleRow } from './example-rows.ts';
import { overRowsOf } from './reading/passes.ts';
import { numberAt } from './reading/values.ts';
import type { Rule } from './rule.ts';

const COLUMNS = columnsOf('workforce');

const team = (headcount: number, fte: number | null) => ({
  tables: {
    workforce: [
      exampleRow('workforce', {
        headcount,
        fte,
        supervised: null,
        trained_in_period: null,
        trained_across_professions: null,
      }),
    ],
  },
});

export const fullTimeEquivalentNotAboveHeadcount: Rule = {
  id: 'full-time-equivalent-not-above-headcount',
  tier: 'verify',
  since: '1.0',
  tables: ['workforce'],
  message: {
    en: 'The full-time equivalent is more than the number of people.',
    cy: "Mae'r cyfwerth ag amser llawn yn fwy na nifer y bobl.",
  },
  why: {
    en: 'One person working full time is one. A larger number usually holds hours, or posts that nobody fills.',
    cy: "Mae un person sy'n gweithio'n llawn amser yn un. Fel arfer mae rhif mwy yn dal oriau, neu swyddi nad oes neb ynddynt.",
  },
  remedy: {
    en: 'Divide the contracted hours of the people in post by the hours of a full week. Confirm it if people are contracted for more than full time.',
    cy: "Rhannwch oriau contract y bobl yn eu swydd ag oriau wythnos lawn. Cadarnhewch hyn os yw pobl wedi'u contractio am fwy nag amser llawn.",
  },
  source: 'counting rules, section 12',
  examples: {
    passes: [team(9, 9), team(9, null)],
    fails: [team(9, 9.01)],
  },
  start(_header, report) {
    return overRowsOf('workforce', (values, row) => {
      const value = numberAt(values, COLUMNS.fte);
      const headcount = numberAt(values, COLUMNS.headcount);
      if (value === null || headcount === null || value <= headcount) return;
      report({ table: 'workforce', row, path: ['fte'], value });
    });
  },
};

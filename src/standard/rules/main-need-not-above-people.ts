import { columnsOf } from '../row.ts';
import { exampleRow } from './example-rows.ts';
import { overRowsOf } from './reading/passes.ts';
import { numberAt } from './reading/values.ts';
import type { Rule } from './rule.ts';

const COLUMNS = columnsOf('needs');

const need = (people: number, people_primary: number) =>
  exampleRow('needs', {
    deprivation_quintile: 'not_applicable',
    people,
    people_primary,
    people_primary_first_in_year: 0,
  });

export const mainNeedNotAbovePeople: Rule = {
  id: 'main-need-not-above-people',
  tier: 'error',
  since: '1.0',
  tables: ['needs'],
  message: {
    en: 'More people have this as their main need than have the need.',
    cy: "Mae gan fwy o bobl hwn fel eu prif angen nag sydd â'r angen.",
  },
  why: {
    en: 'The people for whom a need is the main one are some of the people who have it, or all of them.',
    cy: "Mae'r bobl y mae angen yn brif angen iddynt yn rhai o'r bobl y mae'r angen ganddynt, neu'n bob un ohonynt.",
  },
  remedy: {
    en: 'Count in people everybody of the row with the need, main or not.',
    cy: "Yn people, cyfrifwch bawb yn y rhes sydd â'r angen, prif angen neu beidio.",
  },
  source: 'core dataset, needs; counting rules, section 2',
  examples: {
    passes: [{ tables: { needs: [need(4, 4)] } }, { tables: { needs: [need(4, 0)] } }],
    fails: [{ tables: { needs: [need(4, 5)] } }],
  },
  start(_header, report) {
    return overRowsOf('needs', (values, row) => {
      const people = numberAt(values, COLUMNS.people);
      const value = numberAt(values, COLUMNS.people_primary);
      if (people === null || value === null || value <= people) return;
      report({ table: 'needs', row, path: ['people_primary'], value });
    });
  },
};

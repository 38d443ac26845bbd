import { characteristic, exampleRow, profile } from './example-rows.ts';
import { overFirstInYear } from './reading/first-in-year.ts';
import type { Rule } from './rule.ts';

const need = (people_primary: number, people_primary_first_in_year: number) =>
  exampleRow('needs', {
    deprivation_quintile: 'not_applicable',
    people_primary,
    people_primary_first_in_year,
  });

export const firstInYearNotAbovePeople: Rule = {
  id: 'first-in-year-not-above-people',
  tier: 'error',
  since: '1.0',
  tables: [],
  message: {
    en: 'More people are counted for the first time this year than people in the row.',
    cy: 'Cyfrifir mwy o bobl am y tro cyntaf eleni nag o bobl yn y rhes.',
  },
  why: {
    en: 'The people counted for the first time since 1 April are some of the people of the row, or all of them.',
    cy: "Mae'r bobl a gyfrifir am y tro cyntaf ers 1 Ebrill yn rhai o bobl y rhes, neu'n bob un ohonynt.",
  },
  remedy: {
    en: 'Count in people_first_in_year only those people of the row with no earlier event of the same kind at your organisation since 1 April.',
    cy: "Yn people_first_in_year, cyfrifwch ddim ond y bobl yn y rhes nad oes ganddynt ddigwyddiad cynharach o'r un math gyda'ch sefydliad ers 1 Ebrill.",
  },
  source: 'counting rules, section 5',
  examples: {
    passes: [
      { tables: { profiles: [profile({ people: 4, people_first_in_year: 4 })] } },
      { tables: { characteristics: [characteristic({ people: 4, people_first_in_year: 0 })] } },
      { tables: { needs: [need(4, 4)] } },
    ],
    fails: [
      { tables: { profiles: [profile({ people: 4, people_first_in_year: 5 })] } },
      { tables: { characteristics: [characteristic({ people: 4, people_first_in_year: 5 })] } },
      { tables: { needs: [need(4, 5)] } },
    ],
  },
  start(_header, report) {
    return overFirstInYear(({ table, row, field, first: value, people }) => {
      if (value > people) report({ table, row, path: [field], value });
    });
  },
};

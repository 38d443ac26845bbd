import { characteristic, exampleRow, profile } from './example-rows.ts';
import { overFirstInYear } from './reading/first-in-year.ts';
import { NOTHING_TO_CHECK } from './reading/passes.ts';
import type { Rule } from './rule.ts';

const APRIL_TO_JUNE = { period: '2026-Q2', period_start: '2026-04-01', period_end: '2026-06-30' };

export const firstInYearEqualsPeopleInAprilToJune: Rule = {
  id: 'first-in-year-equals-people-in-april-to-june',
  tier: 'error',
  since: '1.0',
  tables: [],
  message: {
    en: 'From April to June, the people counted for the first time this year are not all the people of the row.',
    cy: 'O fis Ebrill i fis Mehefin, nid pobl y rhes i gyd sydd wedi eu cyfrif am y tro cyntaf eleni.',
  },
  why: {
    en: 'The year begins on 1 April, so in its first quarter everybody is counted for the first time this year.',
    cy: "Mae'r flwyddyn yn dechrau ar 1 Ebrill, felly yn ei chwarter cyntaf caiff pawb eu cyfrif am y tro cyntaf eleni.",
  },
  remedy: {
    en: 'Send the same number in people_first_in_year as in people, and for main needs likewise. Events before 1 April belong to the year before.',
    cy: "Anfonwch yr un rhif yn people_first_in_year ag yn people, ac yn yr un modd ar gyfer prif anghenion. Mae digwyddiadau cyn 1 Ebrill yn perthyn i'r flwyddyn flaenorol.",
  },
  source: 'counting rules, section 5',
  examples: {
    passes: [
      { header: APRIL_TO_JUNE, tables: { profiles: [profile({ people: 4, people_first_in_year: 4 })] } },
      { tables: { profiles: [profile({ people: 4, people_first_in_year: 3 })] } },
    ],
    fails: [
      { header: APRIL_TO_JUNE, tables: { profiles: [profile({ people: 4, people_first_in_year: 3 })] } },
      {
        header: APRIL_TO_JUNE,
        tables: { characteristics: [characteristic({ people: 4, people_first_in_year: 0 })] },
      },
      {
        header: APRIL_TO_JUNE,
        tables: {
          needs: [
            exampleRow('needs', {
              deprivation_quintile: 'not_applicable',
              people_primary: 4,
              people_primary_first_in_year: 3,
            }),
          ],
        },
      },
    ],
  },
  start(header, report) {
    if (!header.period.endsWith('-Q2')) return NOTHING_TO_CHECK;
    return overFirstInYear(({ table, row, field, first: value, people }) => {
      if (value !== people) report({ table, row, path: [field], value, suggestion: String(people) });
    });
  },
};

import { columnsOf } from '../row.ts';
import { exampleRow, profile } from './example-rows.ts';
import { type AreaSums, addToArea, excessOf } from './reading/area-sums.ts';
import { overTables } from './reading/passes.ts';
import { addPopulation } from './reading/population-sums.ts';
import { codeAt, numberAt } from './reading/values.ts';
import type { Rule } from './rule.ts';

const COLUMNS = columnsOf('equity');

const JANUARY_TO_MARCH = { period: '2027-Q1', period_start: '2027-01-01', period_end: '2027-03-31' };

const referred = (people_first_in_year: number) =>
  profile({ population: 'referred', people: 20, people_first_in_year });
const inTheYear = (people_first_in_year: number) =>
  exampleRow('equity', { area_code: 'W11000024', people_first_in_year });

export const equityHoldsThePeopleOfItsQuarter: Rule = {
  id: 'equity-holds-the-people-of-its-quarter',
  tier: 'verify',
  since: '1.0',
  tables: ['profiles', 'equity'],
  message: {
    en: 'Equity counts fewer people for the whole year than were referred for the first time in its last quarter.',
    cy: 'Mae equity yn cyfrif llai o bobl ar gyfer y flwyddyn gyfan nag a atgyfeiriwyd am y tro cyntaf yn ei chwarter olaf.',
  },
  why: {
    en: 'Equity counts everybody referred in the year once. Those first referred from January to March are among them.',
    cy: "Mae equity yn cyfrif pawb a atgyfeiriwyd yn y flwyddyn unwaith. Mae'r rhai a atgyfeiriwyd gyntaf o fis Ionawr i fis Mawrth yn eu plith.",
  },
  remedy: {
    en: 'For this health board, count in equity everybody referred from April to March, not only in the last quarter.',
    cy: 'Ar gyfer y bwrdd iechyd hwn, cyfrifwch yn equity bawb a atgyfeiriwyd o fis Ebrill i fis Mawrth, nid yn y chwarter olaf yn unig.',
  },
  source: 'core dataset, equity; counting rules, section 5',
  examples: {
    passes: [
      { header: JANUARY_TO_MARCH, tables: { profiles: [referred(9)], equity: [inTheYear(9)] } },
      {
        header: JANUARY_TO_MARCH,
        tables: { profiles: [profile({ people: 20, people_first_in_year: 20 })], equity: [inTheYear(9)] },
      },
    ],
    fails: [
      { header: JANUARY_TO_MARCH, tables: { profiles: [referred(9)], equity: [inTheYear(8)] } },
      {
        header: JANUARY_TO_MARCH,
        tables: { profiles: [{ ...referred(9), area_code: 'outside_area' }], equity: [inTheYear(30)] },
      },
    ],
  },
  start(_header, report) {
    const people: AreaSums = new Map();
    const year: AreaSums = new Map();
    return overTables(
      {
        profiles: addPopulation(people, 'referred', 'people_first_in_year'),
        equity(values, row) {
          const count = numberAt(values, COLUMNS.people_first_in_year) ?? 0;
          addToArea(year, codeAt(values, COLUMNS.area_code), row, count);
        },
      },
      () => {
        for (const { row, count: value, most } of excessOf(people, year)) {
          report({ table: 'profiles', row, path: ['people_first_in_year'], value, suggestion: `0-${most}` });
        }
      },
    );
  },
};

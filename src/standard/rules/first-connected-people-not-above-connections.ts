import { columnsOf } from '../row.ts';
import { exampleRow, profile } from './example-rows.ts';
import { type AreaSums, addToArea, excessOf } from './reading/area-sums.ts';
import { overTables } from './reading/passes.ts';
import { addPopulation } from './reading/population-sums.ts';
import { codeAt, numberAt } from './reading/values.ts';
import type { Rule } from './rule.ts';

const COLUMNS = columnsOf('connections');

const connected = (people: number, people_first_in_year: number) =>
  profile({ population: 'connected', people, people_first_in_year });
const made = (connections: number) => exampleRow('connections', { connections });

export const firstConnectedPeopleNotAboveConnections: Rule = {
  id: 'first-connected-people-not-above-connections',
  tier: 'error',
  since: '1.0',
  tables: ['profiles', 'connections'],
  message: {
    en: 'More people were connected for the first time this year than connections were made.',
    cy: 'Cafodd mwy o bobl eu cysylltu am y tro cyntaf eleni nag o gysylltiadau a wnaed.',
  },
  why: {
    en: 'Each person connected for the first time this year has at least one connection in the period, and it is counted.',
    cy: "Mae gan bob person a gysylltwyd am y tro cyntaf eleni o leiaf un cysylltiad yn y cyfnod, ac fe'i cyfrifir.",
  },
  remedy: {
    en: 'For this area, count every connection made in the period, up to three for each person, and as connected only people who have one.',
    cy: 'Ar gyfer yr ardal hon, cyfrifwch bob cysylltiad a wnaed yn y cyfnod, hyd at dri ar gyfer pob person, ac fel pobl a gysylltwyd ddim ond y rhai sydd ag un.',
  },
  source: 'core dataset, rules of sums; counting rules, section 8',
  examples: {
    passes: [
      { tables: { profiles: [connected(12, 9)], connections: [made(9)] } },
      { tables: { profiles: [connected(12, 12)], connections: [{ ...made(12), area_code: 'W11000024' }] } },
    ],
    fails: [
      { tables: { profiles: [connected(12, 9)], connections: [made(8)] } },
      { tables: { profiles: [connected(4, 2)], connections: [{ ...made(9), area_code: 'outside_area' }] } },
    ],
  },
  start(_header, report) {
    const people: AreaSums = new Map();
    const connections: AreaSums = new Map();
    return overTables(
      {
        profiles: addPopulation(people, 'connected', 'people_first_in_year'),
        connections(values, row) {
          const count = numberAt(values, COLUMNS.connections) ?? 0;
          addToArea(connections, codeAt(values, COLUMNS.area_code), row, count);
        },
      },
      () => {
        for (const { row, count: value, most } of excessOf(people, connections)) {
          report({ table: 'profiles', row, path: ['people_first_in_year'], value, suggestion: `0-${most}` });
        }
      },
    );
  },
};

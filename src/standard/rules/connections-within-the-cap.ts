import { TABLES } from '../generated/tables.ts';
import { columnsOf } from '../row.ts';
import { exampleRow, profile } from './example-rows.ts';
import { overTables } from './reading/passes.ts';
import { codeAt, numberAt } from './reading/values.ts';
import type { Rule } from './rule.ts';

const PROFILES = columnsOf('profiles');
const CONNECTIONS = columnsOf('connections');

/** Connections of one person that count in a quarter. */
const CAP =
  TABLES.connections.fields.find(({ name }) => name === 'connections')?.contribution_cap?.quarter ?? 0;

const connected = (people: number) => profile({ population: 'connected', people, people_first_in_year: 0 });
const made = (connections: number) => exampleRow('connections', { connections });

export const connectionsWithinTheCap: Rule = {
  id: 'connections-within-the-cap',
  tier: 'error',
  since: '1.0',
  tables: ['profiles', 'connections'],
  message: {
    en: 'There are more than three connections for each person connected.',
    cy: 'Mae mwy na thri chysylltiad ar gyfer pob person a gysylltwyd.',
  },
  why: {
    en: 'At most three connections of a person count in a quarter, so that no one person can be seen in a total, and protection can be promised.',
    cy: 'Mae tri chysylltiad person ar y mwyaf yn cyfrif mewn chwarter, fel na ellir gweld unrhyw un person mewn cyfanswm, ac y gellir addo diogelwch.',
  },
  remedy: {
    en: 'Count the first three connections of each person in the quarter, and everybody with a connection as connected in profiles.',
    cy: 'Cyfrifwch dri chysylltiad cyntaf pob person yn y chwarter, a phawb sydd â chysylltiad fel pobl a gysylltwyd yn profiles.',
  },
  source: 'core dataset, connections; counting rules, section 8',
  examples: {
    passes: [
      { tables: { profiles: [connected(12)], connections: [made(30), { ...made(6), uptake: 'not_known' }] } },
    ],
    fails: [
      { tables: { profiles: [connected(12)], connections: [made(37)] } },
      { tables: { profiles: [profile({ people: 30 })], connections: [made(1)] } },
    ],
  },
  start(_header, report) {
    let people = 0;
    let connections = 0;
    return overTables(
      {
        profiles(values) {
          if (codeAt(values, PROFILES.population) !== 'connected') return;
          people += numberAt(values, PROFILES.people) ?? 0;
        },
        connections(values) {
          connections += numberAt(values, CONNECTIONS.connections) ?? 0;
        },
      },
      // A person may move between two connections, so only the whole return can be compared.
      () => {
        if (connections > CAP * people) report({ table: 'connections' });
      },
    );
  },
};

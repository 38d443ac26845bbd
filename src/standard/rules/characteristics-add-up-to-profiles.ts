import { columnsOf, type RowValues } from '../row.ts';
import { characteristic, profile } from './example-rows.ts';
import { areaAsRead, boardOf } from './reading/areas.ts';
import { isBoardOnly } from './reading/characteristics.ts';
import { codesAtLevel } from './reading/code-hierarchy.ts';
import { cellKey } from './reading/passes.ts';
import { addPeople, PEOPLE_FIELDS, type PeopleSum, type PeopleSums } from './reading/people-sums.ts';
import { codeAt, numberAt } from './reading/values.ts';
import type { ReportPlace, Rule } from './rule.ts';

const PROFILES = columnsOf('profiles');
const CHARACTERISTICS = columnsOf('characteristics');

const AGE_GROUPS = codesAtLevel('age_band', 'age_group');

/** The people of one characteristic of one population, by group. */
interface Sent {
  readonly characteristic: string;
  readonly population: string;
  readonly sums: PeopleSums;
}

interface Profiles {
  readonly asSent: PeopleSums;
  readonly byBoard: PeopleSums;
}

function addProfile({ asSent, byBoard }: Profiles, values: RowValues, row: number): void {
  const population = codeAt(values, PROFILES.population);
  const area = codeAt(values, PROFILES.area_code);
  const age = codeAt(values, PROFILES.age_band);
  const sex = codeAt(values, PROFILES.sex);
  const counts = countsOf(values, PROFILES, row);
  const ageGroup = AGE_GROUPS.get(age) ?? age;
  addPeople(asSent, cellKey(population, areaAsRead(area), ageGroup, sex), counts);
  addPeople(byBoard, cellKey(population, boardOf(area), ageGroup, sex), counts);
}

function addCategory(sent: Map<string, Sent>, values: RowValues, row: number): void {
  const population = codeAt(values, CHARACTERISTICS.population);
  const characteristic = codeAt(values, CHARACTERISTICS.characteristic);
  const area = codeAt(values, CHARACTERISTICS.area_code);
  const name = cellKey(characteristic, population);
  const entry = sent.get(name) ?? { characteristic, population, sums: new Map() };
  sent.set(name, entry);
  const group = cellKey(
    population,
    isBoardOnly(characteristic) ? boardOf(area) : areaAsRead(area),
    codeAt(values, CHARACTERISTICS.age_group),
    codeAt(values, CHARACTERISTICS.sex),
  );
  addPeople(entry.sums, group, countsOf(values, CHARACTERISTICS, row));
}

function countsOf(
  values: RowValues,
  columns: { readonly people: number; readonly people_first_in_year: number },
  row: number,
): PeopleSum {
  const [people, people_first_in_year] = PEOPLE_FIELDS.map((field) => numberAt(values, columns[field]) ?? 0);
  return { row, people: people ?? 0, people_first_in_year: people_first_in_year ?? 0 };
}

function compare(entry: Sent, expected: PeopleSums, report: ReportPlace): void {
  for (const [group, sum] of entry.sums) {
    for (const field of PEOPLE_FIELDS) {
      const suggestion = expected.get(group)?.[field] ?? 0;
      if (sum[field] === suggestion) continue;
      const { row } = sum;
      report({
        table: 'characteristics',
        row,
        path: [field],
        value: sum[field],
        suggestion: String(suggestion),
      });
    }
  }
  for (const [group, sum] of expected) {
    if (!group.startsWith(`${entry.population}|`) || entry.sums.has(group)) continue;
    const value = `${entry.characteristic}: 0`;
    const suggestion = `${entry.characteristic}: ${sum.people}`;
    report({ table: 'profiles', row: sum.row, path: ['people'], value, suggestion });
  }
}

export const characteristicsAddUpToProfiles: Rule = {
  id: 'characteristics-add-up-to-profiles',
  tier: 'error',
  since: '1.0',
  tables: ['profiles', 'characteristics'],
  message: {
    en: 'The categories of a characteristic do not add up to the people in profiles.',
    cy: "Nid yw categorïau nodwedd yn adio i'r bobl yn profiles.",
  },
  why: {
    en: 'Both tables count the same people. A difference means that someone was left out, or counted twice.',
    cy: "Mae'r ddau dabl yn cyfrif yr un bobl. Mae gwahaniaeth yn golygu bod rhywun wedi'i adael allan, neu wedi'i gyfrif ddwywaith.",
  },
  remedy: {
    en: 'For this population, area, age group and sex, make the rows of the characteristic add up to the suggested number. Count people with no answer as not_stated or not_known, and people outside its ages as not_applicable. A characteristic sent by health board is compared with all of profiles for that board.',
    cy: "Ar gyfer y boblogaeth, yr ardal, y grŵp oedran a'r rhyw hyn, gwnewch i resi'r nodwedd adio i'r rhif a awgrymir. Cyfrifwch bobl heb ateb fel not_stated neu not_known, a phobl y tu allan i'w hoedrannau fel not_applicable. Caiff nodwedd a anfonir fesul bwrdd iechyd ei chymharu â phob rhes o profiles ar gyfer y bwrdd hwnnw.",
  },
  source: 'core dataset, characteristics; counting rules, section 2',
  examples: {
    passes: [
      {
        tables: {
          profiles: [profile(), profile({ age_band: '50_64', people: 3, people_first_in_year: 2 })],
          characteristics: [
            characteristic({ people: 10, people_first_in_year: 8 }),
            characteristic({ category: 'not_stated', people: 5, people_first_in_year: 3 }),
          ],
        },
      },
      {
        tables: {
          profiles: [
            profile({ area_code: 'W06000008' }),
            profile({ area_code: 'W06000009', people: 4, people_first_in_year: 4 }),
          ],
          characteristics: [
            characteristic({
              characteristic: 'religion',
              area_code: 'W11000025',
              category: 'christian',
              people: 16,
              people_first_in_year: 13,
            }),
          ],
        },
        header: { submitter: '7A2' },
      },
      {
        tables: {
          profiles: [profile({ area_code: 'W11000024' })],
          characteristics: [characteristic()],
        },
      },
    ],
    fails: [
      { tables: { profiles: [profile()], characteristics: [characteristic({ people: 11 })] } },
      {
        tables: {
          profiles: [profile()],
          characteristics: [
            characteristic(),
            characteristic({ sex: 'male', people: 1, people_first_in_year: 0 }),
          ],
        },
      },
      {
        tables: {
          profiles: [profile(), profile({ sex: 'male', people: 1, people_first_in_year: 1 })],
          characteristics: [characteristic()],
        },
      },
    ],
  },
  start(_header, report) {
    const profiles: Profiles = { asSent: new Map(), byBoard: new Map() };
    const sent = new Map<string, Sent>();
    return {
      row(table, values, row) {
        if (table === 'profiles') addProfile(profiles, values, row);
        if (table === 'characteristics') addCategory(sent, values, row);
      },
      end() {
        for (const entry of sent.values()) {
          compare(entry, isBoardOnly(entry.characteristic) ? profiles.byBoard : profiles.asSent, report);
        }
      },
    };
  },
};

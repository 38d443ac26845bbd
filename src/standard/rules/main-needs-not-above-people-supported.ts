import { columnsOf, type RowValues } from '../row.ts';
import { exampleRow, profile } from './example-rows.ts';
import { ABUSE_CODES } from './reading/abuse-codes.ts';
import { areaAsRead, boardOf } from './reading/areas.ts';
import { overTables } from './reading/passes.ts';
import { addPeople, type PeopleSum, type PeopleSums } from './reading/people-sums.ts';
import { addSupported, needGroup, type SupportedGroups } from './reading/supported-groups.ts';
import { codeAt, numberAt } from './reading/values.ts';
import type { ReportPlace, Rule } from './rule.ts';

const COLUMNS = columnsOf('needs');

/** Each count of main needs, and the count of people it is a part of. */
const COUNTS = [
  ['people_primary', 'people'],
  ['people_primary_first_in_year', 'people_first_in_year'],
] as const;

function countsOf(values: RowValues, row: number): PeopleSum {
  return {
    row,
    people: numberAt(values, COLUMNS.people_primary) ?? 0,
    people_first_in_year: numberAt(values, COLUMNS.people_primary_first_in_year) ?? 0,
  };
}

function compare(needs: PeopleSums, supported: PeopleSums, report: ReportPlace): void {
  for (const [group, sum] of needs) {
    for (const [field, counted] of COUNTS) {
      const most = supported.get(group)?.[counted] ?? 0;
      if (sum[counted] <= most) continue;
      report({ table: 'needs', row: sum.row, path: [field], value: sum[counted], suggestion: `0-${most}` });
    }
  }
}

const need = (differences: Parameters<typeof exampleRow<'needs'>>[1]) =>
  exampleRow('needs', { deprivation_quintile: 'not_applicable', ...differences });

export const mainNeedsNotAbovePeopleSupported: Rule = {
  id: 'main-needs-not-above-people-supported',
  tier: 'error',
  since: '1.0',
  tables: ['profiles', 'needs'],
  message: {
    en: 'The main needs of a group add up to more people than were supported.',
    cy: 'Mae prif anghenion grŵp yn adio i fwy o bobl nag a gefnogwyd.',
  },
  why: {
    en: 'A person has one main need at most. Counted twice, the main needs no longer share people out.',
    cy: "Un prif angen ar y mwyaf sydd gan berson. O'u cyfrif ddwywaith, nid yw'r prif anghenion yn rhannu pobl mwyach.",
  },
  remedy: {
    en: 'For this area and group, count each person supported under one main need at most. Needs that tell of abuse are compared with everybody of the board.',
    cy: "Ar gyfer yr ardal a'r grŵp hyn, cyfrifwch bob person a gefnogwyd o dan un prif angen ar y mwyaf. Cymharir anghenion sy'n sôn am gam-drin â phawb yn y bwrdd.",
  },
  source: 'core dataset, needs',
  examples: {
    passes: [
      {
        tables: {
          profiles: [profile({ people: 12, people_first_in_year: 9 })],
          needs: [
            need({ people: 12, people_primary: 7, people_primary_first_in_year: 5 }),
            need({ need: 'food', people: 12, people_primary: 5, people_primary_first_in_year: 4 }),
          ],
        },
      },
      {
        tables: {
          profiles: [profile({ area_code: 'outside_area', deprivation_quintile: 'not_applicable' })],
          needs: [
            need({ area_code: 'outside_area', people: 12 }),
            need({
              breakdown: 'deprivation_quintile',
              area_code: 'outside_area',
              age_group: 'not_applicable',
              sex: 'not_applicable',
              people: 12,
            }),
          ],
        },
      },
    ],
    fails: [
      {
        tables: {
          profiles: [profile({ people: 12, people_first_in_year: 9 })],
          needs: [
            need({ people: 12, people_primary: 7, people_primary_first_in_year: 5 }),
            need({ need: 'food', people: 12, people_primary: 6, people_primary_first_in_year: 4 }),
          ],
        },
      },
      {
        tables: {
          profiles: [profile({ people: 12, people_first_in_year: 9 })],
          needs: [need({ people: 12, people_primary: 12, people_primary_first_in_year: 10 })],
        },
      },
      {
        tables: {
          profiles: [profile({ people: 12, people_first_in_year: 9 })],
          needs: [
            need({ people: 12, people_primary: 7 }),
            need({
              need: 'safety_and_abuse',
              area_code: 'W11000024',
              people: 12,
              people_primary: 6,
              people_primary_first_in_year: 0,
            }),
          ],
        },
      },
    ],
  },
  start(_header, report) {
    const supported: SupportedGroups = { asSent: new Map(), byBoard: new Map() };
    const needs: SupportedGroups = { asSent: new Map(), byBoard: new Map() };
    /** Groups of boards for which a need was sent that only boards are sent for. */
    const boardOnly = new Set<string>();
    return overTables(
      {
        profiles: addSupported(supported),
        needs(values, row) {
          const area = codeAt(values, COLUMNS.area_code);
          const counts = countsOf(values, row);
          const boardGroup = needGroup(values, boardOf(area));
          addPeople(needs.byBoard, boardGroup, counts);
          if (codeAt(values, COLUMNS.need) === ABUSE_CODES.needs?.code) boardOnly.add(boardGroup);
          else addPeople(needs.asSent, needGroup(values, areaAsRead(area)), counts);
        },
      },
      () => {
        compare(needs.asSent, supported.asSent, report);
        const whole = new Map([...needs.byBoard].filter(([group]) => boardOnly.has(group)));
        compare(whole, supported.byBoard, report);
      },
    );
  },
};

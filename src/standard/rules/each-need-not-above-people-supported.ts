import { columnsOf } from '../row.ts';
import { exampleRow, profile } from './example-rows.ts';
import { ABUSE_CODES } from './reading/abuse-codes.ts';
import { areaAsRead, boardOf } from './reading/areas.ts';
import { cellKey, overTables } from './reading/passes.ts';
import { addSupported, needGroup, type SupportedGroups } from './reading/supported-groups.ts';
import { codeAt, numberAt } from './reading/values.ts';
import type { Rule } from './rule.ts';

const COLUMNS = columnsOf('needs');

/** The people of one group with one need. */
interface NeedSum {
  readonly row: number;
  readonly group: string;
  /** True for a need that is sent by board, and so compared with everybody of the board. */
  readonly isByBoard: boolean;
  people: number;
}

const need = (differences: Parameters<typeof exampleRow<'needs'>>[1]) =>
  exampleRow('needs', { deprivation_quintile: 'not_applicable', ...differences });

const BY_FIFTH = {
  breakdown: 'deprivation_quintile',
  age_group: 'not_applicable',
  sex: 'not_applicable',
} as const;

export const eachNeedNotAbovePeopleSupported: Rule = {
  id: 'each-need-not-above-people-supported',
  tier: 'error',
  since: '1.0',
  tables: ['profiles', 'needs'],
  message: {
    en: 'More people have a need than were supported.',
    cy: 'Mae gan fwy o bobl angen nag a gefnogwyd.',
  },
  why: {
    en: 'Needs are counted for the people supported in the period: each of them once for each need.',
    cy: 'Cyfrifir anghenion ar gyfer y bobl a gefnogwyd yn y cyfnod: pob un ohonynt unwaith ar gyfer pob angen.',
  },
  remedy: {
    en: 'For this area and group, count only people who are counted as supported in profiles, each once for each need. An abuse code is compared with everybody of the board.',
    cy: "Ar gyfer yr ardal a'r grŵp hyn, cyfrifwch ddim ond pobl a gyfrifir fel rhai a gefnogwyd yn profiles, pob un unwaith ar gyfer pob angen. Cymharir cod camdriniaeth â phawb yn y bwrdd.",
  },
  source: 'core dataset, needs',
  examples: {
    passes: [
      {
        tables: {
          profiles: [profile({ people: 12 })],
          needs: [
            need({ people: 12 }),
            need({ need: 'food', people: 12, people_primary: 5, people_primary_first_in_year: 4 }),
            need({ ...BY_FIFTH, deprivation_quintile: 'q1', people: 12 }),
          ],
        },
      },
      {
        tables: {
          profiles: [profile({ people: 12 })],
          needs: [need({ need: 'safety_and_abuse', area_code: 'W11000024', people: 12 })],
        },
      },
    ],
    fails: [
      { tables: { profiles: [profile({ people: 12 })], needs: [need({ people: 13 })] } },
      {
        tables: {
          profiles: [profile({ people: 12 })],
          needs: [
            need({
              ...BY_FIFTH,
              deprivation_quintile: 'q2',
              people: 1,
              people_primary: 1,
              people_primary_first_in_year: 0,
            }),
          ],
        },
      },
      {
        tables: {
          profiles: [profile({ people: 20, people_first_in_year: 9, population: 'referred' })],
          needs: [need({ need: 'safety_and_abuse', area_code: 'W11000024' })],
        },
      },
    ],
  },
  start(_header, report) {
    const supported: SupportedGroups = { asSent: new Map(), byBoard: new Map() };
    const sums = new Map<string, NeedSum>();
    return overTables(
      {
        profiles: addSupported(supported),
        needs(values, row) {
          const code = codeAt(values, COLUMNS.need);
          const area = codeAt(values, COLUMNS.area_code);
          const isByBoard = code === ABUSE_CODES.needs?.code;
          const group = needGroup(values, isByBoard ? boardOf(area) : areaAsRead(area));
          const people = numberAt(values, COLUMNS.people) ?? 0;
          const sum = sums.get(cellKey(code, group));
          if (sum === undefined) sums.set(cellKey(code, group), { row, group, isByBoard, people });
          else sum.people += people;
        },
      },
      () => {
        for (const { row, group, isByBoard, people: value } of sums.values()) {
          const most = (isByBoard ? supported.byBoard : supported.asSent).get(group)?.people ?? 0;
          if (value > most) {
            report({ table: 'needs', row, path: ['people'], value, suggestion: `0-${most}` });
          }
        }
      },
    );
  },
};

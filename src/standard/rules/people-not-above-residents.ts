import { INDEX_OF_RESIDENTS, residentsOf } from '../populations/residents.ts';
import { columnsOf } from '../row.ts';
import { profile } from './example-rows.ts';
import { boardOf } from './reading/areas.ts';
import { cellKey, overRowsOf } from './reading/passes.ts';
import { codeAt, numberAt } from './reading/values.ts';
import type { Rule } from './rule.ts';

const COLUMNS = columnsOf('profiles');

/** The dimensions of profiles for which the residents of a board are known, one at a time. */
const KNOWN = ['age_band', 'sex', 'deprivation_quintile'] as const;

interface People {
  readonly row: number;
  readonly field: string;
  readonly code: string;
  readonly residents: number;
  people: number;
}

export const peopleNotAboveResidents: Rule = {
  id: 'people-not-above-residents',
  tier: 'verify',
  since: '1.0',
  tables: ['profiles'],
  message: {
    en: 'More people of one age, sex or deprivation fifth are counted than live in the health board.',
    cy: "Cyfrifir mwy o bobl o un oedran, rhyw neu bumed amddifadedd nag sy'n byw yn y bwrdd iechyd.",
  },
  why: {
    en: 'Numbers this large are usually contacts or records counted as people, or figures of another area.',
    cy: "Fel arfer mae rhifau mor fawr â hyn yn gysylltiadau neu'n gofnodion a gyfrifwyd fel pobl, neu'n ffigurau ardal arall.",
  },
  remedy: {
    en: 'Count each person once in the period, in the area where they live. Confirm it if the residents have grown in number since the census of 2021.',
    cy: "Cyfrifwch bob person unwaith yn y cyfnod, yn yr ardal y mae'n byw ynddi. Cadarnhewch hyn os yw nifer y trigolion wedi cynyddu ers cyfrifiad 2021.",
  },
  source: 'ONS Census 2021, usual residents of the health boards of Wales; mid-2020 estimates for WIMD 2019',
  examples: {
    passes: [
      {
        tables: {
          profiles: [profile({ age_band: '0_15', deprivation_quintile: 'not_known', people: 20_631 })],
        },
      },
      { tables: { profiles: [profile({ area_code: 'outside_area', people: 9_000_000 })] } },
      {
        tables: {
          profiles: [
            profile({
              sex: 'not_known',
              deprivation_quintile: 'not_known',
              age_band: '85_plus',
              people: 150_000,
            }),
          ],
        },
      },
    ],
    fails: [
      {
        tables: {
          profiles: [profile({ age_band: '0_15', deprivation_quintile: 'not_known', people: 20_632 })],
        },
      },
      {
        tables: {
          profiles: [
            profile({
              sex: 'female',
              age_band: 'not_known',
              deprivation_quintile: 'not_known',
              people: 60_000,
            }),
            profile({
              sex: 'female',
              age_band: 'all_ages',
              deprivation_quintile: 'not_known',
              people: 60_000,
            }),
          ],
        },
      },
    ],
  },
  start(header, report) {
    const cells = new Map<string, People>();
    const fields = KNOWN.filter(
      (field) => field !== 'deprivation_quintile' || header.deprivation_index === INDEX_OF_RESIDENTS,
    );
    return {
      ...overRowsOf('profiles', (values, row) => {
        const board = boardOf(codeAt(values, COLUMNS.area_code));
        for (const field of fields) {
          const code = codeAt(values, COLUMNS[field]);
          const residents = residentsOf(field, board, code);
          if (residents === null) continue;
          const key = cellKey(codeAt(values, COLUMNS.population), board, field, code);
          const cell = cells.get(key) ?? { row, field, code, residents, people: 0 };
          cells.set(key, cell);
          cell.people += numberAt(values, COLUMNS.people) ?? 0;
        }
      }),
      end() {
        for (const { row, field, code, residents, people } of cells.values()) {
          if (people > residents) report({ table: 'profiles', row, path: [field], value: code });
        }
      },
    };
  },
};

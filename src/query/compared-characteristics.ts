import { systemOf } from '../disclosure/lattice.ts';
import { CODE_LISTS } from '../standard/generated/code-lists.ts';
import { TABLES } from '../standard/generated/tables.ts';
import { INDEX_OF_RESIDENTS } from '../standard/populations/residents.ts';
import { INDEX_SELECTOR, personDimensions } from '../standard/table-description.ts';
import type { Text } from '../standard/text.ts';

/** What the people reached and the residents can be compared by: where its figures stand, and its categories. */
export interface ComparedCharacteristic {
  /** Name of the item of the residents, which is that of its code list. */
  readonly id: keyof typeof CODE_LISTS & string;
  readonly table: 'profiles' | 'characteristics';
  /** The dimension of the table that holds its codes. */
  readonly dimension: string;
  readonly selectors: Readonly<Record<string, string>>;
  /** The categories compared, by the level they are asked at; the first level unless another is asked. */
  readonly levels: Readonly<Record<string, readonly string[]>>;
  /** The table of the residents, by name. */
  readonly residents: Text;
}

const CENSUS = (by: Text): Text => ({
  en: `ONS Census 2021, usual residents by ${by.en}; local and small areas added up to health boards, so that totals of different tables differ by a few people`,
  cy: `Cyfrifiad 2021 y Swyddfa Ystadegau Gwladol, preswylwyr arferol yn ôl ${by.cy}; ardaloedd lleol a bach wedi'u hadio i fyrddau iechyd, felly mae cyfansymiau gwahanol dablau'n gwahaniaethu o ychydig o bobl`,
});

/** Everything a population table is held for, by the name that a question gives it. */
export const COMPARED_CHARACTERISTICS: Readonly<Record<string, ComparedCharacteristic>> = {
  age_band: {
    id: 'age_band',
    table: 'profiles',
    dimension: 'age_band',
    selectors: {},
    levels: {
      // The census figures of boards do not divide people of 65 and over.
      band: ['0_15', '16_24', '25_34', '35_49', '50_64', '65_plus'],
      age_group: ['under_16', '16_64', '65_plus'],
    },
    residents: CENSUS({ en: 'age', cy: 'oed' }),
  },
  sex: {
    id: 'sex',
    table: 'profiles',
    dimension: 'sex',
    selectors: {},
    levels: { code: ['female', 'male'] },
    residents: CENSUS({ en: 'sex, table TS009', cy: 'rhyw, tabl TS009' }),
  },
  ethnic_group: {
    id: 'ethnic_group',
    table: 'characteristics',
    dimension: 'category',
    selectors: { characteristic: 'ethnic_group' },
    levels: {
      group: ['asian', 'black', 'mixed', 'white', 'other'],
      two_groups: ['all_other', 'white'],
    },
    residents: CENSUS({ en: 'ethnic group', cy: 'grŵp ethnig' }),
  },
  disability: {
    id: 'disability',
    table: 'characteristics',
    dimension: 'category',
    selectors: { characteristic: 'disability' },
    levels: { group: ['disabled', 'not_disabled'] },
    residents: CENSUS({ en: 'disability, table TS038', cy: 'anabledd, tabl TS038' }),
  },
  deprivation_quintile: {
    id: 'deprivation_quintile',
    table: 'profiles',
    dimension: 'deprivation_quintile',
    selectors: { [INDEX_SELECTOR]: INDEX_OF_RESIDENTS },
    levels: { code: ['q1', 'q2', 'q3', 'q4', 'q5'] },
    residents: {
      en: 'Welsh Government, Welsh Index of Multiple Deprivation 2019 by ONS mid-2020 population estimates of small areas',
      cy: 'Llywodraeth Cymru, Mynegai Amddifadedd Lluosog Cymru 2019 yn ôl amcangyfrifon poblogaeth canol 2020 y Swyddfa Ystadegau Gwladol ar gyfer ardaloedd bach',
    },
  },
};

/** The codes of a level that no category compared holds: blanks, groups of which no more is known, another sex. */
export function codesLeftOut(characteristic: ComparedCharacteristic, level: string): readonly string[] {
  const { table, dimension, selectors, levels } = characteristic;
  const field = personDimensions(TABLES[table]).find(({ name }) => name === dimension);
  if (field === undefined) throw new Error(`${table} has no dimension ${dimension}`);
  const system = systemOf(field, selectors);
  const asked = system.level(level);
  if (asked === undefined) throw new Error(`${dimension} has no level ${level}`);
  const compared = levels[level] ?? [];
  return system
    .categoriesAt(asked, null)
    .map(({ code }) => code)
    .filter((code) => {
      const around = system.withAncestors(code.replace(/^not_known:/, ''));
      return !around.some((one) => compared.includes(one));
    });
}

const BLANKS = new Set(CODE_LISTS.blank.codes.map(({ code }) => code));

/** Whether a code says that the category of a person is not known. */
export function isBlankCode(code: string): boolean {
  return BLANKS.has(code) || code.startsWith('not_known:');
}

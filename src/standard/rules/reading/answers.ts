import type { TableName } from '../../generated/tables.ts';
import { columnsOf, type RowValues } from '../../row.ts';
import { codeAt, numberAt } from './values.ts';

const PROFILES = columnsOf('profiles');
const CHARACTERISTICS = columnsOf('characteristics');
const PROFILE_ITEMS = ['age_band', 'sex', 'deprivation_quintile'] as const;

/** What the people of a row answered to one item. */
export interface Answer {
  readonly population: string;
  /** A dimension of profiles, or a characteristic. */
  readonly item: string;
  /** The field of the row that holds the code. */
  readonly field: string;
  readonly code: string;
  readonly people: number;
}

/** The tables whose rows hold answers. */
export const TABLES_OF_ANSWERS: readonly TableName[] = ['profiles', 'characteristics'];

/** Gives the answers that a row of profiles or characteristics holds about its people; other tables hold none. */
export function eachAnswer(table: TableName, values: RowValues, see: (answer: Answer) => void): void {
  if (table === 'profiles') {
    const population = codeAt(values, PROFILES.population);
    const people = numberAt(values, PROFILES.people) ?? 0;
    for (const item of PROFILE_ITEMS) {
      see({ population, item, field: item, code: codeAt(values, PROFILES[item]), people });
    }
  }
  if (table === 'characteristics') {
    see({
      population: codeAt(values, CHARACTERISTICS.population),
      item: codeAt(values, CHARACTERISTICS.characteristic),
      field: 'category',
      code: codeAt(values, CHARACTERISTICS.category),
      people: numberAt(values, CHARACTERISTICS.people) ?? 0,
    });
  }
}

import type { TableName } from '../../generated/tables.ts';
import { columnsOf, type RowValues } from '../../row.ts';
import { overTables } from './passes.ts';
import { numberAt } from './values.ts';

/** Each count of people for the first time in the year, and the count of which it is a part, by table. */
const PAIRS = {
  profiles: ['people_first_in_year', 'people'],
  characteristics: ['people_first_in_year', 'people'],
  needs: ['people_primary_first_in_year', 'people_primary'],
} as const satisfies Partial<Record<TableName, readonly [first: string, all: string]>>;

/** The two counts of one row. */
export interface FirstInYear {
  readonly table: keyof typeof PAIRS;
  readonly row: number;
  readonly field: string;
  readonly first: number;
  readonly people: number;
}

/** A pass over the counts for the first time in the year, and those they are a part of. */
export function overFirstInYear(look: (counts: FirstInYear) => void) {
  const tables = Object.keys(PAIRS) as (keyof typeof PAIRS)[];
  const looks = tables.map((table) => {
    const [field, whole] = PAIRS[table];
    const columns: Readonly<Record<string, number>> = columnsOf(table);
    const lookAt = (values: RowValues, row: number) => {
      const first = numberAt(values, columns[field] ?? -1);
      const people = numberAt(values, columns[whole] ?? -1);
      if (first !== null && people !== null) look({ table, row, field, first, people });
    };
    return [table, lookAt] as const;
  });
  return overTables(Object.fromEntries(looks));
}

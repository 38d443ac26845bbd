import { TABLES, type TableName } from './generated/tables.ts';
import type { Return, RowTypes } from './generated/types.ts';

/**
 * A row's values in the order of the schema: codes are text, counts and scores numbers, a missing statistic null.
 *
 * Fields that came after the first version stand last, and a row ends with the last of them that it gives: what is
 * not there is null, and a row of an earlier version is the same row in a later one.
 */
export type RowValues = readonly (string | number | null)[];

/** The rows of a table, to be walked from the first as often as needed: an array of them, or a more frugal form. */
export interface Rows extends Iterable<RowValues> {
  readonly length: number;
  forEach(visit: (values: RowValues, index: number) => void): void;
}

/** The rows of a return, by table; a table that the return does not carry is absent. */
export type RowsByTable = Partial<Record<TableName, Rows>>;

/** A return without its tables. */
export type ReturnHeader = Omit<Return, 'tables'>;

/** A return of any version, as far as those who write it need to know it. */
export type WritableReturn = Omit<ReturnHeader, 'schema_version'> & {
  readonly schema_version: string;
  readonly tables: Partial<Record<TableName, readonly object[]>>;
};

/** Where each field of a table stands in its rows. */
export function columnsOf<Table extends TableName>(
  table: Table,
): Readonly<Record<keyof RowTypes[Table], number>> {
  return Object.fromEntries(TABLES[table].fields.map((field, index) => [field.name, index])) as Record<
    keyof RowTypes[Table],
    number
  >;
}

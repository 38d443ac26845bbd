import { TABLES, type TableName } from '../standard/generated/tables.ts';
import type { Rows, RowValues } from '../standard/row.ts';
import { countsOf } from '../standard/table-description.ts';

/**
 * The rows of a table that are kept: a row whose counts are all zero says what its absence says.
 *
 * A zero beside another count stays, and so does a count that is not known.
 *
 * @source Disclosure control of this standard, section 2.
 */
export function rowsThatCount(table: TableName, rows: Rows): Rows {
  const names = countsOf(TABLES[table]).map((field) => field.name);
  const columns = TABLES[table].fields.flatMap((field, index) => (names.includes(field.name) ? [index] : []));
  const counts = (row: RowValues) => columns.some((column) => row[column] !== 0);
  let length = 0;
  for (const row of rows) if (counts(row)) length += 1;
  if (length === rows.length) return rows;
  return {
    length,
    *[Symbol.iterator]() {
      for (const row of rows) if (counts(row)) yield row;
    },
  };
}

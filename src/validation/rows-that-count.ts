import type { TableName } from '../standard/generated/tables.ts';
import type { Rows, RowValues } from '../standard/row.ts';
import { countsOf } from '../standard/table-description.ts';
import { fieldSince, TABLES_OF_EVERY_VERSION } from '../standard/versions/every-version.ts';

/**
 * The rows of a table that are kept: a row whose counts are all zero says what its absence says.
 *
 * A zero beside another count stays, and so does a count that is not known. A count that came in a later version and
 * is not given says nothing, so that the rows of a return are the same in whatever version they are sent.
 *
 * @source Disclosure control of this standard, section 2.
 */
export function rowsThatCount(table: TableName, rows: Rows): Rows {
  const description = TABLES_OF_EVERY_VERSION[table];
  const columns = countsOf(description).map((field) => ({
    column: description.fields.indexOf(field),
    absent: fieldSince(table, field.name) === null ? null : 0,
  }));
  const counts = (row: RowValues) => columns.some(({ column, absent }) => (row[column] ?? absent) !== 0);
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

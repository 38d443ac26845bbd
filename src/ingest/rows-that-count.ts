import { TABLES, type TableName } from '../standard/generated/tables.ts';
import type { RowValues } from '../standard/row.ts';
import { countsOf } from '../standard/table-description.ts';

/**
 * The rows of a table that are kept: a row whose counts are all zero says what its absence says.
 *
 * A zero beside another count stays, and so does a count that is not known.
 *
 * @source Disclosure control of this standard, section 2.
 */
export function rowsThatCount(table: TableName, rows: readonly RowValues[]): readonly RowValues[] {
  const names = countsOf(TABLES[table]).map((field) => field.name);
  const columns = TABLES[table].fields.flatMap((field, index) => (names.includes(field.name) ? [index] : []));
  return rows.filter((row) => columns.some((column) => row[column] !== 0));
}

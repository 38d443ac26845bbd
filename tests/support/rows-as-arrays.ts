import type { RowsByTable, RowValues } from '../../src/standard/row.ts';

/** The rows of a return as plain arrays, to be compared and indexed. */
export function rowsAsArrays(tables: RowsByTable): Partial<Record<keyof RowsByTable, RowValues[]>> {
  return Object.fromEntries(Object.entries(tables).map(([table, rows]) => [table, [...rows]]));
}

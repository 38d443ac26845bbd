import type { RowValues } from '../../row.ts';

/** The code in a column, or an empty text where none stands there. */
export function codeAt(values: RowValues, column: number): string {
  const value = values[column];
  return typeof value === 'string' ? value : '';
}

/** The number in a column, or null where none stands there. */
export function numberAt(values: RowValues, column: number): number | null {
  const value = values[column];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

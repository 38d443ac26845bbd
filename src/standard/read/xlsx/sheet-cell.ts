import type { FieldDescription } from '../../table-description.ts';
import { type Cell, ERROR_CELL, exactNumber, FORMATTED_CELL, FORMULA_CELL } from '../cell.ts';
import { readTextCell } from '../text-cell.ts';
import type { NumberFormat } from './read-formats.ts';

/** What one cell of a sheet holds, before anything is known of its column. */
export type SheetCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string; readonly format: NumberFormat }
  /** A day or a time written out. */
  | { readonly kind: 'date'; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'error' }
  | { readonly kind: 'formula' };

const MILLISECONDS_OF_DAY = 86_400_000;

/**
 * A cell as the field of its column takes it. A whole number in a coded column is taken for the code written so,
 * as spreadsheets make a number of every code in digits; a number in a numeric column is taken as it is stored,
 * a text there as CSV is.
 */
export function toCell(field: FieldDescription, cell: SheetCell | undefined): Cell {
  if (cell === undefined) return readTextCell(field, '');
  if (cell.kind === 'text') return readTextCell(field, cell.text);
  if (cell.kind === 'boolean') return cell.value;
  if (cell.kind === 'error') return ERROR_CELL;
  if (cell.kind === 'formula') return FORMULA_CELL;
  if (cell.kind === 'date' || cell.format !== 'plain') return FORMATTED_CELL;
  const value = exactNumber(cell.text);
  return field.kind === 'code' && typeof value === 'number' && Number.isInteger(value)
    ? String(value)
    : value;
}

/**
 * A cell of the header as text, where it has one: a day as `2026-04-01`, a number in the shortest way. A time, a
 * percentage, an error or a formula has none.
 */
export function toHeaderText(cell: SheetCell, countsFrom1904: boolean): Cell {
  if (cell.kind === 'text') return cell.text;
  if (cell.kind === 'boolean') return String(cell.value);
  if (cell.kind === 'error') return ERROR_CELL;
  if (cell.kind === 'formula') return FORMULA_CELL;
  if (cell.kind === 'date') return cell.text.replace(/T00:00:00(?:\.0+)?Z?$/, '');
  if (cell.format === 'percentage') return FORMATTED_CELL;
  const value = exactNumber(cell.text);
  if (typeof value !== 'number') return value;
  return cell.format === 'plain' ? String(value) : dayOf(value, countsFrom1904);
}

/**
 * The day that a workbook counts as a number.
 *
 * @source ISO/IEC 29500-1, section 18.17.4.1: day 1 is 1 January 1900, and 29 February 1900 is counted, or day 0
 *   is 1 January 1904.
 */
function dayOf(serial: number, countsFrom1904: boolean): string | typeof FORMATTED_CELL {
  if (!Number.isInteger(serial) || serial < (countsFrom1904 ? 0 : 61) || serial > 2_958_465)
    return FORMATTED_CELL;
  const start = countsFrom1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  return new Date(start + serial * MILLISECONDS_OF_DAY).toISOString().slice(0, 10);
}

import Papa from 'papaparse';
import { asText } from '../standard/write/csv-text.ts';

/** How the columns of a table are filled from its rows: their names, each with what it holds. */
export type Columns<Row> = Readonly<Record<string, (row: Row) => string | number | null | readonly string[]>>;

/**
 * Rows of words as CSV (RFC 4180, UTF-8): a header, then one line a row.
 *
 * What is null is an empty cell; several values stand in one cell with `; ` between.
 */
export function writeRowsCsv<Row>(columns: Columns<Row>, rows: readonly Row[]): string {
  const cells = Object.values(columns);
  const lines = rows.map((row) => cells.map((cellOf) => written(cellOf(row))));
  return `${Papa.unparse([Object.keys(columns), ...lines], { newline: '\r\n' })}\r\n`;
}

function written(value: string | number | null | readonly string[]): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  return asText(typeof value === 'string' ? value : value.join('; '));
}

import Papa from 'papaparse';
import { asText } from '../standard/write/csv-text.ts';
import type { FlatTable } from './flat-table.ts';

/**
 * A table as CSV (RFC 4180, UTF-8): a header, then one line for each row. What is null is an empty cell.
 *
 * Words that a spreadsheet would work out as a formula get an apostrophe in front; codes and numbers stay as they
 * are.
 */
export function writeCsv({ columns, rows }: FlatTable): string {
  const header = columns.map(({ name }) => name);
  const lines = rows.map((row) =>
    row.map((value, index) => {
      if (value === null) return '';
      return columns[index]?.holds === 'words' ? asText(String(value)) : String(value);
    }),
  );
  return `${Papa.unparse([header, ...lines], { newline: '\r\n' })}\r\n`;
}

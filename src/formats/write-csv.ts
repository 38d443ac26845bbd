import Papa from 'papaparse';
import { asText } from '../standard/write/csv-text.ts';
import type { FlatColumn, FlatTable } from './flat-table.ts';
import { inPieces } from './in-turns.ts';
import { writtenOnce } from './written-once.ts';

/**
 * A table as CSV (RFC 4180, UTF-8): a header, then one line for each row. What is null is an empty cell.
 *
 * Words that a spreadsheet would work out as a formula get an apostrophe in front; codes and numbers stay as they
 * are.
 */
export function writeCsv(table: FlatTable): string {
  return [...csvInPieces(table)].join('');
}

/** The same, so many rows at a time. */
export function* csvInPieces({ columns, rows }: FlatTable): Generator<string> {
  const code = writtenOnce(inQuotesIfNeeded);
  const words = writtenOnce((text) => inQuotesIfNeeded(asText(text)));
  const writers = columns.map(({ holds }: FlatColumn) => (holds === 'words' ? words : code));
  yield `${columns.map(({ name }) => inQuotesIfNeeded(name)).join(',')}\r\n`;
  for (const piece of inPieces(rows)) {
    let csv = '';
    for (const row of piece) {
      for (let at = 0; at < row.length; at += 1) {
        const value = row[at] ?? null;
        if (at > 0) csv += ',';
        if (typeof value === 'string') csv += (writers[at] ?? code)(value);
        else if (value !== null) csv += String(value);
      }
      csv += '\r\n';
    }
    yield csv;
  }
}

function inQuotesIfNeeded(text: string): string {
  return Papa.unparse([[text]], { newline: '\r\n' });
}

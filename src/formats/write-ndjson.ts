import type { FlatTable } from './flat-table.ts';
import { writtenNumber, writtenOnce } from './written-once.ts';

/**
 * A table as lines of JSON: one object for each row, named as the columns of the CSV, and at the end one object
 * `end` with how many rows there were and what else is said of the whole.
 *
 * Where the last line is missing, the answer was cut short.
 */
export function writeNdjson({ columns, rows }: FlatTable, about: object): string {
  const textOf = writtenOnce(JSON.stringify);
  const names = columns.map(({ name }, at) => `${at > 0 ? ',' : '{'}${JSON.stringify(name)}:`);
  let lines = '';
  for (const row of rows) {
    for (let at = 0; at < names.length; at += 1) {
      const value = row[at] ?? null;
      lines += names[at];
      lines += typeof value === 'string' ? textOf(value) : writtenNumber(value);
    }
    lines += '}\n';
  }
  return `${lines}${JSON.stringify({ end: { rows: rows.length, ...about } })}\n`;
}

import type { FlatTable } from './flat-table.ts';

/**
 * A table as lines of JSON: one object for each row, named as the columns of the CSV, and at the end one object
 * `end` with how many rows there were and what else is said of the whole.
 *
 * Where the last line is missing, the answer was cut short.
 */
export function writeNdjson({ columns, rows }: FlatTable, about: object): string {
  const lines = rows.map((row) =>
    JSON.stringify(Object.fromEntries(columns.map(({ name }, index) => [name, row[index] ?? null]))),
  );
  const end = JSON.stringify({ end: { rows: rows.length, ...about } });
  return `${[...lines, end].join('\n')}\n`;
}

import { TABLE_NAMES } from '../generated/tables.ts';
import type { WrittenReturn } from './written-return.ts';

/**
 * A return as NDJSON: its header on the first line, then a line for each row that names its table. A table
 * without rows is a line that names it and nothing else.
 */
export function writeNdjson(document: WrittenReturn): string {
  const { tables, ...header } = document;
  const lines: object[] = [header];
  for (const table of TABLE_NAMES) {
    const rows = tables[table];
    if (rows === undefined) continue;
    if (rows.length === 0) lines.push({ table });
    for (const row of rows) lines.push({ table, ...row });
  }
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

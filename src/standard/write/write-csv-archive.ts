import Papa from 'papaparse';
import { TABLE_NAMES, TABLES, type TableName } from '../generated/tables.ts';
import { type ArchiveFile, writeZip } from './write-zip.ts';
import type { WrittenReturn } from './written-return.ts';

/** A return as a zip: `return.json` with its header, and beside it one CSV for each table. */
export function writeCsvArchive(document: WrittenReturn): Uint8Array {
  const { tables, ...header } = document;
  const files: ArchiveFile[] = [{ name: 'return.json', content: `${JSON.stringify(header, null, 2)}\n` }];
  for (const table of TABLE_NAMES) {
    const rows = tables[table];
    if (rows !== undefined) files.push({ name: `${table}.csv`, content: writeCsvTable(table, rows) });
  }
  return writeZip(files);
}

/** One table as CSV: its fields as columns in schema order, lines ending in CRLF, a missing statistic empty. */
export function writeCsvTable(table: TableName, rows: readonly object[]): string {
  const names = TABLES[table].fields.map((field) => field.name);
  const records = rows.map((row) => names.map((name) => (row as Record<string, unknown>)[name]));
  return `${Papa.unparse([names, ...records], { newline: '\r\n' })}\r\n`;
}

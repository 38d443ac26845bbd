import Papa from 'papaparse';
import { SCHEMA_VERSION, TABLE_NAMES, type TableName } from '../generated/tables.ts';
import { fieldsOfVersion } from '../versions/every-version.ts';
import { type ArchiveFile, writeZip } from './write-zip.ts';
import type { WrittenReturn } from './written-return.ts';

/** A return as a zip: `return.json` with its header, and beside it one CSV for each table. */
export function writeCsvArchive(document: WrittenReturn): Uint8Array {
  const { tables, ...header } = document;
  const files: ArchiveFile[] = [{ name: 'return.json', content: `${JSON.stringify(header, null, 2)}\n` }];
  for (const table of TABLE_NAMES) {
    const rows = tables[table];
    if (rows !== undefined)
      files.push({ name: `${table}.csv`, content: writeCsvTable(table, rows, header.schema_version) });
  }
  return writeZip(files);
}

/** One table as CSV: its fields as columns in schema order, lines ending in CRLF, a missing statistic empty. */
export function writeCsvTable(
  table: TableName,
  rows: readonly object[],
  version: string = SCHEMA_VERSION,
): string {
  const names = fieldsOfVersion(table, version).map((field) => field.name);
  const records = rows.map((row) => names.map((name) => (row as Record<string, unknown>)[name]));
  return `${Papa.unparse([names, ...records], { newline: '\r\n' })}\r\n`;
}

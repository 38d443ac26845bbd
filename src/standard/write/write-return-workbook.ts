import { TABLE_NAMES, type TableName } from '../generated/tables.ts';
import type { WritableReturn } from '../row.ts';
import { fieldsOfVersion } from '../versions/every-version.ts';
import { parametersOfHeader } from './parameters-of-header.ts';
import { type Sheet, type SheetCell, writeWorkbook } from './write-workbook.ts';

/** A return as a workbook: the sheet `return` with its header, a row for each field, and one sheet for each table. */
export function writeReturnWorkbook(document: WritableReturn): Uint8Array {
  const { tables, ...header } = document;
  const sheets: Sheet[] = [
    {
      name: 'return',
      frozenRows: 1,
      columns: [
        { width: 32, isText: true },
        { width: 60, isText: true },
      ],
      rows: [['name', 'value'], ...parametersOfHeader(header)],
    },
  ];
  for (const table of TABLE_NAMES) {
    const rows = tables[table];
    if (rows !== undefined) sheets.push(sheetOf(table, rows, header.schema_version));
  }
  return writeWorkbook(sheets);
}

function sheetOf(table: TableName, rows: readonly object[], version: string): Sheet {
  const fields = fieldsOfVersion(table, version);
  return {
    name: table,
    frozenRows: 1,
    columns: fields.map((field) => ({ isText: field.kind === 'code' })),
    rows: [
      fields.map((field) => field.name),
      ...rows.map((row) => fields.map((field) => (row as Record<string, SheetCell>)[field.name] ?? null)),
    ],
  };
}

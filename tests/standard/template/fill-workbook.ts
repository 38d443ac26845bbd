import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { TABLE_NAMES, TABLES } from '../../../src/standard/generated/tables.ts';
import type { Return } from '../../../src/standard/generated/types.ts';
import { escapeXml } from '../../../src/standard/write/escape-xml.ts';
import { parametersOfHeader } from '../../../src/standard/write/parameters-of-header.ts';
import { columnLetters } from '../../../src/standard/write/write-sheet.ts';

/** Types the figures of a return into a template, cell by cell, as a spreadsheet program would; all else stays. */
export function fillWorkbook(template: Uint8Array, { tables, ...header }: Return): Uint8Array {
  const parts = unzipSync(template);
  const edit = (sheet: number, change: (text: string) => string) => {
    const path = `xl/worksheets/sheet${sheet}.xml`;
    parts[path] = strToU8(change(strFromU8(parts[path] as Uint8Array)));
  };
  edit(1, (text) =>
    parametersOfHeader(header).reduce((sheet, [name, value]) => {
      const cell = new RegExp(`(>${name}</t></is></c>)<c (r="B\\d+" s="1")(/>| .*?</c>)`);
      if (!cell.test(sheet)) throw new Error(`The template has no place for ${name}`);
      return sheet.replace(cell, (_, before, place) => `${before}<c ${place} ${inline(value)}`);
    }, text),
  );
  TABLE_NAMES.forEach((table, index) => {
    const names = TABLES[table].fields.map(({ name }) => name);
    const rows = (tables[table] ?? []).map((row, number) => {
      const values = row as unknown as Record<string, string | number | null>;
      const cells = names.map((name, column) => {
        const place = `r="${columnLetters(column)}${number + 2}"`;
        const value = values[name] ?? null;
        if (value === null) return '';
        return typeof value === 'number' ? `<c ${place}><v>${value}</v></c>` : `<c ${place} ${inline(value)}`;
      });
      return `<row r="${number + 2}">${cells.join('')}</row>`;
    });
    edit(index + 2, (text) => text.replace('</sheetData>', `${rows.join('')}</sheetData>`));
  });
  return zipSync(parts);
}

function inline(text: string): string {
  return `t="inlineStr"><is><t>${escapeXml(text)}</t></is></c>`;
}

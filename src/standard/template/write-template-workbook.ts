import { TABLES, type TableName } from '../generated/tables.ts';
import { type HeaderLeaf, headerLeaves } from '../header-leaves.ts';
import { headerFromParameters } from '../read/header-from-parameters.ts';
import type { ReturnHeader } from '../row.ts';
import type { Language, Text } from '../text.ts';
import { parametersOfHeader } from '../write/parameters-of-header.ts';
import { type Sheet, writeWorkbook } from '../write/write-workbook.ts';
import { codesOfHeader, codesOfTable, type FieldCode } from './codes-of-fields.ts';

/** As much as a spreadsheet program takes for a drop-down, with the commas between. */
const LONGEST_CHOICE = 255;
const WIDTHS = { least: 10, most: 40, label: 60 } as const;

/**
 * An empty return as a workbook: the sheet `return` with the names of the header, one sheet for each table with its
 * headings, and `_codes`, which readers set aside, with every code of every field.
 *
 * A field whose codes fit has a drop-down; it offers the codes in use, none that has ended.
 *
 * @param parameters - Fields of the header already known, as `headerFromParameters` reads them.
 * @param language - Of the labels in `_codes`.
 */
export function writeTemplateWorkbook(
  tables: readonly TableName[],
  parameters: Readonly<Record<string, string>>,
  language: Language,
): Uint8Array {
  const leaves = leavesFor(tables);
  const codes = [...codesOfHeader(leaves), ...tables.flatMap(codesOfTable)];
  return writeWorkbook([
    headerSheet(leaves, parameters),
    ...tables.map((table) => tableSheet(table, codes)),
    codesSheet(codes, language),
  ]);
}

/** The fields of the header, without what belongs to tables that are not in the workbook. */
function leavesFor(tables: readonly string[]): readonly HeaderLeaf[] {
  return headerLeaves().filter(
    ({ path: [first, second, table = ''] }) =>
      first !== 'coverage' || second !== 'tables' || tables.includes(table),
  );
}

function headerSheet(leaves: readonly HeaderLeaf[], parameters: Readonly<Record<string, string>>): Sheet {
  const header = { coverage: {}, ...headerFromParameters(parameters) };
  const known = new Map(parametersOfHeader(header as unknown as ReturnHeader));
  const names = new Set([...leaves.map(({ name }) => name), ...known.keys()]);
  return {
    name: 'return',
    frozenRows: 1,
    columns: [
      { width: widthOf([...names]), isText: true },
      { width: WIDTHS.label, isText: true },
    ],
    rows: [['name', 'value'], ...[...names].map((name) => [name, known.get(name) ?? null])],
  };
}

function tableSheet(table: TableName, codes: readonly FieldCode[]): Sheet {
  const { fields } = TABLES[table];
  return {
    name: table,
    frozenRows: 1,
    columns: fields.map(({ name, kind }) => {
      const own = codes.filter(({ sheet, field }) => sheet === table && field === name);
      const inUse = [...new Set(own.filter((code) => code.valid_to === null).map(({ code }) => code))];
      const isShort = inUse.join(',').length <= LONGEST_CHOICE;
      return {
        width: widthOf([name, ...inUse]),
        isText: kind === 'code',
        choices: isShort ? inUse : [],
      };
    }),
    rows: [fields.map(({ name }) => name)],
  };
}

const HEADINGS: readonly Text[] = [
  { en: 'sheet', cy: 'taflen' },
  { en: 'field', cy: 'maes' },
  { en: 'only with', cy: 'gyda hyn yn unig' },
  { en: 'code', cy: 'cod' },
  { en: 'meaning', cy: 'ystyr' },
  { en: 'valid from', cy: 'dilys o' },
  { en: 'valid to', cy: 'dilys hyd' },
];

function codesSheet(codes: readonly FieldCode[], language: Language): Sheet {
  const rows = codes.map(({ sheet, field, when, code, title, valid_from, valid_to }) => [
    sheet,
    field,
    when,
    code,
    title[language],
    valid_from,
    valid_to,
  ]);
  return {
    name: '_codes',
    frozenRows: 1,
    columns: HEADINGS.map((_, column) => ({
      width: column === 4 ? WIDTHS.label : widthOf(rows.map((row) => row[column] ?? '')),
      isText: true,
    })),
    rows: [HEADINGS.map((heading) => heading[language]), ...rows],
  };
}

function widthOf(texts: readonly string[]): number {
  const longest = texts.reduce<number>((length, text) => Math.max(length, text.length), WIDTHS.least);
  return Math.min(longest + 2, WIDTHS.most);
}

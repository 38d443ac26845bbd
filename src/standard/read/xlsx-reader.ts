import { TABLE_NAMES, type TableName } from '../generated/tables.ts';
import { quoteName } from '../quote-value.ts';
import { WITHHELD } from '../safe-value.ts';
import type { StructuralRuleId } from '../structural-rules.ts';
import { suggestName } from '../suggest.ts';
import type { ReadHeader, ReturnReader, ReturnSink } from './return-reader.ts';
import { readFormats } from './xlsx/read-formats.ts';
import { readHeaderSheet } from './xlsx/read-header-sheet.ts';
import { readSheet, type SheetContext, type SheetListener } from './xlsx/read-sheet.ts';
import { readSharedStrings } from './xlsx/read-strings.ts';
import { readTableSheet } from './xlsx/read-table-sheet.ts';
import { readWorkbook, type SheetEntry, type Workbook } from './xlsx/read-workbook.ts';
import { type Archive, createArchiveReader } from './zip/archive-reader.ts';
import { quoteFileName } from './zip/quote-file-name.ts';

const HEADER_SHEET = 'return';
/** The sheet of codes of our own templates. */
const CODES_SHEET = '_codes';
const SHEET_NAMES = [HEADER_SHEET, ...TABLE_NAMES];
const NOT_READ: ReadHeader = { header: null, isComplete: false };
/** What programs call a sheet that nobody named. */
const NAMED_BY_A_PROGRAM = /^(?:Sheet|Dalen|Taflen) ?\d{1,3}$/;
/** How old workbooks begin, and those with a password. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * Reads a return from a workbook (XLSX): the sheet `return` with its header, and one sheet for each table, named
 * after it. A sheet whose name begins with an underscore is set aside; any other is refused.
 *
 * Nothing is worked out and nothing is fetched: a formula, an error, a merged cell and a link are findings.
 *
 * @source ISO/IEC 29500-1, Office Open XML, part 1: SpreadsheetML.
 */
export function createXlsxReader(sink: ReturnSink): ReturnReader {
  const start: number[] = [];
  const reader = createArchiveReader({
    read: (archive) => readReturn(archive, sink),
    refuse({ rule, name }) {
      const isCompound = COMPOUND_FILE.every((byte, index) => start[index] === byte);
      sink.fault(isCompound ? 'workbook-kind-known' : rule, {
        path: [],
        value: name === null ? null : quoteFileName(name, []),
      });
    },
  });
  return {
    write(bytes) {
      if (start.length < COMPOUND_FILE.length) start.push(...bytes.subarray(0, COMPOUND_FILE.length));
      reader.write(bytes);
    },
    end: () => reader.end(),
  };
}

function readReturn(archive: Archive, sink: ReturnSink): ReadHeader {
  const opened = readWorkbook(archive);
  if ('fault' in opened) return refuse(sink, opened.fault);
  const { workbook } = opened;
  if (workbook.hasLinks) sink.fault('workbook-without-links', { path: [] });
  const context = readContext(archive, workbook);
  if ('fault' in context) return refuse(sink, context.fault);
  reportOthers(sink, workbook.sheets);

  const sheetOf = (name: string) => workbook.sheets.find((sheet) => sheet.name === name);
  const header = sheetOf(HEADER_SHEET);
  if (header === undefined) sink.fault('workbook-has-a-return-sheet', { path: [] });
  const read = header === undefined ? NOT_READ : readHeader(archive, sink, header, workbook, context);
  let { isComplete } = read;
  for (const table of TABLE_NAMES) {
    const sheet = sheetOf(table);
    if (sheet !== undefined) isComplete = readTable(archive, sink, sheet, table, context) && isComplete;
  }
  return { header: isComplete ? read.header : null, isComplete };
}

function refuse(sink: ReturnSink, rule: StructuralRuleId): ReadHeader {
  sink.fault(rule, { path: [] });
  return NOT_READ;
}

function readContext(
  archive: Archive,
  { sharedStrings, styles }: Workbook,
): SheetContext | { readonly fault: StructuralRuleId } {
  const shared = sharedStrings === null ? null : readSharedStrings(archive, sharedStrings);
  const styled = styles === null ? null : readFormats(archive, styles);
  const fault = shared?.fault ?? styled?.fault ?? null;
  if (fault !== null) return { fault };
  return { strings: shared?.strings ?? [], formats: styled?.formats ?? [] };
}

function reportOthers(sink: ReturnSink, sheets: readonly SheetEntry[]): void {
  const expected = SHEET_NAMES.join(', ');
  for (const [index, { name }] of sheets.entries()) {
    const value = NAMED_BY_A_PROGRAM.test(name) ? name : quoteName(name, [...SHEET_NAMES, CODES_SHEET]);
    // A sheet whose name is not repeated is given by its number.
    const place = { path: [], sheet: value === WITHHELD ? String(index + 1) : value, value };
    if (name.startsWith('_')) sink.fault('sheet-set-aside', place);
    else if (!SHEET_NAMES.includes(name)) {
      sink.fault('sheet-known', {
        ...place,
        suggestion: () => suggestName(name, SHEET_NAMES),
        facts: { expected: { en: expected, cy: expected } },
      });
    }
  }
}

function readHeader(
  archive: Archive,
  sink: ReturnSink,
  sheet: SheetEntry,
  workbook: Workbook,
  context: SheetContext,
): ReadHeader {
  const rows = readHeaderSheet(sink, sheet.name, workbook.countsFrom1904);
  const fault = readPart(archive, sheet, context, watch(sink, sheet, [], rows, null));
  if (fault !== null) sink.fault(fault, { path: [], sheet: sheet.name });
  return fault === null ? rows.end() : NOT_READ;
}

function readTable(
  archive: Archive,
  sink: ReturnSink,
  sheet: SheetEntry,
  table: TableName,
  context: SheetContext,
): boolean {
  const path = ['tables', table];
  const intake = sink.table(table);
  const rows = readTableSheet(sink, table);
  const listener = watch(sink, sheet, path, rows, () => intake.distrust());
  const wrong = readPart(archive, sheet, context, listener);
  const fault = wrong ?? (rows.hasHeadings ? null : 'file-not-empty');
  if (fault === null) return true;
  sink.fault(fault, { path, sheet: table });
  intake.distrust();
  return false;
}

function readPart(archive: Archive, { part }: SheetEntry, context: SheetContext, listener: SheetListener) {
  return part === null ? 'workbook-readable' : readSheet(archive, part, context, listener);
}

/** Adds to what takes the rows of a sheet the reports of what is hidden and what is merged. */
function watch(
  sink: ReturnSink,
  sheet: SheetEntry,
  path: readonly string[],
  rows: Pick<SheetListener, 'row'>,
  distrust: (() => void) | null,
): SheetListener {
  const hidden = (row: number | null) => {
    sink.fault('hidden-parts-were-read', { path, sheet: sheet.name, row });
  };
  if (sheet.isHidden) hidden(null);
  return {
    row(number, cells, isHidden) {
      if (isHidden) hidden(number);
      rows.row(number, cells, isHidden);
    },
    hiddenColumns: () => hidden(null),
    merged(row) {
      sink.fault('cells-not-merged', { path, sheet: sheet.name, row });
      distrust?.();
    },
  };
}

import { readFormats } from '../../src/standard/read/xlsx/read-formats.ts';
import { readSheet } from '../../src/standard/read/xlsx/read-sheet.ts';
import { readSharedStrings } from '../../src/standard/read/xlsx/read-strings.ts';
import { readWorkbook } from '../../src/standard/read/xlsx/read-workbook.ts';
import type { SheetCell } from '../../src/standard/read/xlsx/sheet-cell.ts';
import { type Archive, createArchiveReader } from '../../src/standard/read/zip/archive-reader.ts';

/** The rows of every sheet of a workbook, read by the reader of returns; a formula would throw. */
export function readWorkbookRows(bytes: Uint8Array): Map<string, (string | number | null)[][]> {
  const sheets = new Map<string, (string | number | null)[][]>();
  const reader = createArchiveReader({
    read(archive) {
      const opened = readWorkbook(archive);
      if ('fault' in opened) throw new Error(opened.fault);
      const { strings, formats } = contextOf(archive, opened.workbook);
      for (const { name, part } of opened.workbook.sheets) {
        const rows: (string | number | null)[][] = [];
        const fault = readSheet(
          archive,
          String(part),
          { strings, formats },
          {
            row: (number, cells) => {
              rows[number - 1] = Array.from(cells, contentOf);
            },
            hiddenColumns: unexpected,
            merged: unexpected,
          },
        );
        if (fault !== null) throw new Error(fault);
        sheets.set(name, rows);
      }
      return { header: null, isComplete: false };
    },
    refuse: ({ rule }) => {
      throw new Error(rule);
    },
  });
  reader.write(bytes);
  reader.end();
  return sheets;
}

function contextOf(
  archive: Archive,
  { sharedStrings, styles }: { readonly sharedStrings: string | null; readonly styles: string | null },
) {
  const shared = sharedStrings === null ? null : readSharedStrings(archive, sharedStrings);
  const styled = styles === null ? null : readFormats(archive, styles);
  return { strings: shared?.strings ?? [], formats: styled?.formats ?? [] };
}

function contentOf(cell: SheetCell | undefined): string | number | null {
  if (cell === undefined) return null;
  if (cell.kind === 'text') return cell.text;
  if (cell.kind === 'number') return Number(cell.text);
  throw new Error(`No cell of an answer is a ${cell.kind}`);
}

function unexpected(): never {
  throw new Error('No answer hides or merges anything');
}

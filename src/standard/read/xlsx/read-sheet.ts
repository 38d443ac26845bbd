import type { StructuralRuleId } from '../../structural-rules.ts';
import type { Archive } from '../zip/archive-reader.ts';
import type { NumberFormat } from './read-formats.ts';
import { listenForText } from './read-strings.ts';
import { isTrue } from './read-workbook.ts';
import { readXml } from './read-xml.ts';
import type { SheetCell } from './sheet-cell.ts';

/** Rows of one sheet that hold something, its headings included. */
export const MAXIMUM_ROWS = 100_001;

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly strings: readonly string[];
  readonly formats: readonly NumberFormat[];
}

/** What takes the rows of a sheet. */
export interface SheetListener {
  /**
   * Takes a row that holds something: its cells by column, from 0.
   *
   * @param number - The row's number in the sheet, from 1.
   */
  row(number: number, cells: readonly (SheetCell | undefined)[], isHidden: boolean): void;
  /** Called before the rows, for columns that are hidden: the first and the last, from 0. */
  hiddenColumns(first: number, last: number): void;
  /** Called after the rows, with the row and the column of the first of the merged cells. */
  merged(row: number, column: number): void;
}

const MAXIMUM_COLUMNS = 16_384;
const LAST_ROW = 1_048_576;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const REFERENCE = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})/;

/**
 * Reads the rows of one sheet as it is unpacked. Rows without content are passed over; what the sheet says of its
 * own size is not asked. Formulas are not worked out, and hyperlinks, pictures and comments are not looked at.
 *
 * @returns What is wrong with the sheet, or null.
 */
export function readSheet(
  archive: Archive,
  part: string,
  { strings, formats }: SheetContext,
  listener: SheetListener,
): StructuralRuleId | null {
  const text = listenForText();
  let isInRows = false;
  let rowNumber = 0;
  let isHidden = false;
  let cells: (SheetCell | undefined)[] = [];
  let column = -1;
  let attributes: Readonly<Record<string, string>> = {};
  let value = '';
  let isInValue = false;
  let hasFormula = false;
  let rows = 0;
  let isTooLarge = false;
  let isWrong = false;

  const startRow = ({ r, hidden }: Readonly<Record<string, string>>) => {
    const number = r === undefined ? rowNumber + 1 : Number(r);
    if (!Number.isInteger(number) || number <= rowNumber || number > LAST_ROW) isWrong = true;
    rowNumber = number;
    isHidden = isTrue(hidden);
    cells = [];
    column = -1;
  };
  const startCell = (given: Readonly<Record<string, string>>) => {
    const place = given.r === undefined ? null : placeOf(given.r);
    const next = given.r === undefined ? column + 1 : (place?.column ?? -1);
    if (next <= column || next >= MAXIMUM_COLUMNS || (place !== null && place.row !== rowNumber))
      isWrong = true;
    column = next;
    attributes = given;
    value = '';
    hasFormula = false;
    text.start();
  };
  const endCell = () => {
    const cell = hasFormula ? FORMULA : cellOf(attributes, value, text.end());
    if (cell !== undefined) cells[column] = cell;
  };
  const cellOf = ({ t, s }: Readonly<Record<string, string>>, stored: string, inline: string) => {
    if (t === 'inlineStr') return textCell(inline);
    if (stored === '') return undefined;
    if (t === 's') {
      const shared = /^\d+$/.test(stored) ? strings[Number(stored)] : undefined;
      if (shared === undefined) isWrong = true;
      return textCell(shared ?? '');
    }
    if (t === 'str') return textCell(stored);
    if (t === 'b') return { kind: 'boolean', value: stored === '1' } as const;
    if (t === 'e') return ERROR;
    if (t === 'd') return { kind: 'date', text: stored } as const;
    if (!NUMBER.test(stored)) return textCell(stored);
    return { kind: 'number', text: stored, format: formats[Number(s ?? 0)] ?? 'plain' } as const;
  };
  const endRow = () => {
    if (isWrong || isTooLarge || cells.length === 0) return;
    rows += 1;
    if (rows > MAXIMUM_ROWS) isTooLarge = true;
    else listener.row(rowNumber, cells, isHidden);
  };

  const fault = readXml(archive, part, {
    open(name, given) {
      if (name === 'sheetData') isInRows = true;
      else if (name === 'col' && isTrue(given.hidden)) {
        listener.hiddenColumns(Number(given.min) - 1, Number(given.max) - 1);
      } else if (name === 'mergeCell') {
        const place = placeOf(given.ref ?? '');
        if (place === null) isWrong = true;
        else listener.merged(place.row, place.column);
      } else if (!isInRows) return;
      else if (name === 'row') startRow(given);
      else if (name === 'c') startCell(given);
      else if (name === 'v') isInValue = true;
      else if (name === 'f') hasFormula = true;
      else text.open(name);
    },
    close(name) {
      if (name === 'sheetData') isInRows = false;
      else if (!isInRows) return;
      else if (name === 'row') endRow();
      else if (name === 'c') endCell();
      else if (name === 'v') isInValue = false;
      else text.close(name);
    },
    text(piece) {
      if (isInValue) value += piece;
      else if (isInRows) text.text(piece);
    },
    isDone: () => isTooLarge || isWrong,
  });
  if (isTooLarge) return 'workbook-not-too-large';
  return isWrong ? 'workbook-readable' : fault;
}

const FORMULA: SheetCell = { kind: 'formula' };
const ERROR: SheetCell = { kind: 'error' };

function textCell(text: string): SheetCell | undefined {
  return text === '' ? undefined : { kind: 'text', text };
}

/** The row, from 1, and the column, from 0, of a reference such as `C5` or `C5:D9`. */
function placeOf(reference: string): { readonly row: number; readonly column: number } | null {
  const [, letters, digits] = REFERENCE.exec(reference) ?? [];
  if (letters === undefined) return null;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits), column };
}

import type { TableName } from './generated/tables.ts';
import type { Rows, RowValues } from './row.ts';

/** Rows written into one piece of text. */
const ROWS_PER_PIECE = 1_000;

/**
 * The canonical text of one table of one return, in pieces, so that a digest can be taken as it is written:
 * equal texts are equal tables, whatever the order of their rows and whatever form they came in.
 *
 * The text is the JSON array `[submitter, period, table, rows]` without white space. `rows` is an array of
 * arrays: each holds the row's values in schema order, text and numbers as `JSON.stringify` writes them (a
 * number in the shortest form that reads back as itself, −0 as 0), a missing statistic as `null`. Rows are
 * sorted by that text, code point by code point. Nothing else takes part: not the status, not the notes, not
 * the version, not other tables.
 *
 * @throws {RangeError} If a value is a number that JSON cannot write.
 * @source Disclosure control of this standard, section 2, `table_digest`.
 * @example
 * [...canonicalTable('7A7', '2026-Q2', 'profiles', [['b', 2], ['a', 1]])].join('');
 * // '["7A7","2026-Q2","profiles",[["a",1],["b",2]]]'
 */
export function* canonicalTable(
  submitter: string,
  period: string,
  table: TableName,
  rows: Rows,
): Generator<string> {
  const { start, end } = frameOfCanonicalTable(submitter, period, table);
  yield start;
  let piece: string[] = [];
  let separator = '';
  for (const text of sortedTexts(rows)) {
    piece.push(text);
    if (piece.length < ROWS_PER_PIECE) continue;
    yield separator + piece.join(',');
    separator = ',';
    piece = [];
  }
  if (piece.length > 0) yield separator + piece.join(',');
  yield end;
}

/** What stands before the first row of a canonical table and after its last; see `canonicalTable`. */
export function frameOfCanonicalTable(
  submitter: string,
  period: string,
  table: TableName,
): { readonly start: string; readonly end: string } {
  return { start: `${JSON.stringify([submitter, period, table]).slice(0, -1)},[`, end: ']]' };
}

function sortedTexts(rows: Rows): string[] {
  let beyondFirstPlane = false;
  const texts = Array.from(rows, (row) => {
    const text = textOf(row);
    beyondFirstPlane ||= SURROGATE.test(text);
    return text;
  });
  // JavaScript's own order goes by halves of a surrogate pair; no code of the standard holds one.
  return beyondFirstPlane ? texts.sort(byCodePoint) : texts.sort();
}

const SURROGATE = /[\ud800-\udfff]/;

function textOf(row: RowValues): string {
  for (const value of row) {
    if (typeof value === 'number' && !Number.isFinite(value)) {
      throw new RangeError(`${value} has no place in a table: a missing statistic is null`);
    }
  }
  return JSON.stringify(row);
}

function byCodePoint(one: string, other: string): number {
  const left = Array.from(one, (character) => character.codePointAt(0) as number);
  const right = Array.from(other, (character) => character.codePointAt(0) as number);
  const differ = left.findIndex((point, index) => point !== right[index]);
  if (differ === -1) return left.length - right.length;
  return (left[differ] as number) - (right[differ] ?? -1);
}

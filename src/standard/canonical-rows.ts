import { frameOfCanonicalTable } from './canonical-table.ts';
import type { PackedRows } from './pack-rows.ts';
import { packedRowWriter, type RowForm, type RowWriter } from './write-packed-rows.ts';

const CANONICAL: RowForm = {
  before: '[',
  between: ',',
  after: '],',
  missing: 'null',
  code: (text) => JSON.stringify(text),
  isShortened: true,
};

/** What writes rows as they stand in the canonical text of their table, each with a comma behind it. */
export function canonicalRowWriter(rows: PackedRows): RowWriter {
  return packedRowWriter(rows, CANONICAL);
}

/**
 * The canonical text of some rows of a packed table, in UTF-8, in pieces; see `canonicalTable`, which says what it is.
 *
 * @param sorted - The rows, as `sortPackedRows` gives them.
 */
export function* canonicalRows(
  submitter: string,
  period: string,
  rows: PackedRows,
  sorted: Uint32Array,
): Generator<Uint8Array<ArrayBuffer>> {
  const { start, end } = frameOfCanonicalTable(submitter, period, rows.plan.table);
  const encoder = new TextEncoder();
  yield encoder.encode(start);
  // Behind the last row stands no comma, so each piece is held back until it is known whether it is the last.
  let held: Uint8Array<ArrayBuffer> | null = null;
  for (const piece of canonicalRowWriter(rows)(sorted)) {
    if (held !== null) yield held;
    held = piece;
  }
  if (held !== null) yield held.subarray(0, -1);
  yield encoder.encode(end);
}

import { frameOfCanonicalTable } from './canonical-table.ts';
import type { PackedRows } from './pack-rows.ts';
import { packedRowWriter, type RowForm, type RowWriter } from './write-packed-rows.ts';

const CANONICAL: RowForm = {
  before: ',[',
  between: ',',
  after: ']',
  missing: 'null',
  code: (text) => JSON.stringify(text),
  isShortened: true,
};

/** What writes rows as they stand in the canonical text of their table, each with a comma before it. */
export function canonicalRowWriter(rows: PackedRows): RowWriter {
  return packedRowWriter(rows, CANONICAL);
}

/**
 * What writes the rows of a canonical text: those of its first call begin it, those of later calls go on.
 *
 * Takes places in the order in which `sortPackedRows` gives them.
 */
export function canonicalRowsWriter(rows: PackedRows): RowWriter {
  const write = canonicalRowWriter(rows);
  let isFirst = true;
  return function* (places) {
    for (const piece of write(places)) {
      yield isFirst ? piece.subarray(1) : piece;
      isFirst = false;
    }
  };
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
  yield* canonicalRowsWriter(rows)(sorted);
  yield encoder.encode(end);
}

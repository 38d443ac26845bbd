import { frameCanonicalRows } from './canonical-table.ts';
import type { PackedRows } from './pack-rows.ts';
import { sortPackedRows } from './sort-packed-rows.ts';
import { packedRowWriter, type RowForm } from './write-packed-rows.ts';

const CANONICAL: RowForm = {
  before: '[',
  between: ',',
  after: ']',
  missing: 'null',
  code: (text) => JSON.stringify(text),
  isShortened: true,
};

/**
 * The canonical text of some rows of a packed table, in pieces; see `canonicalTable`, which says what it is.
 *
 * @param places - The rows, as `keptRows` gives them. Written over.
 */
export function* canonicalRows(
  submitter: string,
  period: string,
  rows: PackedRows,
  places: Uint32Array<ArrayBuffer>,
): Generator<string> {
  const textOf = packedRowWriter(rows, CANONICAL);
  const sorted = sortPackedRows(rows, places, textOf);
  const texts = function* () {
    for (const place of sorted) yield textOf(place);
  };
  yield* frameCanonicalRows(submitter, period, rows.plan.table, texts());
}

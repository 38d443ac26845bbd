import { createHash } from 'node:crypto';
import { frameCanonicalRows } from '../standard/canonical-table.ts';
import type { PackedRows } from '../standard/pack-rows.ts';
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
 * The SHA-256, in hexadecimal, of the canonical text of some rows of a table: equal for equal rows, whatever their
 * order and whatever form they came in. It can be searched for by guessing small tables, so it never becomes public.
 *
 * @param places - The rows, as `keptRows` gives them. Written over.
 */
export function tableDigest(
  submitter: string,
  period: string,
  rows: PackedRows,
  places: Uint32Array<ArrayBuffer>,
): string {
  const textOf = packedRowWriter(rows, CANONICAL);
  const sorted = sortPackedRows(rows, places, textOf);
  const hash = createHash('sha256');
  const texts = function* () {
    for (const place of sorted) yield textOf(place);
  };
  for (const piece of frameCanonicalRows(submitter, period, rows.plan.table, texts())) hash.update(piece);
  return hash.digest('hex');
}

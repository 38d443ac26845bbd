import { createHash } from 'node:crypto';
import { canonicalRows } from '../standard/canonical-rows.ts';
import type { PackedRows } from '../standard/pack-rows.ts';

/**
 * The SHA-256, in hexadecimal, of the canonical text of some rows of a table: equal for equal rows, whatever their
 * order and whatever form they came in. It can be searched for by guessing small tables, so it never becomes public.
 *
 * @param sorted - The rows, as `sortPackedRows` gives them.
 */
export function tableDigest(
  submitter: string,
  period: string,
  rows: PackedRows,
  sorted: Uint32Array,
): string {
  const hash = createHash('sha256');
  for (const piece of canonicalRows(submitter, period, rows, sorted)) hash.update(piece);
  return hash.digest('hex');
}

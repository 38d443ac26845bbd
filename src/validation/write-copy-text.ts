import type { PackedRows } from '../standard/pack-rows.ts';
import { packedRowWriter } from '../standard/write-packed-rows.ts';
import { writeValue } from '../store/copy-text.ts';

/** Rows in one piece: a few hundred kilobytes. */
const ROWS_PER_PIECE = 2_000;

/**
 * Some rows of one table of a submission as PostgreSQL's COPY text, in pieces: the id of the submission, then every
 * field that the table has in any version.
 *
 * @param places - The rows, as `keptRows` gives them.
 */
export function* writeCopyText(
  submission_id: string,
  rows: PackedRows,
  places: Uint32Array,
): Generator<string> {
  const lineOf = packedRowWriter(rows, {
    before: `${writeValue(submission_id)}\t`,
    between: '\t',
    after: '\n',
    missing: writeValue(null),
    code: writeValue,
    isShortened: false,
  });
  for (let start = 0; start < places.length; start += ROWS_PER_PIECE) {
    let piece = '';
    for (const place of places.subarray(start, start + ROWS_PER_PIECE)) piece += lineOf(place);
    yield piece;
  }
}

import type { PackedRows } from '../standard/pack-rows.ts';
import { packedRowWriter } from '../standard/write-packed-rows.ts';
import { writeValue } from '../store/copy-text.ts';

/**
 * Some rows of one table of a submission as PostgreSQL's COPY text, in pieces: the id of the submission, then every
 * field that the table has in any version.
 *
 * @param places - The rows, as `keptRows` gives them. In the order of `sortPackedRows`, which is that of the table's
 *   primary key as far as codes lead in both, PostgreSQL needs half the processor time to keep its index.
 */
export function writeCopyText(
  submission_id: string,
  rows: PackedRows,
  places: Uint32Array,
): Generator<Uint8Array<ArrayBuffer>> {
  const write = packedRowWriter(rows, {
    before: `${writeValue(submission_id)}\t`,
    between: '\t',
    after: '\n',
    missing: writeValue(null),
    code: writeValue,
    isShortened: false,
  });
  return write(places);
}

import type { PackedRows } from '../standard/pack-rows.ts';
import { packedRowWriter, type RowWriter } from '../standard/write-packed-rows.ts';
import { writeValue } from '../store/copy-text.ts';

/**
 * What writes rows of one table of a submission as PostgreSQL's COPY text: the id of the submission, then every field
 * that the table has in any version. Of rows in the order of `sortPackedRows`, which is that of the table's primary key
 * as far as codes lead in both, PostgreSQL needs half the processor time to keep its index.
 */
export function copyTextWriter(submission_id: string, rows: PackedRows): RowWriter {
  return packedRowWriter(rows, {
    before: `${writeValue(submission_id)}\t`,
    between: '\t',
    after: '\n',
    missing: writeValue(null),
    code: writeValue,
    isShortened: false,
  });
}

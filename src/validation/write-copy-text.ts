import type { TableName } from '../standard/generated/tables.ts';
import type { Rows } from '../standard/row.ts';
import { TABLES_OF_EVERY_VERSION } from '../standard/versions/every-version.ts';
import { lineOf } from '../store/copy-text.ts';

/** Rows in one piece: a few hundred kilobytes. */
const ROWS_PER_PIECE = 2_000;

/**
 * The rows of one table of a submission as PostgreSQL's COPY text, in pieces: the id of the submission, then every
 * field that the table has in any version.
 */
export function* writeCopyText(submission_id: string, table: TableName, rows: Rows): Generator<string> {
  const { length } = TABLES_OF_EVERY_VERSION[table].fields;
  let lines: string[] = [];
  for (const row of rows) {
    // What came after the version of the row is null.
    lines.push(lineOf([submission_id, ...row, ...Array<null>(length - row.length).fill(null)]));
    if (lines.length === ROWS_PER_PIECE) {
      yield lines.join('');
      lines = [];
    }
  }
  if (lines.length > 0) yield lines.join('');
}

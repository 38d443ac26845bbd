import type pg from 'pg';
import type { TableName } from '../standard/generated/tables.ts';
import type { ReturnHeader } from '../standard/row.ts';
import { TABLES_OF_EVERY_VERSION } from '../standard/versions/every-version.ts';
import { readAcceptedRows } from './accepted-tables.ts';

/** A table of a stored return, and the submission that its rows are kept under. */
export interface StoredTable {
  readonly table: TableName;
  readonly rows_submission_id: string;
}

/**
 * A stored return as NDJSON, as it could be sent again: the header, then a line for each row, a batch at a time.
 *
 * Rows that counted nobody were not kept, so it may have fewer rows than came. It holds one connection of the
 * pool while a table is read.
 */
export async function* readStoredReturn(
  pool: pg.Pool,
  header: ReturnHeader,
  tables: readonly StoredTable[],
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const lineOf = (line: object) => `${JSON.stringify(line)}\n`;
  yield encoder.encode(lineOf(header));
  for (const { table, rows_submission_id } of tables) {
    const names = TABLES_OF_EVERY_VERSION[table].fields.map(({ name }) => name);
    let isEmpty = true;
    for await (const rows of readAcceptedRows(pool, rows_submission_id, table)) {
      isEmpty = false;
      const lines = rows.map((row) =>
        lineOf({ table, ...Object.fromEntries(row.map((value, index) => [names[index], value])) }),
      );
      yield encoder.encode(lines.join(''));
    }
    if (isEmpty) yield encoder.encode(lineOf({ table }));
  }
}

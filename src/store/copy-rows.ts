import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { getTableName } from 'drizzle-orm';
import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { TableName } from '../standard/generated/tables.ts';
import type { RowValues } from '../standard/row.ts';
import { shortenRow, TABLES_OF_EVERY_VERSION } from '../standard/versions/every-version.ts';
import { rowOf } from './copy-text.ts';
import { ROW_TABLES } from './generated/row-tables.ts';
import { isUuid } from './is-uuid.ts';

/** Rows in one batch of a reading. */
const BATCH_SIZE = 5_000;

/**
 * Writes the rows of one table of a submission, in the transaction that the connection has open.
 *
 * @param text - COPY text: in every line the id of the submission, then the fields of the table in every version.
 * @throws {Error} If PostgreSQL refuses a row, or the connection ends: nothing of the transaction is kept.
 */
export async function copyRowsIn(
  client: pg.ClientBase,
  table: TableName,
  text: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
): Promise<void> {
  const columns = ['submission_id', ...TABLES_OF_EVERY_VERSION[table].fields.map((field) => field.name)];
  const statement = `copy ${nameOf(table)} (${columns.map(quote).join(', ')}) from stdin`;
  await pipeline(Readable.from(text), client.query(copyFrom(statement)));
}

/**
 * Reads the rows of one table of a submission, in no promised order, in batches of up to 5,000.
 *
 * Read to the end before the connection is used for anything else; if the reading is left early, the
 * connection is of no further use.
 *
 * @throws {RangeError} If the id of the submission is not a UUID.
 */
export async function* copyRowsOut(
  client: pg.ClientBase,
  submission_id: string,
  table: TableName,
): AsyncGenerator<RowValues[]> {
  const { fields } = TABLES_OF_EVERY_VERSION[table];
  let batch: RowValues[] = [];
  for await (const line of linesIn(copyTextOut(client, submission_id, table))) {
    batch.push(shortenRow(table, rowOf(line, fields)));
    if (batch.length === BATCH_SIZE) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/**
 * The rows of one table of a submission as COPY text, in no promised order: the fields of the table in every
 * version. The pieces end anywhere. To be read to the end, as in `copyRowsOut`.
 *
 * @throws {RangeError} If the id of the submission is not a UUID.
 */
export function copyTextOut(client: pg.ClientBase, submission_id: string, table: TableName): Readable {
  // COPY takes no parameters, so the id stands in the statement itself.
  if (!isUuid(submission_id)) throw new RangeError(`${submission_id} is not a UUID`);
  const columns = TABLES_OF_EVERY_VERSION[table].fields.map((field) => quote(field.name)).join(', ');
  const statement = `copy (select ${columns} from ${nameOf(table)} where submission_id = '${submission_id}') to stdout`;
  return client.query(copyTo(statement));
}

/** Lines end at a line feed and nowhere else: `node:readline` would also break at other characters. */
async function* linesIn(stream: Readable): AsyncGenerator<string> {
  // A byte order mark is a character like any other here.
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let rest = '';
  for await (const chunk of stream) {
    const lines = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n');
    rest = lines.pop() as string;
    yield* lines;
  }
}

function nameOf(table: TableName): string {
  return quote(getTableName(ROW_TABLES[table]));
}

function quote(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}

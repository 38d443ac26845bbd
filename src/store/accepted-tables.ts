import { and, eq } from 'drizzle-orm';
import type pg from 'pg';
import type { TableName } from '../standard/generated/tables.ts';
import type { ReturnHeader, RowValues } from '../standard/row.ts';
import { copyRowsOut } from './copy-rows.ts';
import type { Database } from './database.ts';
import { inCodeOrder } from './in-code-order.ts';
import type { Confirmation, StoredCollection } from './stored-values.ts';
import { standingTables, submissions, submissionTables } from './tables/submissions.ts';
import { leaveToTheQuery } from './transaction.ts';

/** A table that stands: the last that an organisation had accepted for a period. */
export interface AcceptedTable {
  /** Whose rows they are: for `readAcceptedRows`. */
  readonly submission_id: string;
  /** The last accepted return that named the table: it stands, even where its rows had come before. */
  readonly standing_submission_id: string;
  readonly organisation: string;
  readonly period: string;
  readonly table: TableName;
  /** Hex SHA-256 of the canonical table; never leaves the private store. */
  readonly table_digest: string;
  readonly rows: number;
  /** Of the last accepted return that named the table, even where its rows had come before. */
  readonly header: ReturnHeader;
  /** What its submitter confirmed of the whole return, without the words. */
  readonly confirmations: readonly Omit<Confirmation, 'words'>[];
  readonly accepted_at: Date;
}

/**
 * Every table that stands in a collection, by period, organisation and table.
 *
 * Narrowed to one organisation and period, it is what a new return of theirs meets.
 */
export async function listAcceptedTables(
  db: Database,
  filter: { readonly collection: StoredCollection; readonly organisation?: string; readonly period?: string },
): Promise<AcceptedTable[]> {
  const rows = await db
    .select({
      submission_id: standingTables.rows_submission_id,
      standing_submission_id: standingTables.submission_id,
      organisation: standingTables.organisation,
      period: standingTables.period,
      table: standingTables.table_name,
      table_digest: submissionTables.table_digest,
      rows: submissionTables.rows,
      header: submissions.header,
      confirmations: submissions.confirmations,
      accepted_at: submissions.accepted_at,
    })
    .from(standingTables)
    .innerJoin(submissions, eq(submissions.id, standingTables.submission_id))
    .innerJoin(
      submissionTables,
      and(
        eq(submissionTables.submission_id, standingTables.submission_id),
        eq(submissionTables.table_name, standingTables.table_name),
      ),
    )
    .where(
      and(
        eq(standingTables.collection, filter.collection),
        filter.organisation === undefined ? undefined : eq(standingTables.organisation, filter.organisation),
        filter.period === undefined ? undefined : eq(standingTables.period, filter.period),
      ),
    )
    .orderBy(
      inCodeOrder(standingTables.period),
      inCodeOrder(standingTables.organisation),
      inCodeOrder(standingTables.table_name),
    );
  return rows.map(({ header, accepted_at, confirmations: given, ...row }) => {
    if (header === null || accepted_at === null) throw new Error(`${row.submission_id} stands unaccepted`);
    const confirmations = given.map(({ rule, reason }) => ({ rule, reason }));
    return { ...row, header, confirmations, accepted_at };
  });
}

/**
 * Reads the rows of a table that stands, in no promised order, in batches of up to 5,000.
 *
 * Holds one connection of the pool until it is read to the end or left.
 */
export async function* readAcceptedRows(
  pool: pg.Pool,
  submission_id: string,
  table: TableName,
): AsyncGenerator<RowValues[]> {
  const client = await pool.connect();
  client.on('error', leaveToTheQuery);
  let isDone = false;
  try {
    // The reader's own time counts as the statement's, so a request's limit does not fit.
    await client.query('begin read only');
    await client.query('set local statement_timeout = 0');
    yield* copyRowsOut(client, submission_id, table);
    await client.query('commit');
    isDone = true;
  } finally {
    client.off('error', leaveToTheQuery);
    // A reading left half way leaves the connection in the middle of a COPY.
    client.release(!isDone);
  }
}

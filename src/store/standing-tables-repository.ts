import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import type { TableName } from '../standard/generated/tables.ts';
import type { Database } from './database.ts';
import type { StoredCollection } from './stored-values.ts';
import type { Withdrawal } from './submissions-repository.ts';
import { standingTables, submissions, submissionTables } from './tables/submissions.ts';

/** Whose returns, of when: the returns that replace each other. */
export interface ReturnSlot {
  readonly organisation: string;
  readonly collection: StoredCollection;
  readonly period: string;
}

/**
 * Makes all other returns of this organisation and period wait until the transaction ends, so that returns
 * sent at once are taken in one after the other.
 */
export async function lockReturns(db: Database, organisation: string, period: string): Promise<void> {
  await db.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`spcd return ${organisation} ${period}`}, 0))`,
  );
}

/** Lets a submission stand for the tables named, and leaves the organisation's other tables as they are. */
export async function letStand(
  db: Database,
  slot: ReturnSlot,
  submission_id: string,
  tables: readonly { readonly table: TableName; readonly rows_submission_id: string }[],
): Promise<void> {
  if (tables.length === 0) return;
  const { organisation, collection, period } = slot;
  await db
    .insert(standingTables)
    .values(
      tables.map(({ table, rows_submission_id }) => ({
        organisation,
        collection,
        period,
        table_name: table,
        submission_id,
        rows_submission_id,
      })),
    )
    .onConflictDoUpdate({
      target: [
        standingTables.organisation,
        standingTables.collection,
        standingTables.period,
        standingTables.table_name,
      ],
      set: {
        submission_id: sql`excluded.submission_id`,
        rows_submission_id: sql`excluded.rows_submission_id`,
      },
    });
}

/**
 * Takes tables of a submission back: they stand no more, and what stood before them does not come back.
 *
 * Tables that wait to be verified are withdrawn in the same way.
 */
export async function takeBack(
  db: Database,
  submission_id: string,
  tables: readonly TableName[],
  { withdrawn_at, reason }: Withdrawal,
): Promise<void> {
  if (tables.length === 0) return;
  await db
    .delete(standingTables)
    .where(
      and(eq(standingTables.submission_id, submission_id), inArray(standingTables.table_name, [...tables])),
    );
  await db
    .update(submissionTables)
    .set({ withdrawn_at, withdrawal_reason: reason })
    .where(
      and(
        eq(submissionTables.submission_id, submission_id),
        inArray(submissionTables.table_name, [...tables]),
      ),
    );
}

/** The services that the standing returns of all other organisations count, for the same collection and period. */
export async function servicesCountedByOthers(db: Database, slot: ReturnSlot): Promise<Set<string>> {
  const rows = await db
    .selectDistinct({ service: sql<string>`unnest(${submissions.services_included})` })
    .from(standingTables)
    .innerJoin(submissions, eq(submissions.id, standingTables.submission_id))
    .where(
      and(
        eq(standingTables.collection, slot.collection),
        eq(standingTables.period, slot.period),
        ne(standingTables.organisation, slot.organisation),
      ),
    );
  return new Set(rows.map((row) => row.service));
}

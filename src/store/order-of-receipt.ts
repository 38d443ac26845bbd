import { and, eq, gt, inArray, isNull, ne, or, type SQL, sql } from 'drizzle-orm';
import type { TableName } from '../standard/generated/tables.ts';
import type { Database } from './database.ts';
import { inSlot } from './in-slot.ts';
import type { ReturnSlot } from './standing-tables-repository.ts';
import { submissions, submissionTables } from './tables/submissions.ts';

/** Numbers the submissions; PostgreSQL made it for the column. */
export const ORDER_OF_RECEIPT = 'submissions_sequence_seq';

/** Draws the next place in the order of receipt, as a value to be written. */
export function nextPlace(): SQL<number> {
  return sql<number>`nextval(${ORDER_OF_RECEIPT})`;
}

/** Tables that later returns have brought. */
export interface LaterTables {
  /** By one that was accepted, whether it stands still or was taken back since. */
  readonly accepted: ReadonlySet<TableName>;
  /** By one that waits to be verified. */
  readonly held: ReadonlySet<TableName>;
}

/** Which tables came, where a return would stand, with returns that were received after it. */
export async function listLaterTables(
  db: Database,
  slot: ReturnSlot,
  sequence: number,
): Promise<LaterTables> {
  const rows = await db
    .selectDistinct({ table: submissionTables.table_name, state: submissions.state })
    .from(submissions)
    .innerJoin(submissionTables, eq(submissionTables.submission_id, submissions.id))
    .where(
      and(
        inSlot(slot),
        gt(submissions.sequence, sequence),
        inArray(submissions.state, ['accepted', 'needs_verification']),
        ne(submissionTables.outcome, 'overtaken'),
        // What was taken back before it ever stood says nothing of what is to stand.
        or(eq(submissions.state, 'accepted'), isNull(submissionTables.withdrawn_at)),
      ),
    );
  const of = (state: string) => new Set(rows.filter((row) => row.state === state).map(({ table }) => table));
  return { accepted: of('accepted'), held: of('needs_verification') };
}

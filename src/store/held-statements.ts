import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { TableName } from '../standard/generated/tables.ts';
import type { Database } from './database.ts';
import type { StatementQuestion } from './standing-statements.ts';
import { submissions, submissionTables } from './tables/submissions.ts';

/** A table that waits to be confirmed, and which services the return includes that brought it. */
export interface HeldStatement {
  readonly submission_id: string;
  readonly period: string;
  readonly table: TableName;
  readonly services_included: readonly string[];
}

/** What of an organisation waits to be confirmed for these periods in these collections, what came last first. */
export async function listHeldStatements(db: Database, asked: StatementQuestion): Promise<HeldStatement[]> {
  const rows = await db
    .select({
      submission_id: submissions.id,
      period: submissions.period,
      table: submissionTables.table_name,
      header: submissions.header,
    })
    .from(submissions)
    .innerJoin(submissionTables, eq(submissionTables.submission_id, submissions.id))
    .where(
      and(
        eq(submissions.state, 'needs_verification'),
        eq(submissions.organisation, asked.organisation),
        inArray(submissions.period, [...asked.periods]),
        inArray(submissions.collection, [...asked.collections]),
        eq(submissionTables.outcome, 'held'),
        isNull(submissionTables.withdrawn_at),
      ),
    )
    .orderBy(desc(submissions.sequence));
  return rows.map(({ period, header, ...row }) => {
    if (period === null || header === null) throw new Error(`${row.table} waits without a header`);
    return { ...row, period, services_included: header.coverage.services_included };
  });
}

import { and, eq, inArray } from 'drizzle-orm';
import type { TableName } from '../standard/generated/tables.ts';
import type { ReturnHeader } from '../standard/row.ts';
import type { Database } from './database.ts';
import { inCodeOrder } from './in-code-order.ts';
import type { StoredCollection } from './stored-values.ts';
import { standingTables, submissions, submissionTables } from './tables/submissions.ts';

/** A table that stands, and what the return that brought it said of its coverage. */
export interface StandingStatement {
  readonly period: string;
  readonly table: TableName;
  readonly rows: number;
  readonly coverage: ReturnHeader['coverage'];
}

/** Of whom, where and when tables are asked for. */
export interface StatementQuestion {
  readonly organisation: string;
  readonly collections: readonly StoredCollection[];
  readonly periods: readonly string[];
}

/** What an organisation has standing for these periods in these collections, by period and table. */
export async function listStandingStatements(
  db: Database,
  asked: StatementQuestion,
): Promise<StandingStatement[]> {
  const rows = await db
    .select({
      period: standingTables.period,
      table: standingTables.table_name,
      rows: submissionTables.rows,
      header: submissions.header,
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
        eq(standingTables.organisation, asked.organisation),
        inArray(standingTables.collection, [...asked.collections]),
        inArray(standingTables.period, [...asked.periods]),
      ),
    )
    .orderBy(inCodeOrder(standingTables.period), inCodeOrder(standingTables.table_name));
  return rows.map(({ header, ...row }) => {
    if (header === null) throw new Error(`${row.table} of ${row.period} stands without a header`);
    return { ...row, coverage: header.coverage };
  });
}

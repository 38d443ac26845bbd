import { and, desc, eq, inArray, type SQL } from 'drizzle-orm';
import type { Database } from './database.ts';
import { isUuid } from './is-uuid.ts';
import type { StoredSubmission, SubmittedTable } from './submissions-repository.ts';
import { standingTables, submissions, submissionTables } from './tables/submissions.ts';

/** One table of a submission, as the publisher sees it. */
export type TableOverview = Pick<SubmittedTable, 'table' | 'rows' | 'outcome' | 'stands' | 'withdrawal'>;

/** What is asked of submissions; all of what is left out. */
export interface OverviewQuestion {
  readonly id?: string | undefined;
  readonly organisation?: string | undefined;
  readonly period?: string | undefined;
  readonly limit: number;
}

/** What the role that keeps keys and registers may see of a submission. */
const SHOWN = {
  id: submissions.id,
  sequence: submissions.sequence,
  organisation: submissions.organisation,
  period: submissions.period,
  collection: submissions.collection,
  sandbox: submissions.sandbox,
  schema_version: submissions.schema_version,
  state: submissions.state,
  timeliness: submissions.timeliness,
  received_at: submissions.received_at,
  accepted_at: submissions.accepted_at,
  key_id: submissions.key_id,
  request_id: submissions.request_id,
  confirmations: submissions.confirmations,
};

/** A submission as the publisher sees it: what was confirmed and in which words, and no figure of its report. */
export interface SubmissionOverview extends Pick<StoredSubmission, keyof typeof SHOWN> {
  readonly tables: readonly TableOverview[];
}

/** Submissions of every organisation, of the sandbox too, newest first. */
export async function listSubmissionsOverview(
  db: Database,
  { id, organisation, period, limit }: OverviewQuestion,
): Promise<SubmissionOverview[]> {
  if (id !== undefined && !isUuid(id)) return [];
  const asked: (SQL | undefined)[] = [
    id === undefined ? undefined : eq(submissions.id, id),
    organisation === undefined ? undefined : eq(submissions.organisation, organisation),
    period === undefined ? undefined : eq(submissions.period, period),
  ];
  const rows = await db
    .select(SHOWN)
    .from(submissions)
    .where(and(...asked))
    .orderBy(desc(submissions.sequence))
    .limit(limit);
  const ids = rows.map((row) => row.id);
  const tables = ids.length === 0 ? [] : await listTables(db, ids);
  return rows.map((row) => ({
    ...row,
    tables: tables.filter(({ submission_id }) => submission_id === row.id).map(({ table }) => table),
  }));
}

async function listTables(db: Database, ids: readonly string[]) {
  const rows = await db
    .select({
      submission_id: submissionTables.submission_id,
      table: submissionTables.table_name,
      rows: submissionTables.rows,
      outcome: submissionTables.outcome,
      withdrawn_at: submissionTables.withdrawn_at,
      reason: submissionTables.withdrawal_reason,
      standing: standingTables.submission_id,
    })
    .from(submissionTables)
    .leftJoin(
      standingTables,
      and(
        eq(standingTables.submission_id, submissionTables.submission_id),
        eq(standingTables.table_name, submissionTables.table_name),
      ),
    )
    .where(inArray(submissionTables.submission_id, [...ids]))
    .orderBy(submissionTables.table_name);
  return rows.map(({ submission_id, withdrawn_at, reason, standing, ...table }) => ({
    submission_id,
    table: {
      ...table,
      stands: standing !== null,
      withdrawal: withdrawn_at === null || reason === null ? null : { withdrawn_at, reason },
    },
  }));
}

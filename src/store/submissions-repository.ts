import { and, asc, desc, eq, getTableColumns, inArray, isNull, lt } from 'drizzle-orm';
import type { Finding, Report } from '../standard/finding.ts';

import type { TableName } from '../standard/generated/tables.ts';
import type { ReturnHeader } from '../standard/row.ts';
import type { Database } from './database.ts';
import type { Owner } from './holder.ts';
import { inSlot } from './in-slot.ts';
import { isUuid } from './is-uuid.ts';
import type { ReturnSlot } from './standing-tables-repository.ts';
import type {
  Confirmation,
  HeaderChange,
  StoredCollection,
  StoredTotal,
  SubmissionBrief,
  SubmissionState,
  TableOutcome,
  Timeliness,
} from './stored-values.ts';
import { standingTables, submissions, submissionTables } from './tables/submissions.ts';

/** A table of a return that is to be stored. */
export interface NewTable extends SubmittedTable {
  readonly totals: readonly StoredTotal[];
}

/** What became of one table of a return that was accepted or waits to be verified. */
export interface SubmittedTable {
  readonly table: TableName;
  readonly table_digest: string;
  readonly rows: number;
  readonly outcome: TableOutcome;
  /** Whose rows stood before; null where none did. */
  readonly replaced_submission_id: string | null;
  /** Whether the figures of the table are, at present, this return's. */
  readonly stands: boolean;
  readonly withdrawal: Withdrawal | null;
}

/** When and why a table was taken back. */
export interface Withdrawal {
  readonly withdrawn_at: Date;
  readonly reason: string;
}

/** A return that was taken in, without its rows. */
export interface Submission {
  readonly id: string;
  readonly organisation: string;
  readonly period: string | null;
  readonly collection: StoredCollection | null;
  readonly schema_version: string;
  readonly state: SubmissionState;
  readonly received_at: Date;
  readonly accepted_at: Date | null;
  readonly key_id: string;
  readonly request_id: string;
  readonly body_sha256: Buffer;
  readonly header: ReturnHeader | null;
  readonly report: Report;
  readonly service_findings: readonly Finding[];
  readonly confirmations: readonly Confirmation[];
  /** What came to hold otherwise than before with its header, of tables that stood. */
  readonly header_changes: readonly HeaderChange[];
  readonly brief: SubmissionBrief;
  readonly timeliness: Timeliness | null;
  readonly sandbox: boolean;
  /** Empty when the return was rejected. */
  readonly tables: readonly SubmittedTable[];
}

/** A submission as the database holds it; `sequence` grows in the order of receipt. */
export type StoredSubmission = Submission & { readonly sequence: number };

/** A submission without what may be large of it. */
export type SubmissionInShort = Omit<
  StoredSubmission,
  'header' | 'report' | 'service_findings' | 'confirmations' | 'header_changes'
>;

/**
 * Stores a submission; what it did to its tables, their rows and their standing are stored apart.
 *
 * @param sequence - Its place in the order of receipt, where it was given one when it came; the next one otherwise.
 * @returns Its place.
 */
export async function insertSubmission(
  db: Database,
  submission: Omit<Submission, 'tables'>,
  sequence?: number,
): Promise<number> {
  const services_included = [...(submission.header?.coverage.services_included ?? [])];
  const [inserted] = await db
    .insert(submissions)
    .values({ ...submission, services_included, ...(sequence !== undefined && { sequence }) })
    .returning({ sequence: submissions.sequence });
  if (inserted === undefined) throw new Error('what was written is there');
  return inserted.sequence;
}

/** Stores what a submission did to its tables. */
export async function insertTables(db: Database, id: string, tables: readonly NewTable[]): Promise<void> {
  if (tables.length === 0) return;
  await db.insert(submissionTables).values(
    tables.map(({ table, stands: _, withdrawal: __, ...rest }) => ({
      submission_id: id,
      table_name: table,
      ...rest,
    })),
  );
}

/** Changes what may change about a submission: where it is in its life, and what was said of it. */
export async function changeSubmission(
  db: Database,
  id: string,
  change: Partial<
    Pick<
      Submission,
      'state' | 'accepted_at' | 'confirmations' | 'service_findings' | 'header_changes' | 'brief'
    >
  >,
): Promise<void> {
  await db.update(submissions).set(change).where(eq(submissions.id, id));
}

/** Writes down what became of the tables of a submission that has waited. */
export async function changeTables(
  db: Database,
  id: string,
  tables: readonly Pick<SubmittedTable, 'table' | 'outcome' | 'replaced_submission_id'>[],
): Promise<void> {
  for (const { table, outcome, replaced_submission_id } of tables) {
    await db
      .update(submissionTables)
      .set({ outcome, replaced_submission_id })
      .where(and(eq(submissionTables.submission_id, id), eq(submissionTables.table_name, table)));
  }
}

export interface HeldTables {
  /** Of the submission. */
  readonly id: string;
  readonly tables: readonly TableName[];
}

/**
 * The submissions that wait to be verified where a return would stand, oldest first, with the tables that wait: of
 * those received before this place in the order of receipt.
 */
export async function listHeld(db: Database, slot: ReturnSlot, before: number): Promise<HeldTables[]> {
  const rows = await db
    .select({ id: submissions.id, table: submissionTables.table_name })
    .from(submissions)
    .innerJoin(submissionTables, eq(submissionTables.submission_id, submissions.id))
    .where(
      and(
        inSlot(slot),
        lt(submissions.sequence, before),
        eq(submissions.state, 'needs_verification'),
        eq(submissionTables.outcome, 'held'),
        isNull(submissionTables.withdrawn_at),
      ),
    )
    .orderBy(asc(submissions.sequence));
  const ids = [...new Set(rows.map(({ id }) => id))];
  return ids.map((id) => ({ id, tables: rows.filter((row) => row.id === id).map(({ table }) => table) }));
}

/** One submission of an owner; null when it has none with this id. */
export async function findSubmission(
  db: Database,
  owner: Owner,
  id: string,
): Promise<StoredSubmission | null> {
  // PostgreSQL would refuse to compare anything else.
  if (!isUuid(id)) return null;
  const rows = await db
    .select()
    .from(submissions)
    .where(and(isOf(owner), eq(submissions.id, id)));
  const [found] = await withTables(db, rows);
  return found ?? null;
}

/** The place of a submission of an owner in the order of receipt; null when it has none with this id. */
export async function findSequence(db: Database, owner: Owner, id: string): Promise<number | null> {
  if (!isUuid(id)) return null;
  const [found] = await db
    .select({ sequence: submissions.sequence })
    .from(submissions)
    .where(and(isOf(owner), eq(submissions.id, id)));
  return found?.sequence ?? null;
}

/**
 * Submissions of an owner in short, newest first.
 *
 * @param page - `before` is the sequence of the last one on the page before.
 */
export async function listSubmissions(
  db: Database,
  owner: Owner,
  page: { readonly before?: number | undefined; readonly limit: number },
): Promise<SubmissionInShort[]> {
  const { header: _, report: __, service_findings: ___, ...rest } = getTableColumns(submissions);
  const { confirmations: ____, header_changes: _____, ...short } = rest;
  const rows = await db
    .select(short)
    .from(submissions)
    .where(and(isOf(owner), page.before === undefined ? undefined : lt(submissions.sequence, page.before)))
    .orderBy(desc(submissions.sequence))
    .limit(page.limit);
  return withTables(db, rows);
}

function isOf({ organisation, sandbox }: Owner) {
  return and(eq(submissions.organisation, organisation), eq(submissions.sandbox, sandbox));
}

async function withTables<Row extends { readonly id: string; readonly services_included: unknown }>(
  db: Database,
  rows: readonly Row[],
): Promise<(Omit<Row, 'services_included'> & Pick<Submission, 'tables'>)[]> {
  if (rows.length === 0) return [];
  const { totals: _, ...shown } = getTableColumns(submissionTables);
  const tables = await db
    .select(shown)
    .from(submissionTables)
    .where(
      inArray(
        submissionTables.submission_id,
        rows.map((row) => row.id),
      ),
    )
    .orderBy(asc(submissionTables.table_name));
  const standing = await db
    .select({ id: standingTables.submission_id, table: standingTables.table_name })
    .from(standingTables)
    .where(
      inArray(
        standingTables.submission_id,
        rows.map((row) => row.id),
      ),
    );
  const stands = new Set(standing.map(({ id, table }) => `${id} ${table}`));
  return rows.map(({ services_included: _, ...row }) => ({
    ...row,
    tables: tables
      .filter((table) => table.submission_id === row.id)
      .map(({ submission_id, table_name, withdrawn_at, withdrawal_reason, ...rest }) => ({
        table: table_name,
        ...rest,
        stands: stands.has(`${submission_id} ${table_name}`),
        withdrawal:
          withdrawn_at === null || withdrawal_reason === null
            ? null
            : { withdrawn_at, reason: withdrawal_reason },
      })),
  }));
}

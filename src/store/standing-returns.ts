import { and, asc, eq, exists, gt, inArray, ne } from 'drizzle-orm';
import type { Finding, Report } from '../standard/finding.ts';
import type { ReturnHeader } from '../standard/row.ts';
import type { Database } from './database.ts';
import type { StoredTable } from './stored-return.ts';
import { standingTables, submissions, submissionTables } from './tables/submissions.ts';

/** An accepted return of which some table stands, with what was said of it when it came. */
export interface StandingReturn {
  readonly id: string;
  readonly organisation: string;
  readonly period: string;
  readonly header: ReturnHeader;
  readonly report: Report;
  /** What only the service could find. */
  readonly service_findings: readonly Finding[];
  /** Every table that came with it and once stood, and how many of its rows were kept. */
  readonly tables: readonly (StoredTable & { readonly rows: number })[];
}

/** How many returns are read at once; a report is small, but there may be thousands. */
const PAGE = 20;

/**
 * The accepted returns of which some table stands, those of sandboxes left out, in the order in which they came.
 *
 * @param filter - `since`: only returns accepted after that moment.
 */
export async function* listStandingReturns(
  db: Database,
  filter: { readonly since?: Date | undefined; readonly organisation?: string | undefined } = {},
): AsyncGenerator<StandingReturn> {
  for (let after = 0; ; ) {
    const found = await db
      .select({
        id: submissions.id,
        sequence: submissions.sequence,
        organisation: submissions.organisation,
        period: submissions.period,
        header: submissions.header,
        report: submissions.report,
        service_findings: submissions.service_findings,
      })
      .from(submissions)
      .where(
        and(
          gt(submissions.sequence, after),
          eq(submissions.sandbox, false),
          eq(submissions.state, 'accepted'),
          filter.since && gt(submissions.accepted_at, filter.since),
          filter.organisation === undefined ? undefined : eq(submissions.organisation, filter.organisation),
          exists(db.select().from(standingTables).where(eq(standingTables.submission_id, submissions.id))),
        ),
      )
      .orderBy(asc(submissions.sequence))
      .limit(PAGE);
    const tables = await tablesOf(
      db,
      found.map(({ id }) => id),
    );
    for (const { sequence, header, period, ...rest } of found) {
      if (header === null || period === null) throw new Error(`${rest.id} stands without a header`);
      yield { ...rest, header, period, tables: tables.get(rest.id) ?? [] };
      after = sequence;
    }
    if (found.length < PAGE) return;
  }
}

/** A table that came unchanged has its rows where they were stored before. */
async function tablesOf(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StandingReturn['tables']>> {
  const byReturn = new Map<string, StandingReturn['tables'][number][]>();
  if (ids.length === 0) return byReturn;
  const found = await db
    .select()
    .from(submissionTables)
    .where(and(inArray(submissionTables.submission_id, [...ids]), ne(submissionTables.outcome, 'overtaken')))
    .orderBy(asc(submissionTables.table_name));
  for (const { submission_id, table_name, rows, outcome, replaced_submission_id } of found) {
    const rows_submission_id =
      outcome === 'unchanged' ? (replaced_submission_id ?? submission_id) : submission_id;
    const tables = byReturn.get(submission_id) ?? [];
    tables.push({ table: table_name, rows, rows_submission_id });
    byReturn.set(submission_id, tables);
  }
  return byReturn;
}

import type { Finding, Report } from '../standard/finding.ts';
import type { CollectionCode } from '../standard/generated/code-lists.ts';
import { TABLE_NAMES, type TableName } from '../standard/generated/tables.ts';
import type { Text } from '../standard/text.ts';
import type { Confirmation, SubmissionState, TableOutcome } from '../store/stored-values.ts';
import type { Submission } from '../store/submissions-repository.ts';
import { nextAction } from './next-action.ts';

/** What became of one table of a return. `held` waits for verification; nothing of it is stored yet. */
export const RECEIPT_OUTCOMES = ['created', 'revised', 'unchanged', 'held', 'rejected'] as const;
export type ReceiptOutcome = (typeof RECEIPT_OUTCOMES)[number];

export interface TableReceipt {
  readonly table: TableName;
  readonly outcome: ReceiptOutcome;
  /** Rows kept; of a table that was held or rejected, rows read. Rows that count nobody are not kept. */
  readonly rows: number;
  /** Equal for equal rows, whatever their order and form; null for a table that was held or rejected. */
  readonly table_digest: string | null;
  /** Whether a later return of the organisation has taken the place of this table. */
  readonly superseded: boolean;
}

/** What a submitter is told of a return, now and whenever they ask again. */
export interface Receipt {
  /** Null for a dry run, of which nothing is stored. */
  readonly submission_id: string | null;
  readonly dry_run: boolean;
  readonly organisation: string;
  /** Null, as is the collection, when the header could not be read. */
  readonly period: string | null;
  readonly collection: CollectionCode | null;
  readonly state: SubmissionState;
  readonly received_at: string;
  readonly tables: readonly TableReceipt[];
  readonly report: Report;
  /** What only the service can find: its calendar, its register, and what stands already. */
  readonly service_findings: readonly Finding[];
  readonly confirmations: readonly Confirmation[];
  readonly next_action: Text;
}

/**
 * Writes the receipt of a submission, stored or tried.
 *
 * @param superseded - Its tables that a later return has replaced since.
 */
export function receiptOf(
  submission: Submission,
  { dry_run = false, superseded = [] }: { dry_run?: boolean; superseded?: readonly TableName[] } = {},
): Receipt {
  const tables = tableReceipts(submission, superseded);
  return {
    submission_id: dry_run ? null : submission.id,
    dry_run,
    organisation: submission.organisation,
    period: submission.period,
    collection: submission.collection,
    state: submission.state,
    received_at: submission.received_at.toISOString(),
    tables,
    report: submission.report,
    service_findings: submission.service_findings,
    confirmations: submission.confirmations,
    next_action: nextAction(submission.state, dry_run, tables),
  };
}

function tableReceipts(
  { state, tables, report }: Submission,
  superseded: readonly TableName[],
): TableReceipt[] {
  if (state === 'accepted') {
    const taken = new Map<TableName, { rows: number; table_digest: string; outcome: TableOutcome }>(
      tables.map(({ table, ...rest }) => [table, rest]),
    );
    return TABLE_NAMES.flatMap((table) => {
      const result = taken.get(table);
      return result ? [{ table, ...result, superseded: superseded.includes(table) }] : [];
    });
  }
  const outcome = state === 'rejected' ? 'rejected' : 'held';
  return TABLE_NAMES.flatMap((table) => {
    const rows = report.rows[table];
    return rows === undefined ? [] : [{ table, outcome, rows, table_digest: null, superseded: false }];
  });
}

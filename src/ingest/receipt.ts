import type { Finding, Report } from '../standard/finding.ts';
import { TABLE_NAMES, type TableName } from '../standard/generated/tables.ts';
import type { Text } from '../standard/text.ts';
import {
  type Confirmation,
  type HeaderChange,
  type StoredCollection,
  TABLE_OUTCOMES,
  type Timeliness,
} from '../store/stored-values.ts';
import type { StoredSubmission, SubmissionInShort, SubmittedTable } from '../store/submissions-repository.ts';
import { type LifeState, lifeStateOf } from './life-state.ts';
import { nextAction } from './next-action.ts';
import { wordsOfTimeliness } from './timeliness.ts';

/**
 * What became of one table of a return. `held` waits to be verified: it is stored, and does not stand; `overtaken` never
 * stood, as a later return brought the table first.
 */
export const RECEIPT_OUTCOMES = [...TABLE_OUTCOMES, 'rejected'] as const;
export type ReceiptOutcome = (typeof RECEIPT_OUTCOMES)[number];

export interface TableReceipt {
  readonly table: TableName;
  readonly outcome: ReceiptOutcome;
  /** Rows kept; of a table that was rejected or overtaken, rows read. Rows that count nobody are not kept. */
  readonly rows: number;
  /** Equal for equal rows, whatever their order and form; null for a table that was rejected. */
  readonly table_digest: string | null;
  /** Whether a later return of the organisation has taken the place of this table. */
  readonly superseded: boolean;
  /** When and why the organisation took this table back; null unless it did. */
  readonly withdrawal: { readonly withdrawn_at: string; readonly reason: string } | null;
}

/** What a submitter is told of a return in a list. */
export interface ReceiptInShort {
  /** Null for a dry run, of which nothing is stored. */
  readonly submission_id: string | null;
  readonly dry_run: boolean;
  /** Grows in the order in which receipts were given: that of a 202 too. Null for a dry run. */
  readonly sequence: number | null;
  readonly organisation: string;
  /** Null, as is the collection, when the header could not be read. */
  readonly period: string | null;
  readonly collection: StoredCollection | null;
  readonly state: LifeState;
  /** Whether it came by the day it was due; null when the period could not be read. */
  readonly timeliness: Timeliness | null;
  /** Whether it was sent with a sandbox key, and so is never released. */
  readonly sandbox: boolean;
  readonly received_at: string;
  /** SHA-256 of the bytes that were received, in hexadecimal. */
  readonly body_sha256: string;
  readonly tables: readonly TableReceipt[];
  readonly next_action: Text;
}

/** What a submitter is told of a return, now and whenever they ask again. */
export interface Receipt extends ReceiptInShort {
  readonly report: Report;
  /** What only the service can find: its calendar, its register, and what stands already. */
  readonly service_findings: readonly Finding[];
  readonly confirmations: readonly Confirmation[];
  /** What came to hold otherwise than before with its header, of tables that stood; their rows may be the same. */
  readonly header_changes: readonly HeaderChange[];
}

/** Writes the receipt of a submission, stored or tried. */
export function receiptOf(
  submission: StoredSubmission,
  { dry_run = false }: { readonly dry_run?: boolean } = {},
): Receipt {
  const { report, service_findings, confirmations, header_changes } = submission;
  const { next_action, ...short } = receiptInShort(submission, dry_run);
  return { ...short, report, service_findings, confirmations, header_changes, next_action };
}

/** Writes the receipt of a submission as a list has it. */
export function receiptInShort(submission: SubmissionInShort, dry_run = false): ReceiptInShort {
  const tables = tableReceipts(submission);
  const state = lifeStateOf(submission);
  const action = nextAction(state, { ...submission, dry_run }, tables);
  return {
    submission_id: dry_run ? null : submission.id,
    dry_run,
    sequence: dry_run ? null : submission.sequence,
    organisation: submission.organisation,
    period: submission.period,
    collection: submission.collection,
    state,
    timeliness: submission.timeliness,
    sandbox: submission.sandbox,
    received_at: submission.received_at.toISOString(),
    body_sha256: submission.body_sha256.toString('hex'),
    tables,
    next_action: withLateness(action, state, submission),
  };
}

/** Of a return that can stand, it is said besides when it came late. Nothing is refused for it. */
function withLateness(
  action: Text,
  state: LifeState,
  { timeliness, sandbox }: Pick<SubmissionInShort, 'timeliness' | 'sandbox'>,
): Text {
  const canStand = state === 'accepted' || state === 'needs_verification';
  const late = canStand ? wordsOfTimeliness(timeliness, sandbox) : null;
  return late === null ? action : { en: `${action.en} ${late.en}`, cy: `${action.cy} ${late.cy}` };
}

function tableReceipts({ state, tables, brief }: SubmissionInShort): TableReceipt[] {
  if (state === 'rejected') {
    return TABLE_NAMES.flatMap((table) => {
      const rows = brief.rows[table];
      if (rows === undefined) return [];
      return [{ table, outcome: 'rejected', rows, table_digest: null, superseded: false, withdrawal: null }];
    });
  }
  return TABLE_NAMES.flatMap((name) => {
    const found = tables.find(({ table }) => table === name);
    return found ? [tableReceipt(found, state !== 'needs_verification')] : [];
  });
}

function tableReceipt(
  { table, outcome, rows, table_digest, stands, withdrawal }: SubmittedTable,
  hadItsTurn: boolean,
): TableReceipt {
  return {
    table,
    outcome,
    rows,
    table_digest,
    superseded: (hadItsTurn || outcome === 'overtaken') && !stands && withdrawal === null,
    withdrawal: withdrawal && {
      withdrawn_at: withdrawal.withdrawn_at.toISOString(),
      reason: withdrawal.reason,
    },
  };
}

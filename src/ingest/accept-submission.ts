import { randomUUID } from 'node:crypto';
import { ServiceError } from '../errors.ts';
import { collectionOf } from '../standard/collection.ts';
import type { ReturnHeader } from '../standard/row.ts';
import { listAcceptedTables } from '../store/accepted-tables.ts';
import type { AuditAction } from '../store/audit-actions.ts';
import { recordAudit } from '../store/audit-log.ts';
import { copyRowsIn } from '../store/copy-rows.ts';
import type { OpenDatabase } from '../store/database.ts';
import { letStand, lockReturns, type ReturnSlot } from '../store/standing-tables-repository.ts';
import type { SubmissionState } from '../store/stored-values.ts';
import { insertSubmission, type Submission } from '../store/submissions-repository.ts';
import { inTransaction, type Transaction } from '../store/transaction.ts';
import type {
  ArrivingReturn,
  DigestedTable,
  HeldReturn,
  ReturnValidation,
} from '../validation/held-return.ts';
import { checkWithService } from './check-with-service.ts';
import { decideState } from './decide-state.ts';
import { type PlannedTable, planTables } from './plan-tables.ts';
import type { VerifiedRule } from './read-confirmations.ts';
import { type Receipt, receiptOf } from './receipt.ts';
import { receiveReturn } from './receive-return.ts';
import { findTimeliness } from './timeliness.ts';

export interface SubmissionRequest extends ArrivingReturn {
  /** Of the key that the request came with. */
  readonly organisation: string;
  readonly key_id: string;
  /** Whether `key_id` is of a key or of an OAuth client; a key where it is left out. */
  readonly actor_kind?: 'key' | 'client';
  /** Whether the key is a sandbox key: the return then stands where no release is built from. */
  readonly sandbox?: boolean;
  /** Does all that a submission does, the writing included, and then undoes it. */
  readonly dry_run: boolean;
  /** What the submitter confirms in the same call; see `readConfirmations`. */
  readonly confirmed?: readonly VerifiedRule[];
  readonly maximumBytes: number;
  readonly now: Date;
  readonly request_id: string;
}

export interface SubmissionDependencies extends Pick<OpenDatabase, 'pool'> {
  readonly validation: ReturnValidation;
}

/** Writing two million rows, or waiting for another return of the same period, takes longer than a question. */
const STATEMENT_TIMEOUT_MS = 600_000;

export interface SubmissionOutcome {
  readonly accepted: boolean;
  readonly receipt: Receipt;
}

/**
 * Takes in one return: reads and validates it, checks it with what only the service knows, and, when nothing
 * stands against it, lets it replace the tables it names, all in one transaction. Returns of one organisation
 * and period that come at once are taken in one after the other.
 *
 * A return that is not accepted leaves its report and nothing else; a failure leaves nothing.
 *
 * @throws {ServiceError} ORGANISATION_MISMATCH, or whatever reading and validating the return throws; nothing is
 *   then stored.
 */
export async function acceptSubmission(
  { pool, validation }: SubmissionDependencies,
  request: SubmissionRequest,
): Promise<SubmissionOutcome> {
  const held = await receiveReturn(validation, request);
  try {
    const { header, report } = held;
    if (header !== null && header.submitter !== request.organisation) throw mismatch(request, header);
    // Before the transaction: digests of large tables take longer than anything that happens in it.
    const digested = header !== null && report.result !== 'invalid' ? await held.digestTables() : [];
    const submission = await inTransaction(
      pool,
      (transaction) => takeIn(transaction, request, held, digested),
      () => !request.dry_run,
    );
    return {
      accepted: submission.state === 'accepted',
      receipt: receiptOf(submission, { dry_run: request.dry_run }),
    };
  } finally {
    held.release();
  }
}

async function takeIn(
  transaction: Transaction,
  request: SubmissionRequest,
  held: HeldReturn,
  digested: readonly DigestedTable[],
): Promise<Submission> {
  const { header, report } = held;
  await transaction.client.query(`set local statement_timeout = ${STATEMENT_TIMEOUT_MS}`);
  const id = randomUUID();
  const slot = header === null ? null : slotOf(header, request.sandbox);
  if (slot) await lockReturns(transaction.db, slot.organisation, slot.period);
  const standing = slot ? await listAcceptedTables(transaction.db, slot) : [];
  const service_findings =
    header === null
      ? []
      : await checkWithService(transaction, {
          form: request.source.format,
          header,
          held,
          standing,
          collection: slotOf(header, request.sandbox).collection,
          now: request.now,
          areRowsSound: report.result !== 'invalid',
        });
  const { state, confirmations } = decideState(
    [...report.findings, ...service_findings],
    request.confirmed ?? [],
  );
  const planned = state === 'accepted' ? planTables(digested, standing, id) : [];
  const submission: Submission = {
    id,
    organisation: request.organisation,
    period: slot?.period ?? null,
    collection: slot?.collection ?? null,
    schema_version: report.schema_version,
    state,
    received_at: request.now,
    accepted_at: state === 'accepted' ? request.now : null,
    key_id: request.key_id,
    request_id: request.request_id,
    body_sha256: Buffer.from(held.body_sha256),
    header,
    report,
    service_findings,
    confirmations,
    timeliness: header && (await findTimeliness(transaction.db, header, request.now)),
    sandbox: request.sandbox ?? false,
    tables: planned.map(({ table, table_digest, rows, outcome, replaced_submission_id }) => ({
      table,
      table_digest,
      rows,
      outcome,
      replaced_submission_id,
      stands: true,
      withdrawal: null,
    })),
  };
  await insertSubmission(transaction.db, submission);
  await recordAudit(transaction.db, {
    at: request.now,
    actor: { kind: request.actor_kind ?? 'key', id: request.key_id },
    organisation: request.organisation,
    action: WRITTEN_DOWN_AS[state],
    subject: id,
    request_id: request.request_id,
    digest: submission.body_sha256,
  });
  if (slot) await keepTables(transaction, slot, id, { held, planned });
  return submission;
}

const WRITTEN_DOWN_AS = {
  accepted: 'submission_accepted',
  needs_verification: 'submission_held',
  rejected: 'submission_rejected',
  superseded: 'submission_superseded',
} as const satisfies Record<SubmissionState, AuditAction>;

/** Writes the rows that are new and lets the submission stand for every table it names. */
async function keepTables(
  { db, client }: Transaction,
  slot: ReturnSlot,
  submission_id: string,
  { held, planned }: { held: HeldReturn; planned: readonly PlannedTable[] },
): Promise<void> {
  for (const { table, outcome } of planned) {
    if (outcome !== 'unchanged') await copyRowsIn(client, table, held.copyText(table, submission_id));
  }
  await letStand(db, slot, submission_id, planned);
}

function slotOf(header: ReturnHeader, sandbox = false): ReturnSlot {
  return {
    organisation: header.submitter,
    collection: sandbox ? 'sandbox' : collectionOf(header.source_kind),
    period: header.period,
  };
}

function mismatch(request: SubmissionRequest, header: ReturnHeader): ServiceError {
  return new ServiceError(
    'ORGANISATION_MISMATCH',
    {
      en: `The return is of ${header.submitter}, but the key is of ${request.organisation}. Nothing was stored.`,
      cy: `Ffurflen ${header.submitter} yw hon, ond allwedd ${request.organisation} yw'r allwedd. Ni storiwyd dim.`,
    },
    { submitter: header.submitter, organisation: request.organisation },
  );
}

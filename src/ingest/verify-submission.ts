import { ServiceError } from '../errors.ts';
import type { Finding } from '../standard/finding.ts';
import type { Text } from '../standard/text.ts';
import type { AuditAction } from '../store/audit-actions.ts';
import { type AuditActor, type AuditEntry, recordAudit } from '../store/audit-log.ts';
import type { OpenDatabase } from '../store/database.ts';
import { deleteRows } from '../store/delete-rows.ts';
import type { Owner } from '../store/holder.ts';
import { letStand, lockReturns } from '../store/standing-tables-repository.ts';
import { readStoredReturn } from '../store/stored-return.ts';
import {
  changeSubmission,
  changeTables,
  findSubmission,
  type StoredSubmission,
} from '../store/submissions-repository.ts';
import { inTransaction, type Transaction } from '../store/transaction.ts';
import type { DigestedTable, HeldReturn } from '../validation/held-return.ts';
import type { SubmissionDependencies } from './accept-submission.ts';
import { AUDITED } from './audited-states.ts';
import { decideReturn } from './decide-return.ts';
import { decideState } from './decide-state.ts';
import { lifeStateOf } from './life-state.ts';
import { overtakeHeld } from './overtake-held.ts';
import { refuseConfirmations, type VerifiedRule } from './read-confirmations.ts';

export interface VerificationRequest extends Owner {
  readonly actor: AuditActor;
  readonly submission_id: string;
  readonly confirmed: readonly VerifiedRule[];
  readonly now: Date;
  readonly request_id: string;
}

/**
 * Confirms findings of a return that waits to be verified. With the last one it is taken in as if it came now: what
 * stands, and the register, may have changed while it waited.
 *
 * @returns The submission as it is afterwards; null when its owner has none with this id.
 * @throws {ServiceError} CONFLICT when it does not wait any more; REQUEST_MALFORMED when a rule was not found in it,
 *   or words seem to name a person; whatever validating it throws.
 */
export async function verifySubmission(
  { db, pool, validation }: SubmissionDependencies & Pick<OpenDatabase, 'db'>,
  request: VerificationRequest,
): Promise<StoredSubmission | null> {
  const { submission_id } = request;
  const first = await inLock(pool, request, async ({ db }, submission, confirmed) => {
    const { state, confirmations } = decideState(findingsIn(submission), confirmed);
    await changeSubmission(db, submission_id, { confirmations });
    await recordAudit(db, auditOf(request, 'submission_verified'));
    return { submission, isWhole: state === 'accepted' };
  });
  if (first === null) return null;
  if (first.isWhole) {
    const { header, tables } = first.submission;
    if (header === null) throw new Error(`${submission_id} waits without a header`);
    const stored = tables.map(({ table }) => ({ table, rows_submission_id: submission_id }));
    const held = await validation.receive({ source: SOURCE, body: readStoredReturn(pool, header, stored) });
    try {
      const digested = held.report.result === 'invalid' ? [] : await held.digestTables();
      await inLock(pool, request, (transaction, submission, confirmed) =>
        takeInHeld(transaction, request, { submission, held, digested, confirmed }),
      );
    } finally {
      held.release();
    }
  }
  return findSubmission(db, request, submission_id);
}

const SOURCE = { format: 'ndjson' } as const;

/** Works on a submission that waits, while no other return of its period is decided on. Null when there is none. */
function inLock<Result>(
  pool: OpenDatabase['pool'],
  request: VerificationRequest,
  work: (
    transaction: Transaction,
    submission: StoredSubmission,
    confirmed: readonly VerifiedRule[],
  ) => Promise<Result>,
): Promise<Result | null> {
  const { organisation, submission_id, confirmed } = request;
  return inTransaction(pool, async (transaction) => {
    const known = await findSubmission(transaction.db, request, submission_id);
    if (known === null) return null;
    if (known.period !== null) await lockReturns(transaction.db, organisation, known.period);
    // Read once more: it may have been overtaken, or confirmed by somebody else, until the lock was ours.
    const submission = (await findSubmission(transaction.db, request, submission_id)) ?? known;
    if (lifeStateOf(submission) !== 'needs_verification') throw waitsNoMore(submission);
    return work(transaction, submission, addConfirmations(submission, confirmed));
  });
}

/** Takes a return in that has waited, or finds that it can no more be taken in. Its rows are stored already. */
async function takeInHeld(
  transaction: Transaction,
  request: VerificationRequest,
  {
    submission,
    held,
    digested,
    confirmed,
  }: {
    readonly submission: StoredSubmission;
    readonly held: HeldReturn;
    readonly digested: readonly DigestedTable[];
    readonly confirmed: readonly VerifiedRule[];
  },
): Promise<void> {
  const { db } = transaction;
  const { id, sandbox } = submission;
  const { now, actor, request_id } = request;
  const { state, slot, confirmations, service_findings, planned } = await decideReturn(transaction, {
    ...{ id, form: SOURCE.format, sandbox, confirmed, now, held, digested },
  });
  const accepted_at = state === 'accepted' ? now : null;
  await changeSubmission(db, id, { state, accepted_at, confirmations, service_findings });
  await changeTables(db, id, planned);
  const kept = planned.filter(({ outcome }) => outcome !== 'unchanged').map(({ table }) => table);
  await deleteRows(
    db,
    id,
    submission.tables.map(({ table }) => table).filter((table) => !kept.includes(table)),
  );
  if (slot !== null && state === 'accepted') {
    await letStand(db, slot, id, planned);
    const tables = planned.map(({ table }) => table);
    await overtakeHeld(db, slot, { id, tables, actor, now, request_id });
  }
  await recordAudit(db, auditOf(request, AUDITED[state]));
}

function findingsIn({ report, service_findings }: StoredSubmission): readonly Finding[] {
  return [...report.findings, ...service_findings];
}

/** What was confirmed before and what is confirmed now; of a rule confirmed twice, the later word. */
function addConfirmations(
  submission: StoredSubmission,
  confirmed: readonly VerifiedRule[],
): readonly VerifiedRule[] {
  const toVerify = findingsIn(submission)
    .filter(({ tier }) => tier === 'verify')
    .map(({ rule }) => rule);
  refuseConfirmations(confirmed, toVerify);
  const earlier = submission.confirmations as readonly VerifiedRule[];
  const isAgain = ({ rule }: VerifiedRule) => confirmed.some((later) => later.rule === rule);
  return [...earlier.filter((each) => !isAgain(each)), ...confirmed];
}

function auditOf(request: VerificationRequest, action: AuditAction): AuditEntry {
  const { now, actor, organisation, submission_id, request_id } = request;
  return { at: now, actor, organisation, action, subject: submission_id, request_id };
}

function waitsNoMore(submission: StoredSubmission): ServiceError {
  const state = lifeStateOf(submission);
  const detail: Text = {
    en: `Its state is ${state}: there is nothing to confirm any more.`,
    cy: `Ei gyflwr yw ${state}: nid oes dim i'w gadarnhau mwyach.`,
  };
  return new ServiceError('CONFLICT', detail, { state });
}

import { ServiceError } from '../errors.ts';
import type { Finding } from '../standard/finding.ts';
import type { TableName } from '../standard/generated/tables.ts';
import type { Text } from '../standard/text.ts';
import type { AuditActor } from '../store/audit-log.ts';
import type { Database, OpenDatabase } from '../store/database.ts';
import { type Owner, ownerName } from '../store/holder.ts';
import { lockReturns } from '../store/standing-tables-repository.ts';
import { readStoredReturn } from '../store/stored-return.ts';
import { findSubmission, type StoredSubmission } from '../store/submissions-repository.ts';
import { inTransaction } from '../store/transaction.ts';
import type { HeldReturn } from '../validation/held-return.ts';
import type { SubmissionDependencies } from './accept-submission.ts';
import { type LifeState, lifeStateOf, waits } from './life-state.ts';
import { refuseConfirmations, type VerifiedRule } from './read-confirmations.ts';
import { takeInHeld } from './take-in-held.ts';
import { inTurn } from './turns.ts';

export interface VerificationRequest extends Owner {
  readonly actor: AuditActor;
  readonly submission_id: string;
  readonly confirmed: readonly VerifiedRule[];
  readonly now: Date;
  readonly request_id: string;
  /** Called in the transaction, with the submission as it is afterwards. What it throws undoes all. */
  readonly onDecided?: (transaction: Database, submission: StoredSubmission) => Promise<void>;
}

/**
 * Confirms findings of a return that waits to be verified. With the last one it is taken in as if it came now: what
 * stands, and the register, may have changed while it waited. It is looked at first, and then written down what was
 * confirmed and what came of it, in one transaction. Confirming again just what was confirmed changes nothing: whoever
 * lost the answer learns what came of it.
 *
 * @returns The submission as it is afterwards; null when its owner has none with this id.
 * @throws {ServiceError} STATE_DOES_NOT_ALLOW when it does not wait any more; REQUEST_MALFORMED when a rule was not found in it,
 *   or words seem to name a person; whatever validating it throws.
 */
export async function verifySubmission(
  dependencies: SubmissionDependencies & Pick<OpenDatabase, 'db'>,
  request: VerificationRequest,
): Promise<StoredSubmission | null> {
  for (;;) {
    const known = await findSubmission(dependencies.db, request, request.submission_id);
    if (known === null || isDecidedSo(known, request.confirmed)) return known;
    addConfirmations(known, request.confirmed);
    const held = await readHeld(dependencies, known, ownerName(request));
    try {
      const decided = await decideOn(dependencies, request, { held, tables: waitingTables(known) });
      // A later return brought some of its tables while it was looked at: there are fewer now, so this ends.
      if (decided !== 'has changed') return decided;
    } finally {
      held.release();
    }
  }
}

/** Reads the tables of a submission that wait, and validates them as a return of their own. */
async function readHeld(
  { pool, validation }: SubmissionDependencies,
  submission: StoredSubmission,
  owner: string,
): Promise<HeldReturn> {
  const { id, header } = submission;
  if (header === null) throw new Error(`${id} waits without a header`);
  const stored = waitingTables(submission).map((table) => ({ table, rows_submission_id: id }));
  return validation.receive({
    source: { format: 'ndjson' },
    owner,
    body: readStoredReturn(pool, header, stored),
  });
}

async function decideOn(
  { pool, turns }: SubmissionDependencies,
  request: VerificationRequest,
  { held, tables }: { readonly held: HeldReturn; readonly tables: readonly TableName[] },
): Promise<StoredSubmission | 'has changed' | null> {
  const { submission_id } = request;
  const who = { organisation: request.organisation, period: held.header?.period ?? null };
  return inTurn(turns, who, () =>
    inTransaction(pool, async (transaction) => {
      const { db } = transaction;
      const known = await findSubmission(db, request, submission_id);
      if (known === null) return null;
      if (known.period !== null) await lockReturns(db, request.organisation, known.period);
      // Read once more: it may have been overtaken, or confirmed by somebody else, until the lock was ours.
      const submission = (await findSubmission(db, request, submission_id)) ?? known;
      if (isDecidedSo(submission, request.confirmed)) return submission;
      const confirmed = addConfirmations(submission, request.confirmed);
      if (waitingTables(submission).join() !== tables.join()) return 'has changed';
      await takeInHeld(transaction, request, { submission, held, confirmed });
      const after = await findSubmission(db, request, submission_id);
      if (after === null) throw new Error(`${submission_id} was there a moment ago`);
      await request.onDecided?.(db, after);
      return after;
    }),
  );
}

function waitingTables({ tables }: StoredSubmission): TableName[] {
  return tables.filter(waits).map(({ table }) => table);
}

/** Whether it does not wait any more, and all that is confirmed now was confirmed in the same words before. */
function isDecidedSo(submission: StoredSubmission, confirmed: readonly VerifiedRule[]): boolean {
  if (lifeStateOf(submission) === 'needs_verification') return false;
  const before = submission.confirmations as readonly VerifiedRule[];
  return confirmed.every(({ rule, reason, words }) =>
    before.some((known) => known.rule === rule && known.reason === reason && known.words === words),
  );
}

/**
 * What was confirmed before and what is confirmed now; of a rule confirmed twice, the later word.
 *
 * @throws {ServiceError} STATE_DOES_NOT_ALLOW when the submission does not wait; REQUEST_MALFORMED, see `refuseConfirmations`.
 */
function addConfirmations(
  submission: StoredSubmission,
  confirmed: readonly VerifiedRule[],
): readonly VerifiedRule[] {
  if (lifeStateOf(submission) !== 'needs_verification') throw waitsNoMore(submission);
  const { report, service_findings } = submission;
  const found: readonly Finding[] = [...report.findings, ...service_findings];
  const toVerify = found.filter(({ tier }) => tier === 'verify').map(({ rule }) => rule);
  refuseConfirmations(confirmed, toVerify);
  const earlier = submission.confirmations as readonly VerifiedRule[];
  const isAgain = ({ rule }: VerifiedRule) => confirmed.some((later) => later.rule === rule);
  return [...earlier.filter((each) => !isAgain(each)), ...confirmed];
}

function waitsNoMore(submission: StoredSubmission): ServiceError {
  const state = lifeStateOf(submission);
  const { en, cy } = ENDED[state];
  const detail: Text = {
    en: `There is nothing to confirm any more: ${en}.`,
    cy: `Nid oes dim i'w gadarnhau mwyach: ${cy}.`,
  };
  return new ServiceError('STATE_DOES_NOT_ALLOW', detail, { state });
}

/** Why nothing of a return waits any more. */
const ENDED: Readonly<Record<LifeState, Text>> = {
  accepted: { en: 'the return was accepted', cy: 'derbyniwyd y ffurflen' },
  rejected: { en: 'the return was rejected', cy: 'gwrthodwyd y ffurflen' },
  superseded: { en: 'a later return took its place', cy: 'cymerodd ffurflen ddiweddarach ei lle' },
  withdrawn: { en: 'the return was taken back', cy: 'tynnwyd y ffurflen yn ôl' },
  needs_verification: { en: 'all of it was confirmed', cy: 'cadarnhawyd y cyfan' },
};

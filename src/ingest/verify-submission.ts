import { ServiceError } from '../errors.ts';
import type { Finding } from '../standard/finding.ts';
import type { Text } from '../standard/text.ts';
import type { AuditActor } from '../store/audit-log.ts';
import type { Database, OpenDatabase } from '../store/database.ts';
import type { Owner } from '../store/holder.ts';
import { lockReturns } from '../store/standing-tables-repository.ts';
import { findSubmission, type StoredSubmission } from '../store/submissions-repository.ts';
import { inTransaction } from '../store/transaction.ts';
import type { SubmissionDependencies } from './accept-submission.ts';
import { type LifeState, lifeStateOf } from './life-state.ts';
import { refuseConfirmations, type VerifiedRule } from './read-confirmations.ts';
import { keepConfirmations, takeInHeld } from './take-in-held.ts';
import { inTurn } from './turns.ts';
import { findingsThatWait, waitingReturn } from './waiting-return.ts';

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
 * Confirms findings of a return that waits to be verified. While rules are left to confirm, that is written down and no
 * more. With the last one the return is taken in as if it came now: what stands, and the register, may have changed while
 * it waited. What was confirmed and what came of it are written down in one transaction. Confirming again just what was
 * confirmed changes nothing: whoever lost the answer learns what came of it.
 *
 * @returns The submission as it is afterwards; null when its owner has none with this id.
 * @throws {ServiceError} STATE_DOES_NOT_ALLOW when it does not wait any more; REQUEST_MALFORMED when a rule was not found in it,
 *   words seem to name a person, or nothing is confirmed while rules are left; UNAVAILABLE, as `Turns.take`.
 */
export async function verifySubmission(
  { db, pool, turns, validation }: SubmissionDependencies & Pick<OpenDatabase, 'db'>,
  request: VerificationRequest,
): Promise<StoredSubmission | null> {
  const { submission_id, confirmed } = request;
  const known = await findSubmission(db, request, submission_id);
  if (known === null || isDecidedSo(known, confirmed)) return known;
  addConfirmations(known, confirmed);
  return inTurn(turns, known, () =>
    inTransaction(pool, async (transaction) => {
      if (known.period !== null) await lockReturns(transaction.db, known.organisation, known.period);
      // Read once more: it may have been overtaken, or confirmed by somebody else, until the lock was ours.
      const submission = (await findSubmission(transaction.db, request, submission_id)) ?? known;
      if (isDecidedSo(submission, confirmed)) return submission;
      const all = addConfirmations(submission, confirmed);
      if (rulesLeft(submission, all).length > 0) {
        await keepConfirmations(transaction, request, { submission, confirmed: all });
      } else {
        const held = await waitingReturn(transaction, validation, submission);
        await takeInHeld(transaction, request, { submission, held, confirmed: all });
      }
      const after = await findSubmission(transaction.db, request, submission_id);
      if (after === null) throw new Error(`${submission_id} was there a moment ago`);
      await request.onDecided?.(transaction.db, after);
      return after;
    }),
  );
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
 * @throws {ServiceError} STATE_DOES_NOT_ALLOW when the submission does not wait; REQUEST_MALFORMED, see `refuseConfirmations`, or
 *   when nothing is confirmed and something is left.
 */
function addConfirmations(
  submission: StoredSubmission,
  confirmed: readonly VerifiedRule[],
): readonly VerifiedRule[] {
  if (lifeStateOf(submission) !== 'needs_verification') throw waitsNoMore(submission);
  refuseConfirmations(confirmed, rulesToVerify(allFindings(submission)));
  const earlier = submission.confirmations as readonly VerifiedRule[];
  const left = rulesLeft(submission, earlier);
  if (confirmed.length === 0 && left.length > 0) throw nothingConfirmed(left);
  const isAgain = ({ rule }: VerifiedRule) => confirmed.some((later) => later.rule === rule);
  return [...earlier.filter((each) => !isAgain(each)), ...confirmed];
}

/** The rules that still hold a return: of those found in tables that wait, all that are not confirmed. */
function rulesLeft(submission: StoredSubmission, confirmed: readonly VerifiedRule[]): string[] {
  const rules = new Set(confirmed.map(({ rule }) => rule));
  const toVerify = rulesToVerify(findingsThatWait(submission, allFindings(submission)));
  return toVerify.filter((rule) => !rules.has(rule));
}

function allFindings({ report, service_findings }: StoredSubmission): readonly Finding[] {
  return [...report.findings, ...service_findings];
}

function rulesToVerify(findings: readonly Finding[]): string[] {
  const rules = findings.filter(({ tier }) => tier === 'verify').map(({ rule }) => rule);
  return [...new Set(rules)];
}

function nothingConfirmed(left: readonly string[]): ServiceError {
  const detail = {
    en: `Nothing is confirmed, and these rules are left to confirm: ${left.join(', ')}. Name each with its reason.`,
    cy: `Nid oes dim wedi'i gadarnhau, ac mae'r rheolau hyn ar ôl i'w cadarnhau: ${left.join(', ')}. Enwch bob un gyda'i rheswm.`,
  };
  const fault = { pointer: '/verifications', detail, choices: left };
  return new ServiceError('REQUEST_MALFORMED', detail, {}, { errors: [fault] });
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

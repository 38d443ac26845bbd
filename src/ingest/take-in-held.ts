import type { AuditAction } from '../store/audit-actions.ts';
import { type AuditActor, type AuditEntry, digestOfWords, recordAudit } from '../store/audit-log.ts';
import { deleteRows } from '../store/delete-rows.ts';
import { letStand } from '../store/standing-tables-repository.ts';
import { changeSubmission, changeTables, type StoredSubmission } from '../store/submissions-repository.ts';
import type { Transaction } from '../store/transaction.ts';
import type { DecidableReturn } from '../validation/held-return.ts';
import { auditReplaced } from './audit-replaced.ts';
import { auditRestated } from './audit-restated.ts';
import { AUDITED } from './audited-states.ts';
import { briefOf } from './brief.ts';
import { decideReturn } from './decide-return.ts';
import { waits } from './life-state.ts';
import { overtakeHeld } from './overtake-held.ts';
import type { VerifiedRule } from './read-confirmations.ts';

/** Who confirms, and when. */
export interface Confirming {
  readonly actor: AuditActor;
  readonly now: Date;
  readonly request_id: string;
  /** What is confirmed now, as it was said. */
  readonly confirmed: readonly VerifiedRule[];
}

/** Writes down what was confirmed of a return that waits for more to be confirmed. The caller has the lock. */
export async function keepConfirmations(
  { db }: Transaction,
  confirming: Confirming,
  {
    submission,
    confirmed,
  }: { readonly submission: StoredSubmission; readonly confirmed: readonly VerifiedRule[] },
): Promise<void> {
  await changeSubmission(db, submission.id, { confirmations: confirmed });
  await recordAudit(db, verifiedBy(confirming, submission));
}

/**
 * Writes down what was confirmed of a return that waits, and takes it in when nothing is left to confirm, or finds that
 * it can no more be taken in. Its rows are stored already. The caller has the lock of its organisation and period.
 */
export async function takeInHeld(
  transaction: Transaction,
  confirming: Confirming,
  {
    submission,
    held,
    confirmed,
  }: {
    readonly submission: StoredSubmission;
    readonly held: DecidableReturn;
    readonly confirmed: readonly VerifiedRule[];
  },
): Promise<void> {
  const { db } = transaction;
  const { id, sandbox, sequence } = submission;
  const { now } = confirming;
  // Whatever was received after it has overtaken it already: it has no place to be asked for.
  const { state, slot, confirmations, service_findings, planned, header_changes } = await decideReturn(
    transaction,
    {
      ...{ id, form: 'ndjson', sandbox, confirmed, sequence: null, now, held },
    },
  );
  const accepted_at = state === 'accepted' ? now : null;
  const brief = briefOf({ report: submission.report, service_findings, header_changes });
  await changeSubmission(db, id, {
    ...{ state, accepted_at, confirmations, service_findings, header_changes, brief },
  });
  await changeTables(db, id, planned);
  const kept = planned.filter(({ outcome }) => outcome !== 'unchanged').map(({ table }) => table);
  const waited = submission.tables.filter(waits).map(({ table }) => table);
  await deleteRows(
    db,
    id,
    waited.filter((table) => !kept.includes(table)),
  );
  await recordAudit(db, verifiedBy(confirming, submission));
  if (state === 'needs_verification') return;
  if (slot !== null && state === 'accepted') {
    await letStand(db, slot, id, planned);
    await auditReplaced(db, planned, { organisation: submission.organisation, ...confirming });
    await auditRestated(db, { ...submission, header_changes }, confirming);
    await overtakeHeld(db, slot, { sequence, tables: planned.map(({ table }) => table), ...confirming });
  }
  await recordAudit(db, {
    ...auditOf(submission, confirming, AUDITED[state]),
    digest: submission.body_sha256,
  });
}

function verifiedBy(confirming: Confirming, submission: StoredSubmission): AuditEntry {
  const digest = digestOfWords(confirming.confirmed);
  return { ...auditOf(submission, confirming, 'submission_verified'), digest };
}

function auditOf(
  { id, organisation }: StoredSubmission,
  { actor, now, request_id }: Confirming,
  action: AuditAction,
): AuditEntry {
  return { at: now, actor, organisation, action, subject: id, request_id };
}

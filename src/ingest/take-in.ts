import type { ReturnSource } from '../standard/validate-return.ts';
import { type AuditActor, recordAudit } from '../store/audit-log.ts';
import { copyRowsIn } from '../store/copy-rows.ts';
import type { Owner } from '../store/holder.ts';
import { letStand } from '../store/standing-tables-repository.ts';
import type { SubmissionState } from '../store/stored-values.ts';
import {
  insertSubmission,
  insertTables,
  type NewTable,
  type StoredSubmission,
} from '../store/submissions-repository.ts';
import type { Transaction } from '../store/transaction.ts';
import type { DigestedTable, HeldReturn } from '../validation/held-return.ts';
import type { Totals } from '../validation/total-counts.ts';
import { auditReplaced } from './audit-replaced.ts';
import { auditRestated } from './audit-restated.ts';
import { AUDITED } from './audited-states.ts';
import { briefOf } from './brief.ts';
import { decideReturn } from './decide-return.ts';
import { newSubmissionId } from './new-submission-id.ts';
import { overtakeHeld } from './overtake-held.ts';
import { type PlannedTable, tablesToStand } from './plan-tables.ts';
import type { VerifiedRule } from './read-confirmations.ts';
import { findTimeliness } from './timeliness.ts';

/** Who sends a return, when, and what they say with it. What comes from a sandbox stands where no release is built from. */
export interface TakingIn extends Owner {
  /** Where it was told to the sender before: of a return that is taken in later. A new one, if none is given. */
  readonly id?: string;
  readonly source: ReturnSource;
  readonly actor: AuditActor;
  /** What the submitter confirms in the same call; see `readConfirmations`. */
  readonly confirmed: readonly VerifiedRule[];
  /** Its place in the order of receipt, where it was given one before; null or left out, it gets the next one. */
  readonly sequence?: number | null;
  /** When its body had arrived: the day that counts for the calendar. */
  readonly received_at: Date;
  /** Tells what time it is. */
  readonly clock: () => Date;
  readonly request_id: string;
}

/** Decides on a return that was validated, and writes what becomes of it, in one transaction. */
export async function takeIn(
  transaction: Transaction,
  request: TakingIn,
  held: HeldReturn,
): Promise<StoredSubmission> {
  const { header, report } = held;
  const { db, client } = transaction;
  const {
    id = newSubmissionId(),
    actor,
    organisation,
    received_at,
    request_id,
    sandbox,
    sequence = null,
  } = request;
  const { state, confirmations, slot, service_findings, planned, header_changes } = await decideReturn(
    transaction,
    {
      ...{ id, form: request.source.format, sandbox, confirmed: request.confirmed, held },
      ...{ sequence, now: received_at },
    },
  );
  // Not before here: it waits for other returns of its period, and may have waited for long to be taken in.
  const now = request.clock();
  const toStand = tablesToStand(planned);
  const drawn = {
    id,
    organisation,
    period: slot?.period ?? null,
    collection: slot?.collection ?? null,
    schema_version: report.schema_version,
    state,
    received_at,
    accepted_at: state === 'accepted' ? now : null,
    key_id: actor.id,
    request_id,
    body_sha256: Buffer.from(held.body_sha256),
    header,
    report,
    service_findings,
    confirmations,
    header_changes,
    brief: briefOf({ report, service_findings, header_changes }),
    timeliness: header && (await findTimeliness(db, header, received_at)),
    sandbox,
  };
  const place = await insertSubmission(db, drawn, sequence ?? undefined);
  for (const { table, outcome } of toStand) {
    if (outcome !== 'unchanged') await copyRowsIn(client, table, held.copyText(table, id));
  }
  const digested = await held.digestTables(planned.map(({ table }) => table));
  const tables = submittedTables(state, planned, digested, held.totals);
  await insertTables(db, id, tables);
  const submission: StoredSubmission = { ...drawn, tables, sequence: place };
  if (slot) {
    if (state === 'accepted') {
      await letStand(db, slot, id, toStand);
      await auditReplaced(db, toStand, { actor, organisation, now, request_id });
      await auditRestated(db, submission, { actor, now, request_id });
    }
    await overtakeHeld(db, slot, {
      ...{ sequence: submission.sequence, tables: toStand.map(({ table }) => table) },
      ...{ actor, now, request_id },
    });
  }
  await recordAudit(db, {
    at: now,
    actor,
    organisation,
    action: AUDITED[state],
    subject: id,
    request_id,
    digest: submission.body_sha256,
  });
  return submission;
}

/** @param digested - Of the same tables, in the same order. */
function submittedTables(
  state: SubmissionState,
  planned: readonly PlannedTable[],
  digested: readonly DigestedTable[],
  totals: Totals,
): NewTable[] {
  return planned.map(({ table, outcome, replaced_submission_id }, index) => ({
    ...(digested[index] as DigestedTable),
    totals: [...totals.values()]
      .filter((total) => total.table === table)
      .map(({ codes, count }) => ({ codes, count })),
    outcome,
    replaced_submission_id,
    stands: state === 'accepted' && outcome !== 'overtaken',
    withdrawal: null,
  }));
}

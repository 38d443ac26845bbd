import { ServiceError } from '../errors.ts';
import { TABLE_NAMES, type TableName } from '../standard/generated/tables.ts';
import type { Text } from '../standard/text.ts';
import { type AuditActor, digestOfWords, recordAudit } from '../store/audit-log.ts';
import type { Database, OpenDatabase } from '../store/database.ts';
import { deleteRows } from '../store/delete-rows.ts';
import type { Owner } from '../store/holder.ts';
import { lockReturns, takeBack } from '../store/standing-tables-repository.ts';
import { findSubmission, type StoredSubmission } from '../store/submissions-repository.ts';
import { inTransaction } from '../store/transaction.ts';
import { waits } from './life-state.ts';
import { inTurn, type Turns } from './turns.ts';
import type { WithdrawalReason } from './withdrawal-reasons.ts';

export interface WithdrawalRequest extends Owner {
  readonly actor: AuditActor;
  readonly submission_id: string;
  /** All that can still be taken back, when none is named. */
  readonly tables: readonly TableName[] | null;
  readonly reason: WithdrawalReason;
  /** Whether the state that the caller has read is the one there is; see `If-Match`. */
  readonly isAsRead: (submission: StoredSubmission) => boolean;
  readonly now: Date;
  readonly request_id: string;
  /** Called in the transaction, with the submission as it is afterwards. What it throws undoes all. */
  readonly onDecided?: (transaction: Database, submission: StoredSubmission) => Promise<void>;
}

/**
 * Takes tables of a return back, in the same order as returns of the same period are taken in.
 *
 * @returns The submission as it is afterwards; null when its owner has none with this id.
 * @throws {ServiceError} PRECONDITION_FAILED when it has changed since it was read; STATE_DOES_NOT_ALLOW when a table named
 *   neither stands nor waits, or when nothing does.
 */
export async function withdrawTables(
  { db, pool, turns }: Pick<OpenDatabase, 'db' | 'pool'> & { readonly turns: Turns },
  request: WithdrawalRequest,
): Promise<StoredSubmission | null> {
  const { organisation, submission_id } = request;
  const known = await findSubmission(db, request, submission_id);
  if (known === null) return null;
  return inTurn(turns, known, () =>
    inTransaction(pool, async ({ db }) => {
      if (known.period !== null) await lockReturns(db, organisation, known.period);
      // Read once more: it may have changed while another return of the period was being taken in.
      const submission = (await findSubmission(db, request, submission_id)) ?? known;
      if (!request.isAsRead(submission)) throw changed();
      const tables = chooseTables(submission, request.tables);
      await takeBack(db, submission_id, tables, { withdrawn_at: request.now, reason: request.reason });
      if (submission.state === 'needs_verification') await deleteRows(db, submission_id, tables);
      await recordAudit(db, {
        at: request.now,
        actor: request.actor,
        organisation,
        action: 'submission_withdrawn',
        subject: submission_id,
        tables,
        request_id: request.request_id,
        digest: digestOfWords({ tables: request.tables, reason: request.reason }),
      });
      const after = await findSubmission(db, request, submission_id);
      if (after === null) throw new Error(`${submission_id} was there a moment ago`);
      await request.onDecided?.(db, after);
      return after;
    }),
  );
}

/** The tables to take back, of those that stand or wait to be verified. */
function chooseTables(submission: StoredSubmission, named: readonly TableName[] | null): TableName[] {
  const canGo = submission.tables
    .filter(
      (table) =>
        table.withdrawal === null &&
        (table.stands || (submission.state === 'needs_verification' && waits(table))),
    )
    .map(({ table }) => table);
  const cannot = (named ?? []).filter((table) => !canGo.includes(table));
  if (canGo.length === 0 || cannot.length > 0) throw notThere(cannot, canGo);
  return TABLE_NAMES.filter((table) => (named ?? canGo).includes(table));
}

function changed(): ServiceError {
  return new ServiceError('PRECONDITION_FAILED', {
    en: 'Its state is not the one that If-Match names. Nothing was withdrawn.',
    cy: "Nid ei gyflwr yw'r un y mae If-Match yn ei enwi. Ni thynnwyd dim yn ôl.",
  });
}

function notThere(tables: readonly TableName[], canGo: readonly TableName[]): ServiceError {
  const named = tables.join(', ');
  const detail: Text =
    tables.length === 0
      ? {
          en: 'No table of this submission stands or waits to be verified, so there is nothing to withdraw.',
          cy: "Nid oes un tabl o'r cyflwyniad hwn yn sefyll nac yn aros i'w wirio, felly nid oes dim i'w dynnu'n ôl.",
        }
      : {
          en: `These tables of the submission neither stand nor wait to be verified: ${named}. Nothing was withdrawn.`,
          cy: `Nid yw'r tablau hyn o'r cyflwyniad yn sefyll nac yn aros i'w gwirio: ${named}. Ni thynnwyd dim yn ôl.`,
        };
  return new ServiceError(
    'STATE_DOES_NOT_ALLOW',
    detail,
    {},
    { errors: [{ pointer: '/tables', detail, choices: canGo }] },
  );
}

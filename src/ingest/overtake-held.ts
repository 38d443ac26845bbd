import type { TableName } from '../standard/generated/tables.ts';
import { type AuditActor, recordAudit } from '../store/audit-log.ts';
import type { Database } from '../store/database.ts';
import { deleteRows } from '../store/delete-rows.ts';
import type { ReturnSlot } from '../store/standing-tables-repository.ts';
import { changeSubmission, changeTables, listHeld } from '../store/submissions-repository.ts';

/**
 * Ends the waiting of tables that were to be verified, when a newer return brings them: what is confirmed must be what
 * was sent last. The other tables of their returns wait on.
 */
export async function overtakeHeld(
  db: Database,
  slot: ReturnSlot,
  newer: {
    /** Its place in the order of receipt: what was received after it is not overtaken. */
    readonly sequence: number;
    readonly tables: readonly TableName[];
    readonly actor: AuditActor;
    readonly now: Date;
    readonly request_id: string;
  },
): Promise<void> {
  for (const { id, tables } of await listHeld(db, slot, newer.sequence)) {
    const overtaken = tables.filter((table) => newer.tables.includes(table));
    if (overtaken.length === 0) continue;
    await deleteRows(db, id, overtaken);
    const outcome = { outcome: 'overtaken', replaced_submission_id: null } as const;
    await changeTables(
      db,
      id,
      overtaken.map((table) => ({ table, ...outcome })),
    );
    if (overtaken.length === tables.length) await changeSubmission(db, id, { state: 'superseded' });
    await recordAudit(db, {
      at: newer.now,
      actor: newer.actor,
      organisation: slot.organisation,
      action: 'submission_superseded',
      subject: id,
      tables: overtaken,
      request_id: newer.request_id,
    });
  }
}

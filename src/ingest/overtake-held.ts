import type { TableName } from '../standard/generated/tables.ts';
import { type AuditActor, recordAudit } from '../store/audit-log.ts';
import type { Database } from '../store/database.ts';
import { deleteRows } from '../store/delete-rows.ts';
import type { ReturnSlot } from '../store/standing-tables-repository.ts';
import { changeSubmission, listHeld } from '../store/submissions-repository.ts';

/**
 * Ends the waiting of returns that were to be verified, when a newer one brings any of their tables: what is
 * confirmed must be what was sent last.
 */
export async function overtakeHeld(
  db: Database,
  slot: ReturnSlot,
  newer: {
    readonly id: string;
    readonly tables: readonly TableName[];
    readonly actor: AuditActor;
    readonly now: Date;
    readonly request_id: string;
  },
): Promise<void> {
  for (const { id, tables } of await listHeld(db, slot)) {
    if (id === newer.id || !tables.some((table) => newer.tables.includes(table))) continue;
    await deleteRows(db, id, tables);
    await changeSubmission(db, id, { state: 'superseded' });
    await recordAudit(db, {
      at: newer.now,
      actor: newer.actor,
      organisation: slot.organisation,
      action: 'submission_superseded',
      subject: id,
      request_id: newer.request_id,
    });
  }
}

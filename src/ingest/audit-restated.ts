import { TABLE_NAMES } from '../standard/generated/tables.ts';
import { type AuditActor, digestOfWords, recordAudit } from '../store/audit-log.ts';
import type { Database } from '../store/database.ts';
import type { Submission } from '../store/submissions-repository.ts';

/** Writes down of which tables that stood a return has changed what its header says, their rows the same or not. */
export async function auditRestated(
  db: Database,
  { id, organisation, header_changes }: Pick<Submission, 'id' | 'organisation' | 'header_changes'>,
  { actor, now, request_id }: { readonly actor: AuditActor; readonly now: Date; readonly request_id: string },
): Promise<void> {
  if (header_changes.length === 0) return;
  const changed = new Set(header_changes.flatMap(({ tables }) => tables));
  await recordAudit(db, {
    at: now,
    actor,
    organisation,
    action: 'header_changed',
    subject: id,
    tables: TABLE_NAMES.filter((table) => changed.has(table)),
    request_id,
    digest: digestOfWords(header_changes),
  });
}

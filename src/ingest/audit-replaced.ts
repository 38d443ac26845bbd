import type { TableName } from '../standard/generated/tables.ts';
import { type AuditActor, recordAudit } from '../store/audit-log.ts';
import type { Database } from '../store/database.ts';
import type { PlannedTable } from './plan-tables.ts';

/** Writes down, for each submission that stood until now, which of its tables another has taken the place of. */
export async function auditReplaced(
  db: Database,
  planned: readonly PlannedTable[],
  change: {
    readonly actor: AuditActor;
    readonly organisation: string;
    readonly now: Date;
    readonly request_id: string;
  },
): Promise<void> {
  const replaced = new Map<string, TableName[]>();
  for (const { table, stood_submission_id: before } of planned) {
    if (before !== null) replaced.set(before, [...(replaced.get(before) ?? []), table]);
  }
  const { actor, organisation, now, request_id } = change;
  await recordAudit(
    db,
    ...[...replaced].map(([subject, tables]) => ({
      ...{ at: now, actor, organisation, action: 'tables_replaced' as const, subject, tables, request_id },
    })),
  );
}

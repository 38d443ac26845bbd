import { createHash } from 'node:crypto';
import { and, asc, eq, gt, gte } from 'drizzle-orm';
import type { TableName } from '../standard/generated/tables.ts';
import type { AuditAction } from './audit-actions.ts';
import type { Database } from './database.ts';
import type { ActorKind } from './stored-values.ts';
import { auditLog } from './tables/audit.ts';

/** Who changed something: the id of a key or client, the user of a command line, or a part of the service. */
export interface AuditActor {
  readonly kind: ActorKind;
  readonly id: string;
}

/** One change of state. */
export interface AuditEntry {
  readonly at: Date;
  readonly actor: AuditActor;
  /** Whom the change concerns, where it concerns one organisation. */
  readonly organisation?: string | null;
  readonly action: AuditAction;
  /** Id of what was changed: of a submission, a key, an entry of a register. */
  readonly subject: string;
  /** The tables of a submission that changed, where it was not all of them as sent. */
  readonly tables?: readonly TableName[] | null;
  /** Of the HTTP request that changed it. */
  readonly request_id?: string | null;
  /** SHA-256 of what was sent, where something was, 32 bytes: of the body of a return, else of what was said, as JSON. */
  readonly digest?: Buffer | null;
}

/** SHA-256 of what somebody said, as JSON: what was confirmed, withdrawn or written to a register. */
export function digestOfWords(said: unknown): Buffer {
  return createHash('sha256').update(JSON.stringify(said)).digest();
}

/** An entry as the database holds it; `sequence` grows in the order of writing. */
export type StoredAuditEntry = Required<AuditEntry> & { readonly sequence: number };

/**
 * Writes down changes of state. Give it the transaction that makes them: there is then never one without the
 * other.
 */
export async function recordAudit(db: Database, ...entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await db.insert(auditLog).values(
    entries.map(({ actor, tables, ...rest }) => ({
      ...rest,
      tables: tables ? [...tables] : null,
      actor_kind: actor.kind,
      actor: actor.id,
    })),
  );
}

/** What is asked of the audit log; what is left out does not narrow. */
export interface AuditFilter {
  readonly organisation?: string | undefined;
  readonly subject?: string | undefined;
  /** From this moment on. */
  readonly since?: Date | undefined;
  /** After the entry of this `sequence`: where the page before ended. */
  readonly after?: number | undefined;
  /** The most entries; all of them where it is left out. */
  readonly limit?: number | undefined;
}

/** The entries that fit, in the order in which they were written. */
export async function listAudit(db: Database, filter: AuditFilter = {}): Promise<StoredAuditEntry[]> {
  const { organisation, subject, since, after, limit } = filter;
  const found = db
    .select()
    .from(auditLog)
    .where(
      and(
        organisation === undefined ? undefined : eq(auditLog.organisation, organisation),
        subject === undefined ? undefined : eq(auditLog.subject, subject),
        since === undefined ? undefined : gte(auditLog.at, since),
        after === undefined ? undefined : gt(auditLog.sequence, after),
      ),
    )
    .orderBy(asc(auditLog.sequence));
  const rows = await (limit === undefined ? found : found.limit(limit));
  return rows.map(({ actor_kind, actor, action, ...rest }) => ({
    ...rest,
    actor: { kind: actor_kind, id: actor },
    action: action as AuditAction,
  }));
}

/** The same in pages, each read when it is asked for: the log is kept for good and may be of any length. */
export async function* readAuditPages(
  db: Database,
  filter: AuditFilter,
  limit = 1_000,
): AsyncGenerator<readonly StoredAuditEntry[]> {
  for (let after: number | undefined; ; ) {
    const page = await listAudit(db, { ...filter, after, limit });
    if (page.length > 0) yield page;
    if (page.length < limit) return;
    after = page.at(-1)?.sequence;
  }
}

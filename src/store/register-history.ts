import { isDeepStrictEqual } from 'node:util';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { AuditAction } from './audit-actions.ts';
import { type AuditActor, digestOfWords, recordAudit } from './audit-log.ts';
import type { Database } from './database.ts';
import type { RegisterName } from './stored-values.ts';
import { registerHistory } from './tables/registers.ts';

/** Who changed a register, and when. */
export interface Change {
  readonly actor: AuditActor;
  readonly at: Date;
}

type EntryFields = Readonly<Record<string, unknown>>;

/** An entry of a register before and after a change; null where there is none. */
export interface RegisterEdit {
  /** Its code, id or period. */
  readonly entry: string;
  readonly before: EntryFields | null;
  readonly after: EntryFields | null;
  /** The organisation that the entry is about. */
  readonly organisation: string | null;
}

export interface RegisterHistoryLine {
  readonly sequence: number;
  readonly entry: string;
  readonly changed_at: Date;
  readonly actor: string;
  readonly before: EntryFields | null;
  readonly after: EntryFields | null;
}

/** A change made without a person at a command line, as the demonstration fills its register. */
export function changeByTheService(): Change {
  return { actor: { kind: 'service', id: 'spcd' }, at: new Date() };
}

const SAVED: Readonly<Record<RegisterName, AuditAction>> = {
  organisations: 'organisation_saved',
  services: 'service_saved',
  periods: 'period_saved',
};

/** Rows in one statement: up to eight parameters each, and PostgreSQL takes 65,535. */
const BATCH_SIZE = 1_000;

/**
 * Makes whoever else changes this register wait until the transaction ends, so that what is noted as `before`
 * is what a change really replaced.
 */
export async function lockRegister(db: Database, register: RegisterName): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`spcd register ${register}`}, 0))`);
}

/**
 * Notes what became of entries of a register, in its history and in the audit log. An entry that is after the
 * change as it was before leaves no line.
 *
 * @param db - The transaction of the change itself.
 * @returns How many entries changed.
 */
export async function recordRegisterEdits(
  db: Database,
  register: RegisterName,
  edits: readonly RegisterEdit[],
  change: Change,
): Promise<number> {
  const changed = edits.filter(({ before, after }) => !isDeepStrictEqual(before, after));
  const { actor, at } = change;
  for (let start = 0; start < changed.length; start += BATCH_SIZE) {
    const batch = changed.slice(start, start + BATCH_SIZE);
    await db.insert(registerHistory).values(
      batch.map(({ entry, before, after }) => ({
        register,
        entry,
        changed_at: at,
        actor: actor.id,
        before,
        after,
      })),
    );
    await recordAudit(
      db,
      ...batch.map(({ entry, organisation, after }) => ({
        at,
        actor,
        action: SAVED[register],
        subject: entry,
        organisation,
        digest: after === null ? null : digestOfWords(after),
      })),
    );
  }
  return changed.length;
}

/** Every change of an entry, or of all entries of a register, oldest first. */
export async function listRegisterHistory(
  db: Database,
  register: RegisterName,
  entry?: string,
): Promise<RegisterHistoryLine[]> {
  const columns = {
    sequence: registerHistory.sequence,
    entry: registerHistory.entry,
    changed_at: registerHistory.changed_at,
    actor: registerHistory.actor,
    before: registerHistory.before,
    after: registerHistory.after,
  };
  return db
    .select(columns)
    .from(registerHistory)
    .where(
      and(
        eq(registerHistory.register, register),
        entry === undefined ? undefined : eq(registerHistory.entry, entry),
      ),
    )
    .orderBy(asc(registerHistory.sequence));
}

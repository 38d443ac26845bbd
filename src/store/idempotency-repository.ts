import { and, eq, gt, lte, sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import type { Owner } from './holder.ts';
import { idempotencyKeys } from './tables/requests.ts';

/** How long an answer is kept for a request that comes again. */
export const KEPT_HOURS = 24;

/** An answer as it was given, to be given again. */
export interface KeptAnswer {
  /** Of the request: method, address, parameters, media type and body. */
  readonly request_sha256: Buffer;
  readonly status: number;
  readonly location: string | null;
  readonly media_type: string;
  readonly content_language: string;
  /** The body, byte for byte. */
  readonly response: string;
}

/** The answer that was given to an owner's request with this key; null when none is kept any more. */
export async function findKeptAnswer(
  db: Database,
  { organisation, sandbox }: Owner,
  key: string,
  now: Date,
): Promise<KeptAnswer | null> {
  const [found] = await db
    .select({
      request_sha256: idempotencyKeys.request_sha256,
      status: idempotencyKeys.status,
      location: idempotencyKeys.location,
      media_type: idempotencyKeys.media_type,
      content_language: idempotencyKeys.content_language,
      response: idempotencyKeys.response,
    })
    .from(idempotencyKeys)
    .where(
      and(
        eq(idempotencyKeys.organisation, organisation),
        eq(idempotencyKeys.sandbox, sandbox),
        eq(idempotencyKeys.idempotency_key, key),
        gt(idempotencyKeys.expires_at, now),
      ),
    );
  return found ?? null;
}

/**
 * Keeps an answer, in the transaction of what it tells of.
 *
 * @returns False when another request with the same key was quicker: the transaction must then be undone.
 */
export async function keepAnswer(
  db: Database,
  { organisation, sandbox }: Owner,
  key: string,
  answer: KeptAnswer,
  now: Date,
): Promise<boolean> {
  const expires_at = new Date(now.getTime() + KEPT_HOURS * 3_600_000);
  const values = { ...answer, created_at: now, expires_at };
  const kept = await db
    .insert(idempotencyKeys)
    .values({ organisation, sandbox, idempotency_key: key, ...values })
    .onConflictDoUpdate({
      target: [idempotencyKeys.organisation, idempotencyKeys.sandbox, idempotencyKeys.idempotency_key],
      set: values,
      setWhere: lte(idempotencyKeys.expires_at, now),
    })
    .returning({ key: idempotencyKeys.idempotency_key });
  return kept.length === 1;
}

/** Forgets answers whose time is over, a thousand at most. */
export async function forgetOldAnswers(db: Database, now: Date): Promise<void> {
  await db.execute(sql`
    delete from ${idempotencyKeys} where (organisation, sandbox, idempotency_key) in (
      select organisation, sandbox, idempotency_key from ${idempotencyKeys} where expires_at <= ${now.toISOString()}
      order by expires_at limit 1000 for update skip locked)
  `);
}

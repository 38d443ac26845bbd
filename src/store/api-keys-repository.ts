import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import type { Holder } from './holder.ts';
import { LAST_USE_STEP_MS } from './last-use.ts';
import type { ApiKeyScope } from './stored-values.ts';
import { apiKeys } from './tables/identity.ts';

/** What is known of a key; never its secret. */
export interface ApiKey {
  readonly key_id: string;
  readonly organisation: string;
  readonly scopes: readonly ApiKeyScope[];
  readonly created_at: Date;
  /** From this moment the key is refused; null for a key without an end. */
  readonly expires_at: Date | null;
  readonly revoked_at: Date | null;
  /** Written at most once a minute. */
  readonly last_used_at: Date | null;
  /** Whether what comes with it goes the whole way and is never released. */
  readonly sandbox: boolean;
}

const PRESENTED = /^spcd_([0-9a-f]{12})_([\w-]{43})$/;
/** Compared with where there is no such key, so that it takes as long. */
const NOBODY = Buffer.alloc(32);

const SHOWN_COLUMNS = {
  key_id: apiKeys.key_id,
  organisation: apiKeys.organisation,
  scopes: apiKeys.scopes,
  created_at: apiKeys.created_at,
  expires_at: apiKeys.expires_at,
  revoked_at: apiKeys.revoked_at,
  last_used_at: apiKeys.last_used_at,
  sandbox: apiKeys.sandbox,
};

/**
 * Makes a key for an organisation and stores the SHA-256 of its secret, of 256 random bits.
 *
 * @returns What was stored, and the key as it is to be presented: the only time that it can be read.
 */
export async function createApiKey(
  db: Database,
  wanted: {
    readonly organisation: string;
    readonly scopes: readonly ApiKeyScope[];
    readonly expires_at: Date | null;
    readonly sandbox?: boolean;
    readonly now: Date;
  },
): Promise<{ readonly key: ApiKey; readonly presented: string }> {
  const key_id = randomBytes(6).toString('hex');
  const secret = randomBytes(32).toString('base64url');
  const [key] = await db
    .insert(apiKeys)
    .values({
      key_id,
      organisation: wanted.organisation,
      secret_sha256: digestOf(secret),
      scopes: [...wanted.scopes],
      created_at: wanted.now,
      expires_at: wanted.expires_at,
      sandbox: wanted.sandbox ?? false,
    })
    .returning(SHOWN_COLUMNS);
  if (!key) throw new Error('PostgreSQL returned nothing for a key that it stored');
  return { key, presented: `spcd_${key_id}_${secret}` };
}

/**
 * Makes a key that may do what another may, and lets the other one end: at the moment given, unless it ends before.
 *
 * @returns Both keys, and the new one as it is to be presented; null where there is no such key, or none that works.
 */
export async function rotateApiKey(
  db: Database,
  key_id: string,
  { ends_at, expires_at, now }: RotationTimes,
): Promise<{ readonly old: ApiKey; readonly key: ApiKey; readonly presented: string } | null> {
  const [old] = await db
    .update(apiKeys)
    .set({ expires_at: sql`least(${apiKeys.expires_at}, ${ends_at.toISOString()}::timestamptz)` })
    .where(
      and(
        eq(apiKeys.key_id, key_id),
        isNull(apiKeys.revoked_at),
        sql`coalesce(${apiKeys.expires_at} > ${now.toISOString()}::timestamptz, true)`,
      ),
    )
    .returning(SHOWN_COLUMNS);
  if (!old) return null;
  const { organisation, scopes, sandbox } = old;
  return { old, ...(await createApiKey(db, { organisation, scopes, sandbox, expires_at, now })) };
}

export interface RotationTimes {
  /** When the old key ends. */
  readonly ends_at: Date;
  /** When the new one ends; null for never. */
  readonly expires_at: Date | null;
  readonly now: Date;
}

/**
 * Ends a key from this moment. Revoking again keeps the first time.
 *
 * @returns The key, or null when there is none with this id.
 */
export async function revokeApiKey(db: Database, key_id: string, now: Date): Promise<ApiKey | null> {
  await db
    .update(apiKeys)
    .set({ revoked_at: now })
    .where(and(eq(apiKeys.key_id, key_id), isNull(apiKeys.revoked_at)));
  const [key] = await db.select(SHOWN_COLUMNS).from(apiKeys).where(eq(apiKeys.key_id, key_id));
  return key ?? null;
}

/** Every key, by organisation and age. */
export async function listApiKeys(db: Database): Promise<ApiKey[]> {
  return db
    .select(SHOWN_COLUMNS)
    .from(apiKeys)
    .orderBy(asc(apiKeys.organisation), asc(apiKeys.created_at), asc(apiKeys.key_id));
}

/** The id in what is shaped like a key of ours; whether there is such a key is not asked. */
export function keyIdOf(presented: string): string | undefined {
  return PRESENTED.exec(presented)?.[1];
}

/**
 * Finds out whom a key speaks for, and notes its use.
 *
 * The secret is compared as a digest and in constant time. Nothing is kept in memory between calls, so a
 * revocation holds from the next call on.
 *
 * @param presented - What follows `Bearer `: `spcd_<key id>_<secret>`.
 * @returns Null for a key that is misshapen, unknown, wrong, expired or revoked; which of them is not told.
 */
export async function authenticateApiKey(db: Database, presented: string, now: Date): Promise<Holder | null> {
  const [, key_id, secret] = PRESENTED.exec(presented) ?? [];
  if (key_id === undefined || secret === undefined) return null;
  const [key] = await db.select().from(apiKeys).where(eq(apiKeys.key_id, key_id));
  const isRight = timingSafeEqual(key?.secret_sha256 ?? NOBODY, digestOf(secret));
  if (!key || !isRight) return null;
  if (key.revoked_at !== null || (key.expires_at !== null && key.expires_at <= now)) return null;

  const stale = new Date(now.getTime() - LAST_USE_STEP_MS);
  if (key.last_used_at === null || key.last_used_at < stale) {
    // Whoever is writing it down at the moment does so for this request too: no request waits for another.
    await db.execute(sql`
      update ${apiKeys} set last_used_at = ${now.toISOString()} where key_id in (
        select key_id from ${apiKeys} where key_id = ${key_id} for no key update skip locked
      )`);
  }
  const { organisation, scopes, sandbox, expires_at } = key;
  return { kind: 'key', key_id, organisation, scopes, sandbox, expires_at };
}

/** A secret of 256 random bits needs no salt and no slow hash: it cannot be guessed. */
function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { and, asc, eq, isNull, lt, or } from 'drizzle-orm';
import type { Database } from './database.ts';
import type { ApiKeyScope } from './stored-values.ts';
import { apiKeys } from './tables.ts';

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
}

/** Whom a key speaks for. */
export type ApiKeyHolder = Pick<ApiKey, 'key_id' | 'organisation' | 'scopes'>;

const PRESENTED = /^spcd_([0-9a-f]{12})_([\w-]{43})$/;
const LAST_USE_STEP_MS = 60_000;

const SHOWN_COLUMNS = {
  key_id: apiKeys.key_id,
  organisation: apiKeys.organisation,
  scopes: apiKeys.scopes,
  created_at: apiKeys.created_at,
  expires_at: apiKeys.expires_at,
  revoked_at: apiKeys.revoked_at,
  last_used_at: apiKeys.last_used_at,
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
    })
    .returning(SHOWN_COLUMNS);
  if (!key) throw new Error('PostgreSQL returned nothing for a key that it stored');
  return { key, presented: `spcd_${key_id}_${secret}` };
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

/**
 * Finds out whom a key speaks for, and notes its use.
 *
 * The secret is compared as a digest and in constant time. Nothing is kept in memory between calls, so a
 * revocation holds from the next call on.
 *
 * @param presented - What follows `Bearer `: `spcd_<key id>_<secret>`.
 * @returns Null for a key that is misshapen, unknown, wrong, expired or revoked; which of them is not told.
 */
export async function authenticateApiKey(
  db: Database,
  presented: string,
  now: Date,
): Promise<ApiKeyHolder | null> {
  const [, key_id, secret] = PRESENTED.exec(presented) ?? [];
  if (key_id === undefined || secret === undefined) return null;
  const [key] = await db.select().from(apiKeys).where(eq(apiKeys.key_id, key_id));
  if (!key || !timingSafeEqual(key.secret_sha256, digestOf(secret))) return null;
  if (key.revoked_at !== null || (key.expires_at !== null && key.expires_at <= now)) return null;

  const stale = new Date(now.getTime() - LAST_USE_STEP_MS);
  if (key.last_used_at === null || key.last_used_at < stale) {
    await db
      .update(apiKeys)
      .set({ last_used_at: now })
      .where(
        and(eq(apiKeys.key_id, key_id), or(isNull(apiKeys.last_used_at), lt(apiKeys.last_used_at, stale))),
      );
  }
  return { key_id, organisation: key.organisation, scopes: key.scopes };
}

/** A secret of 256 random bits needs no salt and no slow hash: it cannot be guessed. */
function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

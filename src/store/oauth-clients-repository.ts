import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import type { Holder } from './holder.ts';
import { LAST_USE_STEP_MS } from './last-use.ts';
import type { ApiKeyScope } from './stored-values.ts';
import { oauthClients } from './tables/identity.ts';

/** A client of an OAuth issuer, and whom it speaks for. */
export type OauthClient = typeof oauthClients.$inferSelect;

/**
 * Lets a client of an issuer speak for an organisation. One that was revoked may be added again.
 *
 * @returns The client, or null when it speaks for an organisation already.
 */
export async function addOauthClient(
  db: Database,
  wanted: {
    readonly issuer: string;
    readonly client_id: string;
    readonly organisation: string;
    readonly scopes: readonly ApiKeyScope[];
    readonly sandbox: boolean;
    readonly now: Date;
  },
): Promise<OauthClient | null> {
  const { now, scopes, ...rest } = wanted;
  const values = { ...rest, scopes: [...scopes], created_at: now, revoked_at: null, last_used_at: null };
  const [client] = await db
    .insert(oauthClients)
    .values(values)
    .onConflictDoUpdate({
      target: [oauthClients.issuer, oauthClients.client_id],
      set: values,
      setWhere: sql`${oauthClients.revoked_at} is not null`,
    })
    .returning();
  return client ?? null;
}

/**
 * Ends what a client may do from this moment. Revoking again keeps the first time.
 *
 * @returns The client, or null when there is none.
 */
export async function revokeOauthClient(
  db: Database,
  { issuer, client_id }: Pick<OauthClient, 'issuer' | 'client_id'>,
  now: Date,
): Promise<OauthClient | null> {
  const isIt = and(eq(oauthClients.issuer, issuer), eq(oauthClients.client_id, client_id));
  await db
    .update(oauthClients)
    .set({ revoked_at: now })
    .where(and(isIt, isNull(oauthClients.revoked_at)));
  const [client] = await db.select().from(oauthClients).where(isIt);
  return client ?? null;
}

/** Every client, by organisation and age. */
export async function listOauthClients(db: Database): Promise<OauthClient[]> {
  return db
    .select()
    .from(oauthClients)
    .orderBy(asc(oauthClients.organisation), asc(oauthClients.created_at), asc(oauthClients.client_id));
}

/**
 * Finds out whom a client speaks for, and notes its use. The token was checked before.
 *
 * @param token - Its client, and the scopes that the issuer granted: what is not among them is left out.
 * @returns Null for a client that is unknown or revoked.
 */
export async function findClientHolder(
  db: Database,
  token: { readonly issuer: string; readonly clientId: string; readonly scopes: readonly string[] },
  now: Date,
): Promise<Holder | null> {
  const { issuer, clientId } = token;
  // PostgreSQL takes no such text, and no client is called so.
  if (clientId.includes('\0')) return null;
  const isIt = and(eq(oauthClients.issuer, issuer), eq(oauthClients.client_id, clientId));
  const [client] = await db.select().from(oauthClients).where(isIt);
  if (!client || client.revoked_at !== null) return null;
  const stale = new Date(now.getTime() - LAST_USE_STEP_MS);
  if (client.last_used_at === null || client.last_used_at < stale) {
    // Whoever is writing it down at the moment does so for this request too.
    await db.execute(sql`
      update ${oauthClients} set last_used_at = ${now.toISOString()} where (issuer, client_id) in (
        select issuer, client_id from ${oauthClients} where ${isIt} for no key update skip locked
      )`);
  }
  return {
    kind: 'client',
    key_id: clientId,
    organisation: client.organisation,
    scopes: client.scopes.filter((scope) => token.scopes.includes(scope)),
    sandbox: client.sandbox,
    expires_at: null,
  };
}

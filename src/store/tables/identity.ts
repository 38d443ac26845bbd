import { sql } from 'drizzle-orm';
import { boolean, check, index, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { bytes } from '../bytes-column.ts';
import type { ApiKeyScope } from '../stored-values.ts';

/** Keys of submitting organisations. The secret itself is never stored. */
export const apiKeys = pgTable(
  'api_keys',
  {
    key_id: text().primaryKey(),
    organisation: text().notNull(),
    secret_sha256: bytes().notNull(),
    scopes: text().array().$type<ApiKeyScope[]>().notNull(),
    created_at: timestamp({ withTimezone: true }).notNull(),
    expires_at: timestamp({ withTimezone: true }),
    revoked_at: timestamp({ withTimezone: true }),
    last_used_at: timestamp({ withTimezone: true }),
    /** What comes with such a key goes the whole way and is never released. */
    sandbox: boolean().notNull().default(false),
  },
  (table) => [
    check('api_keys_secret_is_sha256', sql`octet_length(${table.secret_sha256}) = 32`),
    check('api_keys_scopes_are_known', sql`${table.scopes} <@ array['submit', 'read_own']`),
    index('api_keys_by_organisation').on(table.organisation),
  ],
);

/** Clients of an OAuth issuer, and whom each speaks for: a token says who calls, never for which organisation. */
export const oauthClients = pgTable(
  'oauth_clients',
  {
    issuer: text().notNull(),
    client_id: text().notNull(),
    organisation: text().notNull(),
    scopes: text().array().$type<ApiKeyScope[]>().notNull(),
    sandbox: boolean().notNull().default(false),
    created_at: timestamp({ withTimezone: true }).notNull(),
    revoked_at: timestamp({ withTimezone: true }),
    last_used_at: timestamp({ withTimezone: true }),
  },
  (table) => [
    primaryKey({ name: 'oauth_clients_key', columns: [table.issuer, table.client_id] }),
    check('oauth_clients_scopes_are_known', sql`${table.scopes} <@ array['submit', 'read_own']`),
  ],
);

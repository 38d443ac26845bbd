import { sql } from 'drizzle-orm';
import { bigint, check, index, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { TableName } from '../../standard/generated/tables.ts';
import { bytes } from '../bytes-column.ts';
import type { ActorKind } from '../stored-values.ts';

/** Every change of state: who, what, when. The service's own database role may add rows and nothing else. */
export const auditLog = pgTable(
  'audit_log',
  {
    sequence: bigint({ mode: 'number' }).generatedAlwaysAsIdentity().primaryKey(),
    at: timestamp({ withTimezone: true }).notNull(),
    actor_kind: text().$type<ActorKind>().notNull(),
    /** Id of the key or client, or the name of the operating system's user. */
    actor: text().notNull(),
    organisation: text(),
    action: text().notNull(),
    /** Id of what was changed: a submission, a key, an entry of a register. */
    subject: text().notNull(),
    /** The tables of a submission that changed, where it was not all of them as sent. */
    tables: text().array().$type<TableName[]>(),
    request_id: text(),
    /** SHA-256 of what was sent, where something was. */
    digest: bytes(),
  },
  (table) => [
    check(
      'audit_log_actor_kind_is_known',
      sql`${table.actor_kind} in ('key', 'client', 'command', 'service')`,
    ),
    check('audit_log_digest_is_sha256', sql`octet_length(${table.digest}) = 32`),
    index('audit_log_by_subject').on(table.subject, table.sequence),
    index('audit_log_by_organisation').on(table.organisation, table.sequence),
  ],
);

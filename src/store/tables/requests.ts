import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  json,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { bytes } from '../bytes-column.ts';
import type { JobState } from '../stored-values.ts';

/**
 * Answers already given, by organisation, sandbox or not, and `Idempotency-Key`, so that a repeated request gets the same one.
 *
 * Written in the transaction of the return itself: there is never one without the other.
 */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    organisation: text().notNull(),
    /** An engineer tries in the sandbox what is then sent in earnest under the same key. */
    sandbox: boolean().notNull().default(false),
    idempotency_key: text().notNull(),
    /** Of method, address, parameters, media type and body. */
    request_sha256: bytes().notNull(),
    status: integer().notNull(),
    location: text(),
    media_type: text().notNull(),
    /** The language or languages of the body; see `Content-Language`. */
    content_language: text().notNull().default('en, cy'),
    /** The body, byte for byte. */
    response: text().notNull(),
    created_at: timestamp({ withTimezone: true }).notNull(),
    expires_at: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({
      name: 'idempotency_keys_key',
      columns: [table.organisation, table.sandbox, table.idempotency_key],
    }),
    check('idempotency_keys_request_is_sha256', sql`octet_length(${table.request_sha256}) = 32`),
    check(
      'idempotency_keys_status_is_kept',
      sql`${table.status} between 200 and 299 or ${table.status} = 422`,
    ),
    index('idempotency_keys_by_expiry').on(table.expires_at),
  ],
);

/** Returns that were received whole and are to be taken in later, by whichever process comes first. */
export const submissionJobs = pgTable(
  'submission_jobs',
  {
    /** Becomes the id of the submission. */
    id: uuid().primaryKey(),
    organisation: text().notNull(),
    sandbox: boolean().notNull().default(false),
    /** Its place in the order of receipt, which becomes that of the submission. */
    sequence: bigint({ mode: 'number' }),
    state: text().$type<JobState>().notNull(),
    /** What the request said beside its body: form, parameters, key, confirmations. */
    request: json().$type<Readonly<Record<string, unknown>>>().notNull(),
    body_bytes: bigint({ mode: 'number' }).notNull(),
    bytes_read: bigint({ mode: 'number' }).notNull().default(0),
    attempts: integer().notNull().default(0),
    created_at: timestamp({ withTimezone: true }).notNull(),
    /** Last sign of life of the process that works on it. */
    seen_at: timestamp({ withTimezone: true }),
    ended_at: timestamp({ withTimezone: true }),
    /** Status of the answer, and its body where that is no receipt of a stored submission. */
    status: integer(),
    answer: json().$type<Readonly<Record<string, unknown>>>(),
  },
  (table) => [
    check(
      'submission_jobs_state_is_known',
      sql`${table.state} in ('received', 'checking', 'done', 'failed', 'cancelled')`,
    ),
    check(
      'submission_jobs_ended_has_time',
      sql`(${table.state} in ('received', 'checking')) = (${table.ended_at} is null)`,
    ),
    index('submission_jobs_waiting').on(table.created_at).where(sql`${table.ended_at} is null`),
    index('submission_jobs_by_organisation').on(table.organisation, table.created_at),
    // Whose turn it is: `claimJob` asks when each owner last had one.
    index('submission_jobs_turns').on(table.organisation, table.sandbox, table.seen_at),
  ],
);

/** The bytes of a return that waits, in parts; gone when it has been taken in. */
export const submissionBodies = pgTable(
  'submission_bodies',
  {
    job_id: uuid()
      .notNull()
      .references(() => submissionJobs.id, { onDelete: 'cascade' }),
    part: integer().notNull(),
    bytes: bytes().notNull(),
  },
  (table) => [primaryKey({ name: 'submission_bodies_key', columns: [table.job_id, table.part] })],
);

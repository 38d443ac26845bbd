import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  date,
  index,
  integer,
  json,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Finding, Report } from '../standard/finding.ts';
import type { AreasCode, CollectionCode, OrganisationsCode } from '../standard/generated/code-lists.ts';
import type { TableName } from '../standard/generated/tables.ts';
import type { ReturnHeader } from '../standard/row.ts';
import type { Text } from '../standard/text.ts';
import { bytes } from './bytes-column.ts';
import type { ApiKeyScope, Confirmation, SubmissionState, TableOutcome } from './stored-values.ts';

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
  },
  (table) => [
    check('api_keys_secret_is_sha256', sql`octet_length(${table.secret_sha256}) = 32`),
    check('api_keys_scopes_are_known', sql`${table.scopes} <@ array['submit', 'read_own']`),
    index('api_keys_by_organisation').on(table.organisation),
  ],
);

/** The services register; the fields of `service.schema.json`. */
export const services = pgTable(
  'services',
  {
    id: text().primaryKey(),
    name: jsonb().$type<Text>().notNull(),
    submitter: text().$type<OrganisationsCode>().notNull(),
    areas: text().array().$type<AreasCode[]>().notNull(),
    valid_from: date({ mode: 'string' }).notNull(),
    valid_to: date({ mode: 'string' }),
    programme: text(),
    contact_role: text(),
    contact_address: text(),
  },
  (table) => [
    check('services_end_after_start', sql`${table.valid_to} >= ${table.valid_from}`),
    index('services_by_submitter').on(table.submitter),
  ],
);

/**
 * Every return that was taken in and what was said of it, in the order of `sequence`.
 *
 * A rejected return leaves its report here and nothing anywhere else. `key_id` does not refer to `api_keys`:
 * a submission outlives the key it came with.
 */
export const submissions = pgTable(
  'submissions',
  {
    id: uuid().primaryKey(),
    sequence: bigint({ mode: 'number' }).generatedAlwaysAsIdentity().notNull(),
    organisation: text().notNull(),
    /** Null, as are collection and header, when the header could not be read. */
    period: text(),
    collection: text().$type<CollectionCode>(),
    schema_version: text().notNull(),
    state: text().$type<SubmissionState>().notNull(),
    received_at: timestamp({ withTimezone: true }).notNull(),
    accepted_at: timestamp({ withTimezone: true }),
    key_id: text().notNull(),
    request_id: text().notNull(),
    body_sha256: bytes().notNull(),
    /**
     * `json`, not `jsonb`, here and below: it takes every text that JSON can write, and keeps the order of
     * keys, so that a report read back has the bytes of all doors.
     */
    header: json().$type<ReturnHeader>(),
    /** From the header: PostgreSQL cannot look into JSON that holds a character it does not take as text. */
    services_included: text().array().notNull(),
    report: json().$type<Report>().notNull(),
    service_findings: json().$type<readonly Finding[]>().notNull(),
    confirmations: jsonb().$type<readonly Confirmation[]>().notNull(),
  },
  (table) => [
    unique('submissions_sequence_key').on(table.sequence),
    index('submissions_by_organisation').on(table.organisation, table.sequence),
    check(
      'submissions_state_is_known',
      sql`${table.state} in ('accepted', 'needs_verification', 'rejected')`,
    ),
    check(
      'submissions_accepted_has_time',
      sql`(${table.state} = 'accepted') = (${table.accepted_at} is not null)`,
    ),
    check(
      'submissions_accepted_has_header',
      sql`${table.state} <> 'accepted' or (${table.header} is not null and ${table.period} is not null and ${table.collection} is not null)`,
    ),
    check('submissions_body_is_sha256', sql`octet_length(${table.body_sha256}) = 32`),
  ],
);

/** The tables an accepted return named. */
export const submissionTables = pgTable(
  'submission_tables',
  {
    submission_id: uuid()
      .notNull()
      .references(() => submissions.id),
    table_name: text().$type<TableName>().notNull(),
    table_digest: text().notNull(),
    rows: integer().notNull(),
    outcome: text().$type<TableOutcome>().notNull(),
  },
  (table) => [
    primaryKey({ name: 'submission_tables_key', columns: [table.submission_id, table.table_name] }),
    check('submission_tables_digest_is_sha256', sql`${table.table_digest} ~ '^[0-9a-f]{64}$'`),
    check('submission_tables_outcome_is_known', sql`${table.outcome} in ('created', 'revised', 'unchanged')`),
    check('submission_tables_rows_is_count', sql`${table.rows} >= 0`),
  ],
);

/**
 * Which return stands for an organisation, collection, period and table: the last accepted that named it.
 *
 * Sending identical rows again stores no rows: `rows_submission_id` then still names the return that brought
 * them, while `submission_id` names the newer one, whose header (coverage, status, index) now holds.
 */
export const standingTables = pgTable(
  'standing_tables',
  {
    organisation: text().notNull(),
    collection: text().$type<CollectionCode>().notNull(),
    period: text().notNull(),
    table_name: text().$type<TableName>().notNull(),
    submission_id: uuid()
      .notNull()
      .references(() => submissions.id),
    rows_submission_id: uuid()
      .notNull()
      .references(() => submissions.id),
  },
  (table) => [
    primaryKey({
      name: 'standing_tables_key',
      columns: [table.organisation, table.collection, table.period, table.table_name],
    }),
    index('standing_tables_by_period').on(
      table.collection,
      table.period,
      table.organisation,
      table.table_name,
    ),
  ],
);

import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
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
import type { AreasCode, OrganisationsCode } from '../standard/generated/code-lists.ts';
import type { TableName } from '../standard/generated/tables.ts';
import type { ReturnHeader } from '../standard/row.ts';
import type { Text } from '../standard/text.ts';
import { bytes } from './bytes-column.ts';
import type {
  ActorKind,
  ApiKeyScope,
  Confirmation,
  JobState,
  Obligation,
  RegisterName,
  StoredCollection,
  SubmissionState,
  TableOutcome,
  Timeliness,
} from './stored-values.ts';

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

/** The register of organisations that send returns: what each has to send, and since when. */
export const organisations = pgTable(
  'organisations',
  {
    code: text().$type<OrganisationsCode>().primaryKey(),
    obligation: text().$type<Obligation>().notNull(),
    /** The tables that the organisation declares; its return for a period is complete when all are in. */
    tables: text().array().$type<TableName[]>().notNull(),
    valid_from: date({ mode: 'string' }).notNull(),
    valid_to: date({ mode: 'string' }),
    contact_role: text(),
    contact_address: text(),
  },
  (table) => [
    check('organisations_obligation_is_known', sql`${table.obligation} in ('core', 'standard', 'full')`),
    check('organisations_end_after_start', sql`${table.valid_to} >= ${table.valid_from}`),
  ],
);

/** Days between which returns of a period are taken, where they differ from the standard's own calendar. */
export const periods = pgTable(
  'periods',
  {
    period: text().primaryKey(),
    opens_on: date({ mode: 'string' }).notNull(),
    /** Last day on which provisional figures are on time. */
    due_on: date({ mode: 'string' }).notNull(),
    /** Last day on which figures are taken into the final release. */
    closes_on: date({ mode: 'string' }).notNull(),
  },
  (table) => [
    check(
      'periods_in_order',
      sql`${table.opens_on} <= ${table.due_on} and ${table.due_on} <= ${table.closes_on}`,
    ),
  ],
);

/** What each entry of a register was before and after a change. Rows are only ever added. */
export const registerHistory = pgTable(
  'register_history',
  {
    sequence: bigint({ mode: 'number' }).generatedAlwaysAsIdentity().primaryKey(),
    register: text().$type<RegisterName>().notNull(),
    entry: text().notNull(),
    changed_at: timestamp({ withTimezone: true }).notNull(),
    actor: text().notNull(),
    before: jsonb().$type<Readonly<Record<string, unknown>>>(),
    after: jsonb().$type<Readonly<Record<string, unknown>>>(),
  },
  (table) => [
    check(
      'register_history_register_is_known',
      sql`${table.register} in ('organisations', 'services', 'periods')`,
    ),
    index('register_history_by_entry').on(table.register, table.entry, table.sequence),
  ],
);

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
    collection: text().$type<StoredCollection>(),
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
    /** Null, as the period is, when the header could not be read. */
    timeliness: text().$type<Timeliness>(),
    sandbox: boolean().notNull().default(false),
  },
  (table) => [
    unique('submissions_sequence_key').on(table.sequence),
    index('submissions_by_organisation').on(table.organisation, table.sequence),
    check(
      'submissions_state_is_known',
      sql`${table.state} in ('accepted', 'needs_verification', 'rejected', 'superseded')`,
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
    check('submissions_timeliness_is_known', sql`${table.timeliness} in ('on_time', 'late', 'after_close')`),
    index('submissions_held')
      .on(table.organisation, table.period)
      .where(sql`${table.state} = 'needs_verification'`),
  ],
);

/** The tables that a return named, of one that was accepted or waits for its findings to be verified. */
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
    /** Whose rows stood before this table was accepted; null where none did. */
    replaced_submission_id: uuid().references(() => submissions.id),
    withdrawn_at: timestamp({ withTimezone: true }),
    /** A code of the closed list of reasons. */
    withdrawal_reason: text(),
  },
  (table) => [
    primaryKey({ name: 'submission_tables_key', columns: [table.submission_id, table.table_name] }),
    check('submission_tables_digest_is_sha256', sql`${table.table_digest} ~ '^[0-9a-f]{64}$'`),
    check(
      'submission_tables_outcome_is_known',
      sql`${table.outcome} in ('created', 'revised', 'unchanged', 'held')`,
    ),
    check('submission_tables_rows_is_count', sql`${table.rows} >= 0`),
    check(
      'submission_tables_withdrawn_has_reason',
      sql`(${table.withdrawn_at} is null) = (${table.withdrawal_reason} is null)`,
    ),
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
    collection: text().$type<StoredCollection>().notNull(),
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

/**
 * Answers already given, by organisation and `Idempotency-Key`, so that a repeated request gets the same one.
 *
 * Written in the transaction of the return itself: there is never one without the other.
 */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    organisation: text().notNull(),
    idempotency_key: text().notNull(),
    /** Of method, address, parameters, media type and body. */
    request_sha256: bytes().notNull(),
    status: integer().notNull(),
    location: text(),
    media_type: text().notNull(),
    /** The body, byte for byte. */
    response: text().notNull(),
    created_at: timestamp({ withTimezone: true }).notNull(),
    expires_at: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ name: 'idempotency_keys_key', columns: [table.organisation, table.idempotency_key] }),
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

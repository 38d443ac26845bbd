import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
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
import type { Finding, Report } from '../../standard/finding.ts';
import type { TableName } from '../../standard/generated/tables.ts';
import type { ReturnHeader } from '../../standard/row.ts';
import { bytes } from '../bytes-column.ts';
import type {
  Confirmation,
  HeaderChange,
  StoredCollection,
  StoredTotal,
  SubmissionBrief,
  SubmissionState,
  TableOutcome,
  Timeliness,
} from '../stored-values.ts';

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
    /** In the order of receipt: of one that is taken in later, drawn when it was received. */
    sequence: bigint({ mode: 'number' }).generatedByDefaultAsIdentity().notNull(),
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
    /** What came to hold otherwise than before with the header, of tables that stood. */
    header_changes: json().$type<readonly HeaderChange[]>().notNull().default([]),
    brief: jsonb()
      .$type<SubmissionBrief>()
      .notNull()
      .default({ rows: {}, disagrees_with: [], changed_fields: [] }),
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
    /** What the next return is compared with, so that nobody need add it up again. */
    totals: jsonb().$type<readonly StoredTotal[]>().notNull().default([]),
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
      sql`${table.outcome} in ('created', 'revised', 'unchanged', 'held', 'overtaken')`,
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

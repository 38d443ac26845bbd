import { getTableName } from 'drizzle-orm';
import { ROW_TABLES } from './generated/row-tables.ts';
import { ORDER_OF_RECEIPT } from './order-of-receipt.ts';
import type * as audit from './tables/audit.ts';
import type * as identity from './tables/identity.ts';
import type * as registers from './tables/registers.ts';
import type * as requests from './tables/requests.ts';
import type * as submissions from './tables/submissions.ts';

/** Owns everything; migrations run as it. */
export const OWNER_ROLE = 'spcd_migrate';

/**
 * What a process does in the database: takes returns in; reads what stands, for releases; keeps keys and
 * registers; or looks on, without seeing rows or secrets. PostgreSQL's group roles of these names may do what
 * `PRIVILEGES` says.
 */
export const PROCESS_ROLES = ['spcd_submit', 'spcd_release', 'spcd_manage', 'spcd_read'] as const;
export type ProcessRole = (typeof PROCESS_ROLES)[number];
export type DatabaseRole = ProcessRole | typeof OWNER_ROLE;
export const DATABASE_ROLES: readonly DatabaseRole[] = [OWNER_ROLE, ...PROCESS_ROLES];

/** What a role may do with a table: with all of it, or with the columns named; `usage` is drawing from a sequence. */
type Rights = Readonly<
  Partial<Record<'select' | 'insert' | 'update', true | readonly string[]>> & { delete?: true; usage?: true }
>;
type RightsByRole = Readonly<Partial<Record<ProcessRole, Rights>>>;

type OwnTables = typeof audit & typeof identity & typeof registers & typeof requests & typeof submissions;
type OwnTableName = OwnTables[keyof OwnTables]['_']['name'];

const LOOK = { select: true } as const;
const ADD = { select: true, insert: true } as const;
const WRITE = { select: true, insert: true, update: true } as const;
const ALL = { ...WRITE, delete: true } as const;

const SHOWN_OF_KEYS = [
  'key_id',
  'organisation',
  'scopes',
  'created_at',
  'expires_at',
  'revoked_at',
  'last_used_at',
  'sandbox',
];
const SHOWN_OF_SUBMISSIONS = [
  ...['id', 'sequence', 'organisation', 'period', 'collection', 'schema_version', 'state', 'received_at'],
  ...['accepted_at', 'key_id', 'request_id', 'timeliness', 'sandbox'],
];
/** To the publisher who keeps the registers also what completeness is read from, and what was confirmed in which words. */
const MANAGED_OF_SUBMISSIONS = [...SHOWN_OF_SUBMISSIONS, 'header', 'confirmations'];
const SHOWN_OF_TABLES = [
  ...['submission_id', 'table_name', 'rows', 'outcome', 'replaced_submission_id', 'withdrawn_at'],
  'withdrawal_reason',
];
const SHOWN_OF_JOBS = [
  ...['id', 'organisation', 'state', 'body_bytes', 'bytes_read', 'attempts', 'created_at', 'seen_at'],
  ...['ended_at', 'status', 'sandbox'],
];

/** Only what is named here is allowed; a table of `tables/` that is not named does not compile. */
const OWN_PRIVILEGES: Readonly<Record<OwnTableName, RightsByRole>> = {
  api_keys: {
    spcd_submit: { select: true, update: ['last_used_at'] },
    spcd_manage: WRITE,
    spcd_read: { select: SHOWN_OF_KEYS },
  },
  oauth_clients: {
    spcd_submit: { select: true, update: ['last_used_at'] },
    spcd_manage: WRITE,
    spcd_read: LOOK,
  },
  organisations: { spcd_submit: LOOK, spcd_release: LOOK, spcd_manage: ALL, spcd_read: LOOK },
  services: { spcd_submit: LOOK, spcd_release: LOOK, spcd_manage: ALL, spcd_read: LOOK },
  periods: { spcd_submit: LOOK, spcd_release: LOOK, spcd_manage: ALL, spcd_read: LOOK },
  register_history: { spcd_manage: ADD, spcd_read: LOOK },
  audit_log: {
    spcd_submit: { insert: true },
    spcd_release: { insert: true },
    spcd_manage: ADD,
    spcd_read: LOOK,
  },
  submissions: {
    spcd_submit: WRITE,
    spcd_release: LOOK,
    spcd_manage: { select: MANAGED_OF_SUBMISSIONS },
    spcd_read: { select: SHOWN_OF_SUBMISSIONS },
  },
  submission_tables: {
    spcd_submit: WRITE,
    spcd_release: LOOK,
    spcd_manage: { select: SHOWN_OF_TABLES },
    spcd_read: { select: SHOWN_OF_TABLES },
  },
  standing_tables: { spcd_submit: ALL, spcd_release: LOOK, spcd_manage: LOOK, spcd_read: LOOK },
  idempotency_keys: { spcd_submit: ALL },
  submission_jobs: { spcd_submit: ALL, spcd_read: { select: SHOWN_OF_JOBS } },
  submission_bodies: { spcd_submit: ALL },
};

/** The same for every table of rows: a new one in the standard costs nothing here. */
const ROW_PRIVILEGES: RightsByRole = {
  spcd_submit: { select: true, insert: true, delete: true },
  spcd_release: LOOK,
};

/** Who may do what with each table and sequence of the schema `public`, by its name in the database. */
export const PRIVILEGES: Readonly<Record<string, RightsByRole>> = {
  ...OWN_PRIVILEGES,
  // A return that is taken in later has its place in the order of receipt before it is a submission.
  [ORDER_OF_RECEIPT]: { spcd_submit: { usage: true } },
  ...Object.fromEntries(Object.values(ROW_TABLES).map((table) => [getTableName(table), ROW_PRIVILEGES])),
};

/** One privilege as the catalogue of PostgreSQL has it; `column` is null for the whole table. */
export interface Privilege {
  /** Or of a sequence. */
  readonly table: string;
  readonly role: string;
  readonly privilege: string;
  readonly column: string | null;
}

/** `PRIVILEGES`, one by one. */
export function listPrivileges(): Privilege[] {
  return Object.entries(PRIVILEGES).flatMap(([table, roles]) =>
    Object.entries(roles).flatMap(([role, rights]) =>
      Object.entries(rights).flatMap(([privilege, columns]: [string, true | readonly string[]]) =>
        (columns === true ? [null] : columns).map((column) => ({ table, role, privilege, column })),
      ),
    ),
  );
}

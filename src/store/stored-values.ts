import type { CollectionCode } from '../standard/generated/code-lists.ts';
import type { TableName } from '../standard/generated/tables.ts';
import type { Text } from '../standard/text.ts';

/**
 * Where returns stand: in a collection of the standard or, of those sent with a sandbox key, in one that it does not
 * know and from which no release can be built.
 */
export type StoredCollection = CollectionCode | 'sandbox';

/** What a key may be used for: sending returns, reading one's own. */
export const API_KEY_SCOPES = ['submit', 'read_own'] as const;
export type ApiKeyScope = (typeof API_KEY_SCOPES)[number];

/** `superseded` is said of one that later returns overtook in every table before it could stand. */
export const SUBMISSION_STATES = ['accepted', 'needs_verification', 'rejected', 'superseded'] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];

/**
 * What became of a table of an accepted return; `held` of one whose findings are to be verified first; `overtaken` of one that
 * a later return brought before this one could stand, and whose rows are therefore not kept.
 */
export const TABLE_OUTCOMES = ['created', 'revised', 'unchanged', 'held', 'overtaken'] as const;
export type TableOutcome = (typeof TABLE_OUTCOMES)[number];

/** When a return came: while its figures were due, after that, or after its period had closed. */
export const TIMELINESS = ['on_time', 'late', 'after_close'] as const;
export type Timeliness = (typeof TIMELINESS)[number];

/** Which tables an organisation has to send; each level has all of the one before. */
export const OBLIGATIONS = ['core', 'standard', 'full'] as const;
export type Obligation = (typeof OBLIGATIONS)[number];

export const REGISTERS = ['organisations', 'services', 'periods'] as const;
export type RegisterName = (typeof REGISTERS)[number];

/** Who changed something: a key or OAuth client over HTTP, a person at a command line, or the service itself. */
export const ACTOR_KINDS = ['key', 'client', 'command', 'service'] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** Of a return that was received to be taken in later. */
export const JOB_STATES = ['received', 'checking', 'done', 'failed', 'cancelled'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** What the header of a return says otherwise of tables than the header that held for them before. */
export interface HeaderChange {
  /** Where it stands in the header, as `coverage.areas_complete`. */
  readonly field: string;
  readonly tables: readonly TableName[];
  /** Null where the header did not have it. */
  readonly before: HeaderValue;
  readonly after: HeaderValue;
}

type HeaderValue = string | boolean | readonly string[] | Text | null;

/**
 * What a list of submissions says of one besides its state and tables, kept small: reports and headers may have a
 * megabyte each, and a list has a hundred of them.
 */
export interface SubmissionBrief {
  /** Rows that were read, by table. */
  readonly rows: Readonly<Partial<Record<TableName, number>>>;
  /** Tables that stood with which it did not agree, where nothing else was against it. */
  readonly disagrees_with: readonly TableName[];
  /** Where its header came to hold otherwise than before, as `coverage.areas_complete`. */
  readonly changed_fields: readonly string[];
}

/** A submitter's word, for one rule of the tier `verify`, that the figures are right, and why. */
export interface Confirmation {
  readonly rule: string;
  /** A code of the closed list of reasons. */
  readonly reason: string;
  /** In the submitter's own words, for the publisher's eyes only. */
  readonly words?: string;
}

/** A count of one table of a submission, added over the rows that share some codes; none, where they have none to share. */
export interface StoredTotal {
  readonly codes: readonly string[];
  readonly count: number;
}

import type {
  CoverageReasonCode,
  OrganisationsCode,
  VerificationReasonCode,
} from '../standard/generated/code-lists.ts';
import type { TableName } from '../standard/generated/tables.ts';
import type { Organisation } from '../standard/generated/types.ts';
import type { Text } from '../standard/text.ts';

/**
 * What one return says of one table. Never a figure: a table with nothing to count is `returned` like any other,
 * because that there is nothing would be a true zero.
 */
export interface TableCoverage {
  readonly state: 'returned';
  /**
   * Fields of the table, characteristics, measures or instruments; of a return that follows an earlier version than
   * the release, also the fields and codes (`delivery_mode.materials_sent`) that came since.
   */
  readonly not_collected: readonly string[];
  /** A code of `coverage_reason`. */
  readonly reason_code: string | null;
  /** Words of published evaluations and of synthetic data; null of returns, whose words are never public. */
  readonly reason: Text | null;
}

/** What one organisation's return covers in one period, as the organisation stated it. */
export interface ReturnCoverage {
  readonly organisation: string;
  readonly period: string;
  readonly tables: Partial<Record<TableName, TableCoverage>>;
  /** Areas whose every service is in the return, by table. */
  readonly areas_complete: Partial<Record<TableName, readonly string[]>>;
  /** Codes of the services register. */
  readonly services_included: readonly string[];
  readonly deprivation_index: string;
  readonly ethnicity_scheme: string;
  readonly figures_status: string;
  readonly basis_note: Text | null;
}

/**
 * That an organisation was asked about a table of its return and said that it is right. Only of rules that may be
 * published, and never where in the table, how often, or in whose words.
 */
export interface QualityNote {
  readonly organisation: string;
  readonly period: string;
  readonly table: TableName;
  /** Id of the rule that asked. */
  readonly rule: string;
  readonly reason_code: VerificationReasonCode;
}

/** What an organisation had to send for a period, by the register of organisations when the release was built. */
export interface ExpectedReturn {
  readonly organisation: OrganisationsCode;
  readonly period: string;
  readonly obligation: Organisation['obligation'];
  /** Those it declared, else all of its level; in schema order. */
  readonly tables: readonly TableName[];
  /** Of these, those that did not come because it does not collect them, and why; left out where there are none. */
  readonly not_collected?: Partial<Record<TableName, CoverageReasonCode>>;
  /** Whom to write to about them: a role and its public address, as far as the register has them. */
  readonly contact?: { readonly role?: string; readonly address?: string };
}

/** That a table of an organisation's return came, was sent again with other rows, or was taken back. */
export interface ReleaseChange {
  readonly organisation: string;
  readonly period: string;
  readonly table: TableName;
  readonly change: 'new' | 'revised' | 'withdrawn';
}

/** A public file of a release. */
export interface ReleaseFile {
  readonly path: string;
  readonly bytes: number;
  /** Hex SHA-256 of the file's bytes. */
  readonly sha256: string;
}

/** What a table of a release can be asked for, taken from its published cells alone. */
export interface TableContents {
  readonly quarters: readonly string[];
  readonly financial_years: readonly string[];
  /** The selector values of which some cell is shown, by selector. */
  readonly selectors: Readonly<Record<string, readonly string[]>>;
}

/** Everything public about a release but its cells: `archive/<release>/manifest.json`. */
export interface Manifest {
  readonly manifest_version: 1;
  readonly release: string;
  readonly collection: string;
  /** The version of the standard that the release is built at. */
  readonly schema_version: string;
  /** The versions that the returns behind it follow, the earliest first; not in releases built before it was told. */
  readonly returned_versions?: readonly string[];
  /** Only where that version was a draft: a trial, which is never published. */
  readonly is_trial?: true;
  /** ISO instants, in UTC. */
  readonly built_at: string;
  readonly published_at: string | null;
  /** The areas whose descendants the release speaks of. */
  readonly scope: readonly string[];
  readonly tables: Partial<Record<TableName, TableContents>>;
  readonly coverage: readonly ReturnCoverage[];
  /** By period, organisation, table and rule; not in releases built before there were any. */
  readonly notes?: readonly QualityNote[];
  /** By period and organisation; not in releases built before it was told, and empty where the register is. */
  readonly expected?: readonly ExpectedReturn[];
  readonly disclosure: {
    readonly method: 'cell-key';
    readonly version: 'spcd-sdc-2';
    readonly floor: number;
    readonly threshold: number;
    readonly rounding: number;
    /** Noise of a mean is this share of the scale's range … */
    readonly magnitude_share: number;
    /** … times a random number of this variance, divided by the number of people. */
    readonly magnitude_noise_variance: number;
  };
  readonly files: readonly ReleaseFile[];
  /** The release of the same collection before it; null of the first, and not told by releases published earlier. */
  readonly supersedes?: string | null;
  /** What changed since that one; left out where it is not known, as of the first. Never a figure or a digest. */
  readonly changes?: readonly ReleaseChange[];
}

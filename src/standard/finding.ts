import type { TableName } from './generated/tables.ts';
import type { Text } from './text.ts';

/** `error` blocks; `verify` lets a return through once the submitter confirms it; `advice` informs. */
export const TIERS = ['error', 'verify', 'advice'] as const;
export type Tier = (typeof TIERS)[number];

/** One place where a rule was broken. */
export interface Location {
  /** JSON Pointer into the return, whatever form it came in. */
  readonly pointer: string;
  /** For XLSX only: the sheet. */
  readonly sheet?: string;
  /**
   * For CSV, in a zip or not: the record's number, the header being 1. For XLSX: the row of the sheet. For NDJSON,
   * and for a text that stops being JSON: the line.
   */
  readonly row: number | null;
  /** For CSV and XLSX: the column's heading. */
  readonly column: string | null;
  /**
   * What stood there, when it is safe to repeat; `[withheld]` otherwise; null when nothing stood there. Where figures
   * or answers are missing or few: of which item, such as the measure.
   */
  readonly value: string | null;
  /** What was probably meant, or the successor of an ended code. */
  readonly suggestion: string | null;
}

/** Every place of a return where one rule was broken along one path, as long as the same words fit. */
export interface Finding {
  readonly rule: string;
  readonly tier: Tier;
  /** The pointer with `{row}` for the number of a row: `/tables/profiles/{row}/age_band`. */
  readonly path: string;
  readonly count: number;
  readonly message: Text;
  readonly why: Text;
  readonly remedy: Text;
  /** The first places, in the order met; at most `MAXIMUM_LOCATIONS`. */
  readonly locations: readonly Location[];
}

export const MAXIMUM_LOCATIONS = 10;

/** What the validator has to say of one return: the same bytes from the library, the CLI and the API. */
export interface Report {
  readonly standard: 'spcd';
  /** The version the return was checked against: its own, or the current one where that is not known. */
  readonly schema_version: string;
  readonly status: 'candidate';
  /** `invalid` when an error rule fired, `needs_verification` when only verify rules did. */
  readonly result: 'valid' | 'needs_verification' | 'invalid';
  /** Rows read, by table, in schema order. */
  readonly rows: Partial<Record<TableName, number>>;
  /** Number of findings of each tier. */
  readonly totals: Readonly<Record<Tier, number>>;
  /** Errors first, then verify, then advice; within a tier by rule, then by path. */
  readonly findings: readonly Finding[];
}

import type { Finding, Report } from '../standard/finding.ts';
import type { TableName } from '../standard/generated/tables.ts';
import type { ReturnHeader } from '../standard/row.ts';
import type { ReturnSource } from '../standard/validate-return.ts';
import type { Totals } from './total-counts.ts';

/** Who sends a return. None may keep the others waiting. */
export interface Sender {
  /** An organisation, or a network where no key is asked for. */
  readonly owner: string;
  /** Others with whom the owner has one share: whoever needs no key could be any number of owners. */
  readonly among?: string;
}

/** A return that is arriving. */
export interface ArrivingReturn extends Sender {
  readonly source: ReturnSource;
  /** Its bytes as they come; read once. */
  readonly body: AsyncIterable<Uint8Array>;
  /** Whether its body comes from the service's own database: how fast it comes is then no sender's doing. */
  readonly isStored?: boolean;
  /** Aborted when its sender goes away: nobody waits for the report any more. */
  readonly gone?: AbortSignal;
}

/** A return whose rows are stored, and what stands beside it. */
export interface StoredComparison extends Sender {
  readonly header: ReturnHeader;
  /** Its own tables. */
  readonly own: readonly StoredTable[];
  readonly standing: readonly StoredTable[];
}

/** Validates returns as they arrive, wherever that is done. */
export interface ReturnValidation {
  /**
   * Reads a return to its end and gives its report. Whoever asks for it releases it in the end.
   *
   * @throws {ServiceError} UNAVAILABLE when too many wait already, of its owner or of all, REQUEST_TIMEOUT when its
   *   sender is slow and others wait, REQUEST_MALFORMED when its sender goes away; whatever reading the body throws.
   * @throws {Error} If the worker that holds it ends.
   */
  receive(arriving: ArrivingReturn): Promise<HeldReturn>;
  /**
   * What the rules find that compare tables of a stored return with those that stand beside it. Rows are not named: they
   * stand no more where they were sent.
   *
   * @throws {ServiceError} UNAVAILABLE, as `receive`; whatever reading a table throws.
   */
  compareStored(comparison: StoredComparison): Promise<readonly Finding[]>;
}

/** What validating a return came to. */
export interface CheckedReturn {
  readonly report: Report;
  /** Null when the header is not well formed. */
  readonly header: ReturnHeader | null;
  /** The tables it carries, in schema order. */
  readonly tables: readonly TableName[];
  /** Its counts, added up. */
  readonly totals: Totals;
  /** Of the bytes as they came. */
  readonly body_sha256: Uint8Array;
}

/** A table of a return as it would be kept. */
export interface DigestedTable {
  readonly table: TableName;
  /** Rows that count somebody; the others are not kept. */
  readonly rows: number;
  readonly table_digest: string;
}

/** A table of which the rows are stored. */
export interface StoredTable {
  readonly table: TableName;
  readonly rows: number;
  /** Its rows as COPY text, in the order of the schema's fields; read only if a rule needs them. */
  read(): AsyncIterable<Uint8Array>;
}

/** What a return is decided on from: one that was validated just now, or one that waited, of which the rows are stored. */
export type DecidableReturn = Omit<HeldReturn, 'body_sha256' | 'copyText' | 'release'>;

/**
 * A return that was validated. Its rows stay where they were checked, and what must walk over them is asked for
 * here.
 */
export interface HeldReturn extends CheckedReturn {
  /**
   * Some of its tables as they would be kept. Only of a return whose rows are sound and whose header is well formed.
   * Takes as long as writing them, but for those whose COPY text was read to its end: they were digested with it.
   */
  digestTables(tables: readonly TableName[]): Promise<readonly DigestedTable[]>;
  /** What the rules find that compare its tables with those that stand beside it and that it does not carry. */
  checkBeside(standing: readonly StoredTable[]): Promise<readonly Finding[]>;
  /** The rows of a table that are kept, as COPY text with the id of the submission first; see `writeCopyText`. */
  copyText(table: TableName, submission_id: string): AsyncIterable<Uint8Array>;
  /** Lets go of it. Nothing may be asked of it afterwards; a worker keeps a small one until the next such is let go. */
  release(): void;
}

import type { Facts } from '../collect-findings.ts';
import type { TableName } from '../generated/tables.ts';
import type { StructuralRuleId } from '../structural-rules.ts';
import type { TableIntake } from '../take-rows.ts';

/** What a reader found besides rows. */
export interface ReadHeader {
  /** The header as it was read, with no prototype; null when it could not be read to its end. */
  readonly header: Readonly<Record<string, unknown>> | null;
  /** Whether the whole return was read, so that what is missing is missing. */
  readonly isComplete: boolean;
}

/** Takes bytes as they arrive, without a byte-order mark, and passes on what they hold. */
export interface ReturnReader {
  write(bytes: Uint8Array): void;
  /** Whether nothing of what is still to come would be read, so that it need not be unpacked. */
  isEnough?(): boolean;
  end(): ReadHeader;
}

/** Where a reader puts what it reads. */
export interface ReturnSink {
  /** The intake of a table; asking for it says that the return carries the table. */
  table(name: TableName): TableIntake;
  /** Reports a fault outside the rows. */
  fault(rule: StructuralRuleId, place: FaultPlace): void;
}

export interface FaultPlace {
  readonly path: readonly (string | number)[];
  /** The path the finding is gathered under, where it differs: a column stands for the field of every row. */
  readonly template?: readonly (string | number)[];
  /** Record of a CSV, row of a sheet, line of a JSON text. */
  readonly row?: number | null;
  readonly column?: string | null;
  readonly value?: string | null;
  readonly suggestion?: () => string | null;
  /** For XLSX: the sheet. */
  readonly sheet?: string;
  /** What fills the names in braces of the rule's words. */
  readonly facts?: Facts;
}

import { createHash, type Hash } from 'node:crypto';
import { collectFindings } from '../standard/collect-findings.ts';
import type { Finding } from '../standard/finding.ts';
import { TABLE_NAMES, type TableName } from '../standard/generated/tables.ts';
import { keptRows } from '../standard/kept-rows.ts';
import { PackedRows } from '../standard/pack-rows.ts';
import type { ReturnHeader, RowsByTable } from '../standard/row.ts';
import { runRules } from '../standard/run-rules.ts';
import { sortPackedRows } from '../standard/sort-packed-rows.ts';
import {
  createReturnValidator,
  type ReturnSource,
  type ReturnValidator,
  type Validation,
} from '../standard/validate-return.ts';
import type { CheckedReturn, DigestedTable } from './held-return.ts';
import { rulesBeside, withoutRowsOf } from './rules-beside.ts';
import { StandingRows } from './standing-rows.ts';
import { TableDigest } from './table-digest.ts';
import { totalCounts } from './total-counts.ts';
import { copyTextWriter } from './write-copy-text.ts';

/** Rows digested between two pieces of COPY text. */
const ROWS_AT_ONCE = 4_096;
/** The return of a board has a tenth of them. */
const FEW_ROWS = 20_000;

/** Bytes that were taken, given back: nothing of them is kept. */
export interface TakenBytes {
  readonly bytes: Uint8Array;
}

/** A piece of COPY text; the only one of a table without rows has no bytes. */
export interface CopyPiece {
  readonly bytes: Uint8Array;
  readonly isLast: boolean;
}

/** COPY text that is being written, one piece ahead of what was asked for. */
interface Copy {
  readonly pieces: Generator<Uint8Array>;
  ahead: Uint8Array | null;
}

/**
 * One return in the thread that checks it: takes its bytes, then answers all that its rows must be walked over for.
 *
 * Each step runs to its end at once. In a worker they are asked for by message, one after the other.
 */
export class ReturnInHand {
  readonly #source: ReturnSource;
  readonly #hash: Hash = createHash('sha256');
  readonly #standing = new Map<TableName, StandingRows>();
  /** Rows that are kept, in the order in which they are digested and written. */
  readonly #sorted = new Map<TableName, Uint32Array>();
  readonly #copies = new Map<TableName, Copy>();
  readonly #digests = new Map<TableName, string>();
  #validator: ReturnValidator | null;
  #hasEnded = false;
  #validation: Validation | null = null;

  constructor(source: ReturnSource) {
    this.#source = source;
    this.#validator = createReturnValidator(source);
  }

  /**
   * Whether it has ended, and has few rows. Such a one still has all that has read and checked it, so that whoever
   * holds it keeps what was compiled for that: engines throw compiled code away with the last closure that runs it,
   * and nearly all that reads and checks a return are closures made for it.
   */
  isSmall(): boolean {
    const rows = Object.values(this.#validation?.report.rows ?? {}).reduce((sum, count) => sum + count, 0);
    return this.#validation !== null && rows <= FEW_ROWS;
  }

  /**
   * Takes the bytes that come next.
   *
   * @param length - How many of them; all, unless given.
   * @returns The bytes: nothing of them is kept, so whoever gave them may use their memory again.
   */
  write(bytes: Uint8Array, length = bytes.byteLength): TakenBytes {
    if (this.#validator === null || this.#hasEnded) throw new Error('the return has ended');
    const given = bytes.subarray(0, length);
    this.#hash.update(given);
    this.#validator.write(given);
    return { bytes };
  }

  /** Takes the last of its bytes, ends it and runs the rules. */
  end(last: Uint8Array, length = last.byteLength): CheckedReturn {
    this.write(last, length);
    if (this.#validator === null) throw new Error('the return has ended');
    const validation = this.#validator.end();
    this.#validation = validation;
    this.#hasEnded = true;
    // It holds the keys of all rows, which nobody needs any more.
    if (!this.isSmall()) this.#validator = null;
    return {
      report: validation.report,
      header: validation.header,
      tables: tablesIn(validation.tables),
      totals: totalCounts(validation.tables),
      body_sha256: new Uint8Array(this.#hash.digest()),
    };
  }

  /** See `HeldReturn.digestTables`. */
  digestTables(tables: readonly TableName[]): DigestedTable[] {
    return tables.map((table) => ({
      table,
      rows: this.#sort(table).length,
      table_digest: this.#digests.get(table) ?? this.#digest(table),
    }));
  }

  /** Takes COPY text of a table that stands, before `checkBeside`. */
  takeStanding(table: TableName, piece: Uint8Array): void {
    const standing = this.#standing.get(table) ?? new StandingRows(table);
    this.#standing.set(table, standing);
    standing.take(piece);
  }

  /** Runs the rules that compare its tables with those that stand, whose rows were taken; see `rulesBeside`. */
  checkBeside(standing: readonly TableName[]): Finding[] {
    const { header, tables } = this.#ended();
    if (header === null) throw new Error('a return without a header has nothing to compare');
    const findings = collectFindings();
    const rules = rulesBeside(tablesIn(tables), standing);
    const together: RowsByTable = {};
    for (const rule of rules) {
      for (const table of rule.tables)
        together[table] ??= tables[table] ?? this.#standing.get(table)?.rows ?? [];
    }
    const present = new Set(tablesIn(together));
    runRules(rules, { form: this.#source.format, header, tables: together, present }, findings);
    this.#standing.clear();
    return findings.findings();
  }

  /** Runs the rules that compare tables of a stored return with those that stand; the rows of all were taken. */
  compareStored(
    header: ReturnHeader,
    sent: readonly TableName[],
    standing: readonly TableName[],
  ): readonly Finding[] {
    const findings = collectFindings();
    const everywhere = new Set([...sent, ...standing]);
    const rules = rulesBeside(sent, standing).map((rule) => withoutRowsOf(everywhere, rule));
    const tables: RowsByTable = {};
    for (const table of everywhere) tables[table] = this.#standing.get(table)?.rows ?? [];
    runRules(rules, { form: this.#source.format, header, tables, present: everywhere }, findings);
    this.#standing.clear();
    return findings.findings();
  }

  /** The next piece of a table's COPY text; see `HeldReturn.copyText`. Not to be asked for after the last. */
  nextCopyText(table: TableName, submission_id: string): CopyPiece {
    const copy = this.#copies.get(table) ?? this.#startCopy(table, submission_id);
    const bytes = copy.ahead;
    copy.ahead = nextOf(copy.pieces);
    return { bytes: bytes ?? new Uint8Array(0), isLast: copy.ahead === null };
  }

  #startCopy(table: TableName, submission_id: string): Copy {
    const pieces = this.#digests.has(table)
      ? this.#writeCopy(table, submission_id)
      : this.#digestAndCopy(table, submission_id);
    const copy = { pieces, ahead: nextOf(pieces) };
    this.#copies.set(table, copy);
    return copy;
  }

  #writeCopy(table: TableName, submission_id: string): Generator<Uint8Array> {
    return copyTextWriter(submission_id, rowsOf(this.#ended().tables, table))(this.#sort(table));
  }

  /** Digests the rows as they are written: whoever reads them is the slower, so that it takes no time of its own. */
  *#digestAndCopy(table: TableName, submission_id: string): Generator<Uint8Array> {
    const sorted = this.#sort(table);
    const digest = this.#openDigest(table);
    const write = copyTextWriter(submission_id, rowsOf(this.#ended().tables, table));
    for (let at = 0; at < sorted.length; at += ROWS_AT_ONCE) {
      const places = sorted.subarray(at, at + ROWS_AT_ONCE);
      yield* write(places);
      digest.add(places);
    }
    this.#digests.set(table, digest.end());
  }

  #digest(table: TableName): string {
    const digest = this.#openDigest(table);
    digest.add(this.#sort(table));
    const table_digest = digest.end();
    this.#digests.set(table, table_digest);
    return table_digest;
  }

  #openDigest(table: TableName): TableDigest {
    const { header, tables } = this.#ended();
    if (header === null) throw new Error('a return without a header has no digests');
    return new TableDigest(header.submitter, header.period, rowsOf(tables, table));
  }

  #sort(table: TableName): Uint32Array {
    const known = this.#sorted.get(table);
    if (known !== undefined) return known;
    const rows = rowsOf(this.#ended().tables, table);
    const sorted = sortPackedRows(rows, keptRows(rows));
    this.#sorted.set(table, sorted);
    return sorted;
  }

  #ended(): Validation {
    if (this.#validation === null) throw new Error('the return has not ended');
    return this.#validation;
  }
}

function nextOf(pieces: Generator<Uint8Array>): Uint8Array | null {
  const { value, done } = pieces.next();
  return done === true ? null : value;
}

function tablesIn(tables: RowsByTable): TableName[] {
  return TABLE_NAMES.filter((table) => tables[table] !== undefined);
}

function rowsOf(tables: RowsByTable, table: TableName): PackedRows {
  const rows = tables[table];
  if (rows instanceof PackedRows) return rows;
  throw new Error(rows === undefined ? `the return does not carry ${table}` : `${table} is not packed`);
}

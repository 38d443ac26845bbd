import { canonicalRows } from './canonical-rows.ts';
import { TABLE_NAMES, type TableName } from './generated/tables.ts';
import { keptRows } from './kept-rows.ts';
import { PackedRows } from './pack-rows.ts';
import type { Validation } from './return-validator.ts';
import { sortPackedRows } from './sort-packed-rows.ts';

/** What a receipt says of the content of one table; the names are those of the receipt. */
export interface TableDigest {
  readonly table: TableName;
  /** Rows that say something: one whose counts are all zero is left out, as the service leaves it out. */
  readonly rows: number;
  /** SHA-256 of the table's canonical text, in hexadecimal. */
  readonly table_digest: string;
}

/**
 * The digest of each table of a return that was validated, in schema order: the very ones that the service gives in its
 * receipt. Equal for equal rows, whatever their order and whatever form they came in.
 *
 * Whoever has the digest of a small table can find its figures by trying, so it is to be kept as they are.
 *
 * @param validation - What `validateReturn` gave.
 * @returns Null where the return has errors: its rows are then not all there.
 * @throws {Error} If the tables are not those of the validator, or the page was loaded over plain HTTP, where browsers
 *   have no Web Crypto.
 */
export async function digestTables({ report, header, tables }: Validation): Promise<TableDigest[] | null> {
  if (header === null || report.result === 'invalid') return null;
  const digests: TableDigest[] = [];
  for (const table of TABLE_NAMES) {
    const rows = tables[table];
    if (rows === undefined) continue;
    if (!(rows instanceof PackedRows)) throw new Error('digestTables takes what validateReturn gave');
    const sorted = sortPackedRows(rows, keptRows(rows));
    const pieces = [...canonicalRows(header.submitter, header.period, rows, sorted)];
    digests.push({ table, rows: sorted.length, table_digest: await sha256(pieces) });
  }
  return digests;
}

async function sha256(pieces: readonly Uint8Array[]): Promise<string> {
  const { subtle } = globalThis.crypto;
  if (subtle === undefined) throw new Error('Web Crypto is not there: a browser has it over HTTPS only');
  const whole = new Uint8Array(pieces.reduce((bytes, { length }) => bytes + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  const digest = await subtle.digest('SHA-256', whole);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

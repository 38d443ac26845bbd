import { createHmac } from 'node:crypto';

/** Joins the parts of a key. It cannot stand in a code, a digest or a number. */
export const UNIT_SEPARATOR = '\u001f';

/** What the text of a cell begins with. */
export const CELL_TEXT = 'sp-cell-v2';

/** Length of each of the two secret keys, in bytes. */
export const KEY_BYTES = 32;

export interface RowIdentity {
  /** The table that stands in keys, which for `outcome_coverage` is `outcomes`. */
  readonly table: string;
  /** Name of the count, such as `people`. */
  readonly measure: string;
  /** Hex SHA-256 of the submitted table's canonical form. */
  readonly table_digest: string;
  /** The row's selectors and dimensions, in schema order, less those that keys leave out. */
  readonly fields: readonly string[];
  readonly count: number;
}

/**
 * The key of one row for one count: the same row of the same submitted table always has the same key.
 *
 * @returns A whole number from 0 to 2³² − 1.
 * @see The disclosure control scheme, section 2.
 */
export function rowKey(recordKey: Uint8Array, row: RowIdentity): number {
  return firstUint32(
    hmac(recordKey, [
      'sp-row-v2',
      `${row.table}:${row.measure}`,
      row.table_digest,
      ...row.fields,
      String(row.count),
    ]),
  );
}

/**
 * The secret digest that decides the noise of one cell.
 *
 * Label and address are part of it on purpose: two questions that happen to hold the same people get
 * different noise, so that equal figures tell nothing about what lies between them.
 *
 * @param rowKeySum - Σ of the row keys, modulo 2³².
 */
export function cellDigest(cellKey: Uint8Array, label: string, address: string, rowKeySum: number): Buffer {
  return hmac(cellKey, [CELL_TEXT, label, address, String(rowKeySum)]);
}

export function firstUint32(digest: Buffer): number {
  return digest.readUInt32BE(0);
}

function hmac(key: Uint8Array, parts: readonly string[]): Buffer {
  return createHmac('sha256', key).update(parts.join(UNIT_SEPARATOR)).digest();
}

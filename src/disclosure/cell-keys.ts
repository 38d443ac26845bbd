import { Buffer } from 'node:buffer';
import { CELL_TEXT, cellDigest, UNIT_SEPARATOR } from './keys.ts';
import { BLOCK_BYTES, firstState, takeBlock } from './sha256.ts';

/** What the texts of many cells have in common: one object for all of them, since what it comes to is kept for it. */
export interface CellStem {
  readonly label: string;
  /** How their addresses begin. */
  readonly addressStem: string;
}

/** How texts begin, taken in as far as its whole blocks go. */
interface CellStart {
  readonly state: Int32Array;
  /** What is left after the whole blocks. */
  readonly rest: Uint8Array;
  readonly bytes: number;
}

const FIRST_ROOM = 1024;
/** A digest of 32 bytes after one block. */
const OUTER_BYTES = BLOCK_BYTES + 32;

/**
 * Cell keys, the first 32 bits of `cellDigest`, for millions of cells under one secret key.
 *
 * HMAC begins with a block of the key alone, and the texts of cells with label and stem, the same for many: both are
 * taken in once. `cellDigest` says what a cell key is; tests hold this to it.
 */
export class CellKeys {
  readonly #cellKey: Uint8Array;
  readonly #starts = new WeakMap<CellStem, CellStart>();
  readonly #inner: Int32Array;
  readonly #outer: Int32Array;
  readonly #state = new Int32Array(8);
  readonly #last = new Uint8Array(BLOCK_BYTES);
  #room = Buffer.alloc(FIRST_ROOM);

  /** @param cellKey - 32 random bytes; no more than a block, as a longer key would first be digested itself. */
  constructor(cellKey: Uint8Array) {
    if (cellKey.length > BLOCK_BYTES) throw new RangeError(`A key has at most ${BLOCK_BYTES} bytes`);
    this.#cellKey = cellKey;
    this.#inner = padded(cellKey, 0x36);
    this.#outer = padded(cellKey, 0x5c);
    this.#last[32] = 0x80;
    writeBits(this.#last, BLOCK_BYTES, OUTER_BYTES);
  }

  /**
   * The key of a cell.
   *
   * @param place - What its address has after the stem.
   * @param rowKeySum - Σ of the row keys, modulo 2³².
   * @returns A whole number from 0 to 2³² − 1.
   */
  keyOf(stem: CellStem, place: string, rowKeySum: number): number {
    const start = this.#start(stem);
    const text = `${place}${UNIT_SEPARATOR}${rowKeySum}`;
    const most = start.rest.length + 3 * text.length + 2 * BLOCK_BYTES;
    if (most > this.#room.length) this.#room = Buffer.alloc(2 * most);
    const room = this.#room;
    room.set(start.rest);
    const written = room.write(text, start.rest.length);
    const state = this.#state;
    state.set(start.state);
    const end = start.rest.length + written;
    const blocks = Math.ceil((end + 9) / BLOCK_BYTES) * BLOCK_BYTES;
    room[end] = 0x80;
    room.fill(0, end + 1, blocks);
    writeBits(room, blocks, start.bytes + written);
    for (let from = 0; from < blocks; from += BLOCK_BYTES) takeBlock(state, room, from);
    return this.#outerKey();
  }

  /** The whole digest of a cell, as `cellDigest` gives it. */
  digestOf({ label, addressStem }: CellStem, place: string, rowKeySum: number): Buffer {
    return cellDigest(this.#cellKey, label, addressStem + place, rowKeySum);
  }

  #start(stem: CellStem): CellStart {
    const known = this.#starts.get(stem);
    if (known) return known;
    const bytes = Buffer.from([CELL_TEXT, stem.label, stem.addressStem].join(UNIT_SEPARATOR));
    const state = this.#inner.slice();
    const whole = bytes.length - (bytes.length % BLOCK_BYTES);
    for (let from = 0; from < whole; from += BLOCK_BYTES) takeBlock(state, bytes, from);
    const start = { state, rest: bytes.subarray(whole), bytes: BLOCK_BYTES + bytes.length };
    this.#starts.set(stem, start);
    return start;
  }

  /** Takes the inner digest into the outer one. */
  #outerKey(): number {
    const [state, last] = [this.#state, this.#last];
    for (let index = 0; index < 8; index += 1) {
      const word = state[index] as number;
      last[4 * index] = word >>> 24;
      last[4 * index + 1] = word >>> 16;
      last[4 * index + 2] = word >>> 8;
      last[4 * index + 3] = word;
    }
    state.set(this.#outer);
    takeBlock(state, last, 0);
    return (state[0] as number) >>> 0;
  }
}

/** The state after the first block of HMAC: the key, filled up and mixed with one byte. */
function padded(key: Uint8Array, mix: number): Int32Array {
  const block = new Uint8Array(BLOCK_BYTES);
  block.set(key);
  const state = firstState();
  takeBlock(
    state,
    block.map((byte) => byte ^ mix),
    0,
  );
  return state;
}

/** Says at the end of the last block how long the whole was, in bits. */
function writeBits(block: Uint8Array, end: number, bytes: number): void {
  const bits = 8 * bytes;
  block[end - 1] = bits;
  block[end - 2] = bits >>> 8;
  block[end - 3] = bits >>> 16;
  block[end - 4] = bits >>> 24;
}

import { KEY_BYTES, restOfCell, startOfCell } from './keys.ts';
import { BLOCK_BYTES, compress, firstState } from './sha256.ts';

/** The length of the message, in bits, stands in the last eight bytes of its last block. */
const LENGTH_BYTES = 8;
const DIGEST_BYTES = 32;
/** A one, which ends the message. */
const END = 0x80;

/**
 * The same as `cellDigest`, for many cells under one label whose addresses begin alike: what they have in common is
 * digested once.
 *
 * @param stem - How their addresses begin (`addressStem`).
 * @returns A function of the rest of an address and the sum of the row keys. The digest it gives is overwritten by
 *   the next call.
 */
export function digestsOnStem(
  cellKey: Uint8Array,
  label: string,
  stem: string,
): (rest: string, rowKeySum: number) => Buffer {
  const inner = stateAfterKey(cellKey, 0x36);
  const outer = stateAfterKey(cellKey, 0x5c);
  const start = Buffer.from(startOfCell(label, stem));
  const whole = start.length - (start.length % BLOCK_BYTES);
  for (let at = 0; at < whole; at += BLOCK_BYTES) compress(inner, start, at);
  const left = start.subarray(whole);

  return (rest, rowKeySum) => {
    const end = restOfCell(rest, rowKeySum);
    const message = roomFor(left.length + 3 * end.length + BLOCK_BYTES + LENGTH_BYTES);
    message.set(left, 0);
    const length = left.length + message.write(end, left.length, 'utf8');
    state.set(inner);
    finish(state, message, length, BLOCK_BYTES + whole);
    writeState(state, block);
    state.set(outer);
    finish(state, block, DIGEST_BYTES, BLOCK_BYTES);
    writeState(state, digest);
    return digest;
  };
}

const state = new Int32Array(8);
const block = Buffer.alloc(BLOCK_BYTES);
const digest = Buffer.alloc(DIGEST_BYTES);
let room = Buffer.alloc(16 * BLOCK_BYTES);

function roomFor(bytes: number): Buffer {
  if (bytes > room.length) room = Buffer.alloc(2 * bytes);
  return room;
}

/** The state of an HMAC's inner or outer digest when it has taken in its key. */
function stateAfterKey(key: Uint8Array, pad: number): Int32Array {
  if (key.length !== KEY_BYTES) throw new RangeError(`A key has ${KEY_BYTES} bytes, not ${key.length}`);
  const padded = new Uint8Array(BLOCK_BYTES).fill(pad);
  for (const [index, byte] of key.entries()) padded[index] = byte ^ pad;
  const after = firstState();
  compress(after, padded, 0);
  return after;
}

/**
 * Takes in the last blocks of a message.
 *
 * @param bytes - The last bytes of the message, with room behind them for its end.
 * @param before - How many bytes of it were taken in already.
 */
function finish(into: Int32Array, bytes: Buffer, length: number, before: number): void {
  const padded = Math.ceil((length + 1 + LENGTH_BYTES) / BLOCK_BYTES) * BLOCK_BYTES;
  bytes[length] = END;
  bytes.fill(0, length + 1, padded - 4);
  bytes.writeUInt32BE((before + length) * 8, padded - 4);
  for (let at = 0; at < padded; at += BLOCK_BYTES) compress(into, bytes, at);
}

function writeState(from: Int32Array, into: Buffer): void {
  for (let word = 0; word < from.length; word += 1) into.writeInt32BE(from[word] as number, word * 4);
}

import { deflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { addToCrc32, CRC32_START, finishCrc32 } from '../../../src/standard/read/zip/crc32.ts';
import {
  inflateEntry,
  MAXIMUM_RATIO,
  MAXIMUM_UNPACKED_BYTES,
} from '../../../src/standard/read/zip/inflate-entry.ts';

const MEGABYTE = 1024 * 1024;
const crcOf = (bytes: Uint8Array) => finishCrc32(addToCrc32(CRC32_START, bytes));

/** Unpacks bytes as one file; what it says of itself is true but for `size`. */
function unpack(packed: Uint8Array, size: number, budget = MAXIMUM_UNPACKED_BYTES) {
  let taken = 0;
  const left = { remaining: budget };
  const entry = { name: 'x', isStored: false, crc: 0, size, start: 0, end: packed.length };
  const fault = inflateEntry(packed, entry, left, (bytes) => {
    taken += bytes.length;
    return true;
  });
  return { fault, taken, remaining: left.remaining };
}

describe('unpacking', () => {
  it('has the checksum that the zip format asks for', () => {
    expect(crcOf(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });

  it('stops soon after the ratio is passed, however much would follow', () => {
    const packed = deflateSync(new Uint8Array(200 * MEGABYTE), { level: 9 });
    const { fault, taken } = unpack(packed, 200 * MEGABYTE);
    expect(fault).toBe('zip-unpacks-to-a-bounded-size');
    expect(taken).toBeLessThanOrEqual(packed.length * MAXIMUM_RATIO);
    expect(taken).toBeLessThan(50 * MEGABYTE);
  });

  it('stops at the bytes that all files together may have', () => {
    const noise = Uint8Array.from({ length: 3 * MEGABYTE }, (_, index) => (index * 2_654_435_761) >>> 24);
    const { fault, taken } = unpack(deflateSync(noise), noise.length, MEGABYTE);
    expect(fault).toBe('zip-unpacks-to-a-bounded-size');
    expect(taken).toBeLessThanOrEqual(MEGABYTE);
  });

  it('stops at the size that the file claims', () => {
    const { fault, taken } = unpack(deflateSync(new Uint8Array(500_000)), 10);
    expect([fault, taken]).toEqual(['zip-file-intact', 0]);
  });

  it('gives up a file that ends and goes on, without reading it all', () => {
    const followed = new Uint8Array(20 * MEGABYTE);
    followed.set(deflateSync(new Uint8Array(100)));
    expect(unpack(followed, 100).fault).toBe('zip-file-intact');
  });

  it('needs no more than it is asked for', () => {
    const packed = deflateSync(new Uint8Array(MEGABYTE / 2));
    const entry = { name: 'x', isStored: false, crc: 1, size: MEGABYTE / 2, start: 0, end: packed.length };
    let calls = 0;
    const fault = inflateEntry(packed, entry, { remaining: MEGABYTE }, () => {
      calls += 1;
      return false;
    });
    expect([fault, calls]).toEqual([null, 1]);
  });
});

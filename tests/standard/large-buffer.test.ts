import { expect, it } from 'vitest';
import { BufferSlabs, largeBuffer } from '../../src/standard/large-buffer.ts';

const SYSTEM_TAKES_BACK = 32 * 1024 * 1024;

it('gives small buffers as they are asked for, and large ones in memory that the system takes back', () => {
  expect(largeBuffer(1_000).byteLength).toBe(1_000);
  expect(largeBuffer(1024 * 1024).byteLength).toBeGreaterThan(SYSTEM_TAKES_BACK);
  expect(largeBuffer(2 * SYSTEM_TAKES_BACK).byteLength).toBe(2 * SYSTEM_TAKES_BACK);
});

it('gives pieces that do not overlap, hold zeros, and begin where numbers of eight bytes may', () => {
  const slabs = new BufferSlabs();
  const lengths = [10, 300_002, 1_000_001, 40_000_000, 20_000_000, 20_000_000, 8];
  const pieces = lengths.map((length) => {
    const { buffer, start } = slabs.take(length);
    expect(start % 8).toBe(0);
    return new Uint8Array(buffer, start, length);
  });
  for (const [index, piece] of pieces.entries()) {
    expect([piece.at(0), piece.at(-1)]).toEqual([0, 0]);
    piece.fill(index + 1);
  }
  for (const [index, piece] of pieces.entries())
    expect([piece.at(0), piece.at(-1)]).toEqual([index + 1, index + 1]);
});

import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CellKeys } from '../../src/disclosure/cell-keys.ts';
import { cellDigest, firstUint32 } from '../../src/disclosure/keys.ts';
import { firstState, takeBlock } from '../../src/disclosure/sha256.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 300 });
const anySum = fc.integer({ min: 0, max: 2 ** 32 - 1 });

it('gives the key that the digest of a cell begins with, whatever its texts and their lengths', () => {
  const cellKey = fc.uint8Array({ minLength: 0, maxLength: 64 });
  const places = fc.array(fc.tuple(anyText, anySum), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(cellKey, anyText, anyText, places, (key, label, addressStem, cells) => {
      const keys = new CellKeys(key);
      const stem = { label, addressStem };
      for (const [place, sum] of cells) {
        const digest = cellDigest(key, label, addressStem + place, sum);
        expect(keys.keyOf(stem, place, sum)).toBe(firstUint32(digest));
        expect(keys.digestOf(stem, place, sum)).toEqual(digest);
      }
    }),
    { numRuns: 500 },
  );
});

it('gives it for texts of every length around the ends of blocks, and for very long ones', () => {
  const keys = new CellKeys(new Uint8Array(32).fill(7));
  for (const length of [...Array(200).keys(), 5000]) {
    const stem = { label: 'count:people', addressStem: 'x'.repeat(length) };
    const place = 'é'.repeat(length % 67);
    const digest = cellDigest(new Uint8Array(32).fill(7), stem.label, stem.addressStem + place, length);
    expect(keys.keyOf(stem, place, length)).toBe(firstUint32(digest));
  }
});

it('takes a block in as SHA-256 does', () => {
  // "abc" filled up to one block, as FIPS 180-4 fills it.
  const block = new Uint8Array(64);
  block.set([0x61, 0x62, 0x63, 0x80]);
  block[63] = 24;
  const state = firstState();
  takeBlock(state, block, 0);
  const hex = [...state].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
  expect(hex).toBe(createHash('sha256').update('abc').digest('hex'));
});

it('refuses a key that HMAC would shorten', () => {
  expect(() => new CellKeys(new Uint8Array(65))).toThrow(RangeError);
});

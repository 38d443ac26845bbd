import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cellDigest } from '../../src/disclosure/keys.ts';
import { BLOCK_BYTES, compress, firstState } from '../../src/disclosure/sha256.ts';
import { digestsOnStem } from '../../src/disclosure/stem-digests.ts';
import { CELL_KEY, RECORD_KEY } from './made-digests.ts';

const text = fc.string({ unit: 'binary', maxLength: 200 });
const sum = fc.integer({ min: 0, max: 2 ** 32 - 1 });

it('gives the digest that the scheme gives, whatever the label, the stem, the address and the sum', () => {
  fc.assert(
    fc.property(text, text, fc.array(fc.tuple(text, sum), { maxLength: 4 }), (label, stem, cells) => {
      for (const key of [CELL_KEY, RECORD_KEY]) {
        const digestOf = digestsOnStem(key, label, stem);
        for (const [rest, keys] of cells) {
          const found = digestOf(rest, keys).toString('hex');
          expect(found).toBe(cellDigest(key, label, stem + rest, keys).toString('hex'));
        }
      }
    }),
  );
});

it('gives it for addresses of every length around the ends of blocks, and beyond', () => {
  const digestOf = digestsOnStem(CELL_KEY, 'count:people', 'table=made;');
  for (const length of [...Array(200).keys(), 1000, 1024, 5000]) {
    const rest = 'x'.repeat(length);
    const expected = cellDigest(CELL_KEY, 'count:people', `table=made;${rest}`, 4294967295);
    expect(digestOf(rest, 4294967295).equals(expected)).toBe(true);
  }
});

it('takes no key of another length', () => {
  expect(() => digestsOnStem(new Uint8Array(16), 'count:people', '')).toThrow(RangeError);
});

it('has the SHA-256 of Node for one padded block', () => {
  const state = firstState();
  const block = new Uint8Array(BLOCK_BYTES);
  block[0] = 0x80;
  compress(state, block, 0);
  const found = Buffer.alloc(32);
  for (const [word, value] of state.entries()) found.writeInt32BE(value, word * 4);
  expect(found.toString('hex')).toBe(createHash('sha256').update('').digest('hex'));
});

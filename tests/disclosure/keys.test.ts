import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellDigest, firstUint32, KEY_BYTES, type RowIdentity, rowKey } from '../../src/disclosure/keys.ts';
import { CELL_KEY, digestOf, RECORD_KEY } from './made-digests.ts';

const row: RowIdentity = {
  table: 'profiles',
  measure: 'people',
  table_digest: 'a1b2',
  fields: ['supported', 'W06000015', '25_34'],
  count: 12,
};

describe('the key of a row', () => {
  it('is the same for the same row, and a whole number of 32 bits', () => {
    const key = rowKey(RECORD_KEY, row);
    expect(rowKey(RECORD_KEY, { ...row })).toBe(key);
    expect(Number.isInteger(key) && key >= 0 && key < 2 ** 32).toBe(true);
  });

  it('is another for another key, table, measure, digest, field, order of fields or count', () => {
    const others: RowIdentity[] = [
      { ...row, table: 'outcomes' },
      { ...row, measure: 'people_first_in_year' },
      { ...row, table_digest: 'a1b3' },
      { ...row, fields: ['supported', 'W06000015', '35_49'] },
      { ...row, fields: ['W06000015', 'supported', '25_34'] },
      { ...row, fields: ['supported', 'W06000015', '25_34', ''] },
      { ...row, count: 13 },
    ];
    const keys = [rowKey(RECORD_KEY, row), rowKey(CELL_KEY, row)];
    expect(new Set([...keys, ...others.map((other) => rowKey(RECORD_KEY, other))]).size).toBe(9);
  });
});

describe('the digest of a cell', () => {
  it('depends on the label, the address and the key sum, and on each of them', () => {
    const cells: [label: string, address: string, sum: number][] = [
      ['count:people', 'table=profiles;period=2026-Q1', 7],
      ['count:episodes', 'table=profiles;period=2026-Q1', 7],
      ['count:people', 'table=profiles;period=2026-Q2', 7],
      ['count:people', 'table=profiles;period=2026-Q1', 8],
    ];
    const digests = (key: Uint8Array) => cells.map((cell) => cellDigest(key, ...cell).toString('hex'));
    expect(new Set([...digests(CELL_KEY), ...digests(RECORD_KEY)]).size).toBe(8);
    expect(digests(CELL_KEY)).toEqual(digests(CELL_KEY));
  });

  it('is the same however the rows are ordered and however they are added up', () => {
    const rows = fc.array(fc.record({ count: fc.integer({ min: 1, max: 999 }), area: fc.string() }), {
      minLength: 1,
      maxLength: 30,
    });
    const sumOf = (keys: readonly number[]) => keys.reduce((sum, key) => (sum + key) % 2 ** 32, 0);
    fc.assert(
      fc.property(
        rows.chain((made) =>
          fc.tuple(
            fc.constant(made),
            fc.shuffledSubarray(made, { minLength: made.length }),
            fc.nat({ max: made.length }),
          ),
        ),
        ([made, shuffled, cut]) => {
          const keysOf = (some: typeof made) =>
            some.map(({ count, area }) => rowKey(RECORD_KEY, { ...row, count, fields: [area] }));
          const parts = [shuffled.slice(0, cut), shuffled.slice(cut)].map((part) => sumOf(keysOf(part)));
          const digest = (sum: number) => cellDigest(CELL_KEY, 'count:people', 'table=made', sum);
          expect(digest(sumOf(parts))).toEqual(digest(sumOf(keysOf(made))));
        },
      ),
    );
  });
});

it('reads the first four bytes, the highest first', () => {
  expect(firstUint32(digestOf(0x01020304, 0xffffffff))).toBe(16_909_060);
});

it('takes secret keys of 32 bytes', () => {
  expect(KEY_BYTES).toBe(32);
});

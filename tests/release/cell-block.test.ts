import { expect, it } from 'vitest';
import { CellBlock, NOT_HELD, placeOf } from '../../src/release/cell-block.ts';

const HEADER = {
  table: 'profiles',
  period: '2026-Q1',
  selectors: { population: 'supported' },
  dimensions: ['age_band', 'sex'],
  figures: ['people', 'people_first_in_year'],
  texts: ['W06000023', '16_24', 'female'],
} as const;

it('finds each of many cells again, with the values of its own figures', () => {
  const block = new CellBlock(HEADER);
  const cells = Array.from({ length: 5000 }, (_, n) => [n % 7, (n * 31) % 97, Math.floor(n / 11)]);
  for (const [n, tokens] of cells.entries()) block.set(tokens, n % 2, n);
  expect(block.count).toBe(5000);
  for (const [n, tokens] of cells.entries()) {
    const row = block.rowOf(tokens);
    expect(Array.from(block.tokensOf(row))).toEqual(tokens);
    expect([block.valueAt(row, n % 2), block.valueAt(row, 1 - (n % 2))]).toEqual([n, Number.NaN]);
  }
  expect(block.rowOf([7, 0, 0])).toBe(NOT_HELD);
});

it('keeps a place that comes from two levels as one cell, with what either of them told', () => {
  const block = new CellBlock(HEADER);
  block.set([0, 1, 2], 0, 30);
  block.set([0, 1, 2], 0, 30);
  block.set([0, 1, 2], 1, 25);
  expect([block.count, block.valueAt(0, 0), block.valueAt(0, 1)]).toEqual([1, 30, 25]);
  expect(placeOf(HEADER, block.tokensOf(0))).toEqual({
    table: 'profiles',
    selectors: { population: 'supported' },
    period: '2026-Q1',
    area: 'W06000023',
    dimensions: { age_band: '16_24', sex: 'female' },
  });
});

it('takes no token that its columns cannot hold', () => {
  expect(() => new CellBlock(HEADER).set([0, 1, 2 ** 16], 0, 30)).toThrow('tokens');
});

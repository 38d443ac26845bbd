import { expect, it } from 'vitest';
import { rankingQuality } from './ranking-quality.ts';

const items = (there: readonly number[], notThere: readonly number[]) => [
  ...there.map((score) => ({ isThere: true, score })),
  ...notThere.map((score) => ({ isThere: false, score })),
];

it('counts the pairs in the right order, ties half', () => {
  expect(rankingQuality(items([3, 4], [1, 2]))).toBe(1);
  expect(rankingQuality(items([1, 2], [3, 4]))).toBe(0);
  expect(rankingQuality(items([1, 3], [2, 3]))).toBe(0.375);
  expect(rankingQuality(items([5, 5], [5]))).toBe(0.5);
  expect(rankingQuality(items([1], []))).toBe(0.5);
});

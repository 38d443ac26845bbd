import { expect, it } from 'vitest';
import { randomFrom } from '../support/draw-wales.ts';
import { chancesAfter, likeliest, poissonChances } from './methods/bayes.ts';
import { leafCube } from './methods/leaf-cube.ts';
import { leastSquares } from './methods/least-squares.ts';
import { likeliestCounts } from './methods/likeliest-counts.ts';
import { ourRule, SUPPRESSION_ALONE } from './methods/publication-rule.ts';
import { rowSums, sparseRows } from './methods/sparse-rows.ts';

it('solves for planted counts from sums without noise', () => {
  const random = randomFrom(1);
  const planted = Float64Array.from({ length: 40 }, () => Math.floor(9 * random()));
  const sums = Array.from({ length: 120 }, () => [...planted.keys()].filter(() => random() < 0.3));
  const rows = sparseRows(planted.length, sums);
  const seen = rowSums(rows, planted);
  const even = (length: number, value: number) => new Float64Array(length).fill(value);
  const found = leastSquares(
    { rows, seen, precision: even(120, 100), prior: even(40, 4), priorPrecision: even(40, 1e-6) },
    1e-9,
  );
  expect([...found].map((count) => Math.round(count) + 0)).toEqual([...planted]);
});

it('takes off the columns of a row that are to be taken off', () => {
  const rows = sparseRows(3, [[0, 1]], [[2]]);
  expect([...rowSums(rows, Float64Array.of(5, 4, 3))]).toEqual([6]);
});

it.each([1, 3, 6])(
  'gives chances of publishing that add up to one, and none outside what is possible, at cap %i',
  (cap) => {
    const rule = ourRule(cap);
    const values = [null, ...Array.from({ length: 60 }, (_, index) => 5 * cap * index)];
    for (let count = 0; count <= 60 * cap; count++) {
      const chances = values.map((value) => rule.chance(value, count));
      expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9);
      values.forEach((value, index) => {
        const { least, most } = rule.possible(value);
        if ((chances[index] as number) > 0) expect(count >= least && count <= most).toBe(true);
      });
    }
  },
);

it('names a count for certain where suppression alone shows it', () => {
  const before = poissonChances(10, 40);
  const after = chancesAfter(before, (count) => SUPPRESSION_ALONE.chance(12, count));
  expect(likeliest(after)).toBe(12);
  expect(after[12]).toBe(1);
});

it('knows little more than before where nothing is shown', () => {
  const before = poissonChances(3, 40);
  const after = chancesAfter(before, (count) => ourRule().chance(null, count));
  expect(likeliest(after)).toBe(likeliest(before));
});

it('lays out every cell of the lattice as a sum of leaves, a board as its authorities', () => {
  const cube = leafCube({
    table: 'profiles',
    selectors: { population: 'supported', deprivation_index: 'wimd_2019' },
    figure: 'people',
    period: '2026-Q1',
    within: 'W92000004',
    areas: (token) => ['W06000014', 'W06000015', 'W06000023'].includes(token),
    dimensions: [
      { name: 'sex', level: null },
      { name: 'deprivation_quintile', level: null },
    ],
  });
  const ones = new Float64Array(cube.leaves.length).fill(1);
  const sums = rowSums(cube.rows, ones);
  const sizeOf = (ending: string) => sums[cube.cells.findIndex(({ id }) => id.endsWith(ending))];
  expect(cube.leaves).toHaveLength(3 * 6 * 8);
  expect(sizeOf('health_board:W11000029')).toBe(2 * 6 * 8);
  expect(sizeOf('nation:W92000004;sex=female')).toBe(3 * 8);
  expect(sizeOf('W06000014;sex=female;deprivation_quintile=q1')).toBe(1);
  // Powys is a board of one authority: one place, so one cell.
  expect(cube.cells.filter(({ id }) => id.endsWith(';W06000023'))).toHaveLength(1);
});

it('finds planted whole numbers by the integer programme where every sum is shown as it is', async () => {
  const random = randomFrom(3);
  const cube = leafCube({
    table: 'profiles',
    selectors: { population: 'supported', deprivation_index: 'wimd_2019' },
    figure: 'people',
    period: '2026-Q1',
    within: 'W92000004',
    areas: (token) => token === 'W06000015',
    areaLevels: ['local_authority'],
    dimensions: [
      { name: 'sex', level: null, tokens: (token) => ['female', 'male'].includes(token) },
      { name: 'deprivation_quintile', level: null },
    ],
  });
  const planted = Float64Array.from(cube.leaves, () => Math.floor(9 * random()));
  const truth = rowSums(cube.rows, planted);
  const shown = new Map(cube.cells.map(({ id }, cell) => [id, truth[cell] as number]));
  // As suppression alone, but for small counts, which are shown as well.
  const asItIs = {
    ...SUPPRESSION_ALONE,
    chance: (published: number | null, count: number) => Number(published === count),
  };
  const { leaves } = await likeliestCounts(cube, shown, asItIs);
  expect([...leaves]).toEqual([...planted]);
});

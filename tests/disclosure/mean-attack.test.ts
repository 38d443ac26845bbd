import { expect, it } from 'vitest';
import { cellDigest, firstUint32 } from '../../src/disclosure/keys.ts';
import { perturbMean, publishCount, roundMagnitude } from '../../src/disclosure/publish.ts';
import vectors from '../support/disclosure-vectors.json' with { type: 'json' };
import { CELL_KEY } from './made-digests.ts';

interface Figures {
  /** Two parts and their total. */
  readonly counts: readonly number[];
  readonly means: readonly number[];
}

/**
 * The attack of the handbook, section 5.7: whole numbers of people in two parts and their total that agree with
 * published counts and means.
 *
 * @param countError - How far a published count may lie from the true one.
 * @param meanError - How far a published mean of `n` people may lie from the true one.
 */
function consistentTriples(
  { counts, means }: Figures,
  countError: number,
  meanError: (n: number) => number,
): number[][] {
  const around = (count: number) =>
    Array.from({ length: 2 * countError + 1 }, (_, index) => count - countError + index);
  const [first = 0, second = 0, total = 0] = counts;
  return around(first)
    .flatMap((a) => around(second).map((b) => [a, b, a + b] as const))
    .filter((triple) => {
      const [a, b, sum] = triple;
      const scores = triple.map((n, index) => n * (means[index] as number));
      const slack = triple.reduce((soFar, n) => soFar + n * meanError(n), 0);
      const [left = 0, right = 0, both = 0] = scores;
      return Math.abs(sum - total) <= countError && Math.abs(left + right - both) <= slack && a > 0 && b > 0;
    })
    .map((triple) => [...triple]);
}

it('solves the example of the handbook, whose means are exact', () => {
  const {
    published_counts: counts,
    exact_means: means,
    max_noise,
    unique_solution,
  } = vectors.handbook.mean_attack;
  expect(consistentTriples({ counts, means }, max_noise, () => 1e-9)).toEqual([unique_solution]);
});

it('leaves many solutions of the same people published by us, at ten times their number', () => {
  const { unique_solution, exact_means } = vectors.handbook.mean_attack;
  const scale = { lower: 0, upper: 20 };
  const people = unique_solution.map((n) => 10 * n);
  for (let country = 0; country < 50; country++) {
    const digest = (figure: string, part: number) =>
      cellDigest(CELL_KEY, figure, `table=made;country=${country};part=${part}`, 0);
    const counts = people.map(
      (n, part) => publishCount(n, firstUint32(digest('count:people', part))) as number,
    );
    const means = people.map((n, part) => {
      const sum = n * (exact_means[part] as number);
      return roundMagnitude(perturbMean(n, sum, scale, digest('mean:made:baseline', part)));
    });
    // What an attacker knows who has read this scheme: 7 at most in a count, 5.5 × 0.35 × 20 in a sum.
    const solutions = consistentTriples({ counts, means }, 7, (n) => (5.5 * 0.35 * 20) / n + 0.05);
    expect(solutions).toContainEqual(people);
    expect(solutions.length).toBeGreaterThan(20);
    // And whoever takes the means for exact finds nobody, or the wrong people, or too many.
    const exact = consistentTriples({ counts, means }, 7, () => 1e-9);
    expect(exact).not.toEqual([people]);
  }
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { intervalOfChange, toDecimals } from '../../src/query/outcome-statistics.ts';
import { MEASURES } from '../../src/standard/generated/measures.ts';
import { publishedPercentage } from '../../src/standard/published-percentage.ts';

it.each<[number | null, number | null, number | null]>([
  [10, 30, 33],
  [10, 25, null],
  [5, 100, null],
  [95, 100, null],
  [90, 100, 90],
  [null, 100, null],
  [10, null, null],
  // Noise may make a part larger than its whole.
  [105, 100, null],
])('%s of %s is %s per cent', (part, whole, share) => {
  expect(publishedPercentage(part, whole)).toBe(share);
});

it('puts the change in the middle of its interval, wider with fewer people and with more noise', () => {
  const none = { magnitude_share: 0, magnitude_noise_variance: 3 };
  const some = { magnitude_share: 0.35, magnitude_noise_variance: 3 };
  const width = (n: number, noise: typeof none) => {
    const change = { n, mean_change: 2, sd_change: 4, from_two_means: true };
    const { lower, upper } = intervalOfChange(MEASURES.swemwbs_metric, change, noise);
    expect(lower).toBeLessThan(2);
    expect(upper).toBeGreaterThan(2);
    return upper - lower;
  };
  fc.assert(
    fc.property(fc.integer({ min: 30, max: 5_000 }), (n) => {
      expect(width(n, some)).toBeGreaterThanOrEqual(width(n, none));
      expect(width(n, some)).toBeGreaterThanOrEqual(width(4 * n, some));
    }),
  );
});

it('rounds halves the same way on both sides of nought', () => {
  expect(toDecimals(0.25, 1)).toBe(0.3);
  expect(toDecimals(-0.25, 1)).toBe(-0.2);
});

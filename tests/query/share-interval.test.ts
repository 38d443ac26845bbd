import { describe, expect, it } from 'vitest';
import { CUMULATIVE_WEIGHTS } from '../../src/disclosure/noise.ts';
import { varianceOfCount } from '../../src/query/published-count.ts';
import { intervalOfCount, intervalOfShare } from '../../src/query/share-interval.ts';

const SCHEME = { rounding: 5 };
const V = 3 + 25 / 12;
const noisy = (count: number, cap = 1) => ({ count, variance: V * cap ** 2 });

describe('a published count', () => {
  it('has the variance of the noise it is drawn with, and of rounding to 5', () => {
    const weights = CUMULATIVE_WEIGHTS.map((top, index) => top - (CUMULATIVE_WEIGHTS[index - 1] ?? 0));
    const variance = weights.reduce((sum, weight, index) => sum + (weight / 2 ** 32) * (index - 5) ** 2, 0);
    expect(variance).toBeCloseTo(3, 6);
    expect(varianceOfCount(SCHEME, 'profiles', 'people', 'quarter')).toBeCloseTo(variance + 25 / 12, 6);
  });

  it('of connections has nine times the variance in a quarter, and 36 times in a year', () => {
    const of = (level: 'quarter' | 'financial_year') =>
      varianceOfCount(SCHEME, 'connections', 'connections', level);
    expect(of('quarter')).toBeCloseTo(9 * V, 9);
    expect(of('financial_year')).toBeCloseTo(36 * V, 9);
  });

  it('lies within 5 of the true one, or 14 where three connections a person count', () => {
    expect(intervalOfCount(noisy(1240))).toEqual({ lower: 1235, upper: 1245 });
    expect(intervalOfCount(noisy(1230, 3))).toEqual({ lower: 1216, upper: 1244 });
    expect(intervalOfCount(noisy(10, 6))).toMatchObject({ lower: 0 });
  });
});

describe('a share', () => {
  it.each([
    [360, 500, 1, 67, 76],
    [45, 60, 1, 58, 87],
    [10, 30, 1, 15, 59],
    [90, 300, 3, 23, 38],
    [360, 600, 6, 53, 67],
  ])(
    'of %i in %i, each person counting up to %i times, has its interval',
    (part, whole, cap, lower, upper) => {
      expect(intervalOfShare(noisy(part, cap), noisy(whole, cap))).toEqual({ lower, upper });
    },
  );

  it('lies within its interval, which lies within 0 and 100 and narrows with more people', () => {
    for (let whole = 30; whole < 5000; whole = Math.ceil((whole * 1.4) / 5) * 5) {
      for (let part = 10; whole - part >= 10; part += 5 * Math.ceil(whole / 200)) {
        const { lower, upper } = intervalOfShare(noisy(part), noisy(whole));
        const value = Math.round((100 * part) / whole);
        expect(lower).toBeLessThanOrEqual(value);
        expect(upper).toBeGreaterThanOrEqual(value);
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(upper).toBeLessThanOrEqual(100);
        const more = intervalOfShare(noisy(part * 4), noisy(whole * 4));
        expect(more.upper - more.lower).toBeLessThanOrEqual(upper - lower);
        const exact = intervalOfShare({ count: part, variance: 0 }, { count: whole, variance: 0 });
        expect(exact.lower).toBeGreaterThanOrEqual(lower);
        expect(exact.upper).toBeLessThanOrEqual(upper);
      }
    }
  });

  it('of nobody or everybody has no interval', () => {
    expect(() => intervalOfShare(noisy(0), noisy(30))).toThrow(RangeError);
    expect(() => intervalOfShare(noisy(30), noisy(30))).toThrow(RangeError);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noiseOf } from '../../src/disclosure/noise.ts';
import { PARENT_MINIMUM, publishCount } from '../../src/disclosure/publish.ts';
import vectors from '../support/disclosure-vectors.json' with { type: 'json' };
import { cellKeyFor, NOISES } from './made-digests.ts';

const cellKey = fc.nat({ max: 2 ** 32 - 1 });
const cap = fc.constantFrom(1, 3, 6);

/** A rule that depends on the key through its noise alone is proved for all keys by the keys at the bounds. */
const everyNoise = NOISES.flatMap(({ least, greatest }) => [least, greatest]);

describe('a published count', () => {
  it('is never given for 7 people or fewer, whatever the cell key', () => {
    for (let count = 0; count <= 7; count++) {
      expect(everyNoise.map((key) => publishCount(count, key))).toEqual(everyNoise.map(() => null));
    }
  });

  it('can be given from 8 people on', () => {
    expect(publishCount(8, cellKeyFor(2))).toBe(10);
    expect(publishCount(8, cellKeyFor(1))).toBeNull();
  });

  it('is a multiple of 5 from 10 on, at most 7 from the true count', () => {
    fc.assert(
      fc.property(fc.nat({ max: 100_000 }), cellKey, (count, key) => {
        const published = publishCount(count, key);
        if (published === null) return;
        expect(published % 5).toBe(0);
        expect(published).toBeGreaterThanOrEqual(10);
        expect(Math.abs(published - count)).toBeLessThanOrEqual(7);
      }),
    );
  });

  it('is hidden exactly where the count is below 8 or the count with its noise below 10', () => {
    for (let count = 0; count <= 20; count++) {
      for (const key of everyNoise) {
        const isShown = count >= 8 && count + noiseOf(key) >= 10;
        expect(publishCount(count, key) !== null).toBe(isShown);
      }
    }
  });

  it('reads 10 for 8 to 17 people and for nobody else', () => {
    const counts = Array.from({ length: 40 }, (_, count) => count);
    const behindTen = counts.filter((count) => everyNoise.some((key) => publishCount(count, key) === 10));
    expect(behindTen).toEqual([8, 9, 10, 11, 12, 13, 14, 15, 16, 17]);
  });

  it('is scaled whole by how often a person may count', () => {
    fc.assert(
      fc.property(fc.nat({ max: 20_000 }), cellKey, cap, (count, key, times) => {
        const one = publishCount(count, key);
        expect(publishCount(count * times, key, times)).toBe(one === null ? null : one * times);
      }),
    );
  });

  it.each([
    [3, 24, 30],
    [6, 48, 60],
  ])(
    'with %d times a person has the floor %d, the threshold %d and its rounding',
    (times, floor, threshold) => {
      const keys = everyNoise.map((key) => publishCount(floor - 1, key, times));
      expect(keys).toEqual(keys.map(() => null));
      expect(publishCount(floor, cellKeyFor(2), times)).toBe(threshold);
      expect(publishCount(threshold - 1, cellKeyFor(0), times)).toBeNull();
      expect(publishCount(threshold, cellKeyFor(0), times)).toBe(threshold);
    },
  );

  it('lies at most 5 times the cap and half of its rounding from the true count', () => {
    fc.assert(
      fc.property(fc.nat({ max: 100_000 }), cellKey, cap, (count, key, times) => {
        const published = publishCount(count, key, times);
        if (published === null) return;
        expect(published % (5 * times)).toBe(0);
        expect(published).toBeGreaterThanOrEqual(10 * times);
        expect(Math.abs(published - count)).toBeLessThanOrEqual(7.5 * times);
      }),
    );
  });

  it.each(vectors.share_shown.rows)('is given for %d people with a chance of %d', (count, chance) => {
    const shown = NOISES.filter(({ least }) => publishCount(count as number, least) !== null);
    const keys = shown.reduce((sum, { least, greatest }) => sum + greatest - least + 1, 0);
    expect(Math.abs(keys / 2 ** 32 - (chance as number))).toBeLessThanOrEqual(0.0005);
  });

  it('has the typical error that readers are told', () => {
    const { mean_absolute: mean, root_mean_square: rootMeanSquare, share_within } = vectors.typical_error;
    // Large counts of every remainder, with every noise by its weight.
    const errors = [1000, 1001, 1002, 1003, 1004].flatMap((count) =>
      NOISES.map(({ least, greatest }) => ({
        error: (publishCount(count, least) as number) - count,
        chance: (greatest - least + 1) / 2 ** 32 / 5,
      })),
    );
    const expected = (of: (error: number) => number) =>
      errors.reduce((sum, { error, chance }) => sum + of(error) * chance, 0);
    expect(expected((error) => error)).toBeCloseTo(0, 9);
    expect(expected(Math.abs)).toBeCloseTo(mean, 2);
    expect(Math.sqrt(expected((error) => error ** 2))).toBeCloseTo(rootMeanSquare, 2);
    for (const [bound, share] of share_within as [number, number][]) {
      expect(expected((error) => (Math.abs(error) <= bound ? 1 : 0))).toBeCloseTo(share, 2);
    }
  });

  it('needs a parent of at least 30', () => {
    expect(PARENT_MINIMUM).toBe(30);
  });
});

describe('without noise', () => {
  const published = (count: number) => publishCount(count, cellKeyFor(0));

  it.each(vectors.ons_10_5.count_and_published)(
    'follows the 10-5 rule of ONS: %d becomes %d',
    (count, expected) => {
      expect(published(count as number)).toBe(expected);
    },
  );

  it.each(vectors.ons_10_5.pcv)('moves %d as the sample table of ONS moves %d', (count, pcv) => {
    const [, move] = vectors.ons_10_5.pvalue_by_pcv.find(([row]) => row === pcv) as [number, number];
    expect(published(count as number)).toBe((count as number) + move);
  });

  it.each(vectors.nhs_rounding.count_and_published)(
    'rounds and hides as NHS England does: %d becomes %d',
    (...row) => {
      expect(published(row[0] as number)).toBe(row[1]);
    },
  );

  it('hides the people whom the example of the handbook shows', () => {
    const { count, published: shown } = vectors.handbook.count_shown_by_its_table;
    expect(count + noiseOf(cellKeyFor(1))).toBe(shown);
    expect(publishCount(count, cellKeyFor(1))).toBeNull();
  });
});

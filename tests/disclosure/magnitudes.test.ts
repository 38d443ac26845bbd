import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  MAGNITUDE_MINIMUM,
  MAGNITUDE_SHARE,
  perturbDeviation,
  perturbMean,
  roundMagnitude,
  type Scale,
  scaleOfChange,
} from '../../src/disclosure/publish.ts';
import { MEASURES } from '../../src/standard/generated/measures.ts';
import { publishedDecimals } from '../../src/standard/measures/published-decimals.ts';
import vectors from '../support/disclosure-vectors.json' with { type: 'json' };
import { cellKeyFor, digestOf } from './made-digests.ts';

const averaged = Object.values(MEASURES).filter(({ aggregate }) => aggregate === 'mean');
const scalesWithDecimals = averaged.flatMap((measure) => {
  const scale: Scale = { lower: measure.score_minimum, upper: measure.score_maximum };
  const decimals = publishedDecimals(measure);
  return [
    { scale, decimals },
    { scale: scaleOfChange(scale), decimals },
  ];
});
const scales = scalesWithDecimals.map(({ scale }) => scale);
const word = fc.nat({ max: 2 ** 32 - 1 });
const digest = fc.tuple(word, word).map(([first, second]) => digestOf(first, second));
const people = fc.integer({ min: MAGNITUDE_MINIMUM, max: 5_000 });

/** A digest whose noise is this whole number and no more. */
const withNoise = (noise: number) => digestOf(cellKeyFor(noise), 2 ** 31);

describe('the mean of a scale', () => {
  it('stays within the scale, also when rounded', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...scalesWithDecimals), people, share, digest, (of, n, part, noise) => {
        const { scale, decimals } = of;
        const { lower, upper } = scale;
        const mean = perturbMean(n, part * n * (upper - lower), scale, noise);
        for (const value of [mean, roundMagnitude(mean, decimals)]) {
          expect(value).toBeGreaterThanOrEqual(lower);
          expect(value).toBeLessThanOrEqual(upper);
        }
      }),
    );
  });

  it('is held at the end of the scale that noise would pass', () => {
    const scale = { lower: 7, upper: 35 };
    expect(perturbMean(30, 0, scale, withNoise(-5))).toBe(7);
    expect(perturbMean(30, 30 * 28, scale, withNoise(5))).toBe(35);
  });

  it('has 0.35 of the range, times its noise, in the sum of the scores', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 5 }), fc.integer({ min: 30, max: 500 }), (noise, n) => {
        // The middle of the scale, so that the noise meets neither end.
        const mean = perturbMean(n, n * 14, { lower: 7, upper: 35 }, withNoise(noise));
        expect(mean).toBeCloseTo(21 + (0.35 * 28 * noise) / n, 10);
      }),
    );
  });

  it.each(vectors.handbook.magnitudes)(
    'takes its noise as the handbook does: $x becomes $result',
    (example) => {
      const { x, xmax, delta, result } = example;
      // The scale on which our share of the range is the handbook's share of the largest value.
      const scale = { lower: 0, upper: (delta * xmax) / MAGNITUDE_SHARE };
      // Its look-up gives 1 at δ = 0.5; between two rows of its table, a half at δ = 0.6.
      const noise = delta === 0.5 ? withNoise(1) : digestOf(cellKeyFor(1), 0);
      expect(perturbMean(2, x, scale, noise) * 2).toBeCloseTo(result, 9);
    },
  );
});

describe('the standard deviation of a scale', () => {
  it('is never below 0', () => {
    const squares = fc.double({ min: 0, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...scales), people, squares, digest, (scale, n, sum, noise) => {
        expect(perturbDeviation(n, sum, scale, noise)).toBeGreaterThanOrEqual(0);
      }),
    );
    expect(perturbDeviation(30, 0, { lower: 0, upper: 10 }, withNoise(-5))).toBe(0);
  });

  it('has 0.35 of the square of half the range, times its noise, in the sum of squares', () => {
    const scale = { lower: 1, upper: 11 };
    expect(perturbDeviation(30, 29 * 4, scale, withNoise(0))).toBe(2);
    expect(perturbDeviation(30, 100, scale, withNoise(2))).toBeCloseTo(Math.sqrt(117.5 / 29), 12);
    expect(perturbDeviation(30, 100, scale, withNoise(-4))).toBeCloseTo(Math.sqrt(65 / 29), 12);
  });
});

it('takes a change as lying within the range either way', () => {
  expect(scaleOfChange({ lower: 7, upper: 35 })).toEqual({ lower: -28, upper: 28 });
});

it('rounds to one decimal place, halves upward on either side of nought', () => {
  const cases = [
    [4.25, 4.3],
    [4.249, 4.2],
    [-0.25, -0.2],
    [-0.26, -0.3],
    [0.04, 0],
    [-0.04, 0],
    [10, 10],
  ] as const;
  for (const [value, rounded] of cases) expect(roundMagnitude(value)).toBe(rounded);
  expect([roundMagnitude(0.705, 2), roundMagnitude(-0.594, 2)]).toEqual([0.71, -0.59]);
});

it('needs 30 people for a magnitude', () => {
  expect(MAGNITUDE_MINIMUM).toBe(30);
});

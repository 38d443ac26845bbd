import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellDigest, firstUint32 } from '../../src/disclosure/keys.ts';
import {
  MAGNITUDE_NOISE_VARIANCE,
  MAXIMUM_NOISE,
  magnitudeNoiseOf,
  NOISE_VARIANCE,
  noiseOf,
} from '../../src/disclosure/noise.ts';
import { CELL_KEY, digestOf, NOISES } from './made-digests.ts';

const weights = NOISES.map(({ noise, least, greatest }) => ({ noise, weight: greatest - least + 1 }));

describe('the noise of a cell key', () => {
  it.each(NOISES)('is $noise from the key $least to the key $greatest', ({ noise, least, greatest }) => {
    expect([least, greatest].map(noiseOf)).toEqual([noise, noise]);
  });

  it('is refused for what is no cell key', () => {
    for (const key of [-1, 2 ** 32, Number.NaN]) {
      expect(() => noiseOf(key)).toThrow(new RangeError(`A cell key lies in 0 to 2³² − 1, not ${key}`));
    }
    expect([0, 2 ** 32 - 1].map(noiseOf)).toEqual([-MAXIMUM_NOISE, MAXIMUM_NOISE]);
  });

  it('has mean 0 exactly and variance 2.99999999 over all keys there are', () => {
    expect(weights.reduce((sum, { weight }) => sum + weight, 0)).toBe(2 ** 32);
    expect(weights.reduce((sum, { noise, weight }) => sum + noise * weight, 0)).toBe(0);
    const variance = weights.reduce((sum, { noise, weight }) => sum + noise ** 2 * weight, 0) / 2 ** 32;
    expect(variance).toBeCloseTo(2.99999999, 8);
    expect(NOISE_VARIANCE).toBe(3);
  });
});

describe('the noise of a magnitude', () => {
  it('is the whole-number noise of the first four bytes and a uniform part of the next four', () => {
    const word = fc.nat({ max: 2 ** 32 - 1 });
    fc.assert(
      fc.property(word, word, (first, second) => {
        const uniform = magnitudeNoiseOf(digestOf(first, second)) - noiseOf(first);
        expect(uniform).toBeCloseTo(second / 2 ** 32 - 0.5, 12);
        expect(Math.abs(uniform)).toBeLessThanOrEqual(0.5);
      }),
    );
    expect(magnitudeNoiseOf(digestOf(0, 0))).toBe(-5.5);
  });

  it('has the variance that intervals are worked out with', () => {
    const noises = draws(20_000, 'mean:made:baseline').map(({ digest }) => magnitudeNoiseOf(digest));
    const { mean, variance } = momentsOf(noises);
    expect(MAGNITUDE_NOISE_VARIANCE).toBeCloseTo(3.0833, 4);
    expect(Math.abs(mean)).toBeLessThan(0.05);
    expect(Math.abs(variance - MAGNITUDE_NOISE_VARIANCE)).toBeLessThan(0.1);
  });
});

describe('the noise of 24,000 cells of three tables', () => {
  // Cells A and B and their union: the union's key sum is the sum of theirs.
  const first = draws(8_000, 'count:people', 'part=a');
  const second = draws(8_000, 'count:people', 'part=b');
  const unions = first.map(({ sum }, index) => {
    const total = (sum + (second[index] as Draw).sum) % 2 ** 32;
    return noiseOf(firstUint32(cellDigest(CELL_KEY, 'count:people', `table=made;part=${index}`, total)));
  });
  const noiseIn = (cells: readonly Draw[]) => cells.map(({ digest }) => noiseOf(firstUint32(digest)));
  const noises = [...noiseIn(first), ...noiseIn(second), ...unions];

  it('follows the weights: a χ² beyond the thousandth would be 29.6', () => {
    const chiSquared = weights.reduce((sum, { noise, weight }) => {
      const expected = (noises.length * weight) / 2 ** 32;
      const found = noises.filter((value) => value === noise).length;
      return sum + (found - expected) ** 2 / expected;
    }, 0);
    expect(chiSquared).toBeLessThan(29.6);
  });

  it('has mean near 0 and variance near 3', () => {
    const { mean, variance } = momentsOf(noises);
    expect(Math.abs(mean)).toBeLessThan(0.05);
    expect(variance).toBeGreaterThan(2.9);
    expect(variance).toBeLessThan(3.1);
  });

  it('tells nothing of a union from its parts, though key sums add up', () => {
    const [a, b] = [noiseIn(first), noiseIn(second)];
    for (const [left, right] of [
      [a, b],
      [a, unions],
      [b, unions],
      [a.map((noise, index) => noise + (b[index] as number)), unions],
    ] as const) {
      expect(Math.abs(correlationOf(left, right))).toBeLessThan(0.03);
    }
  });
});

interface Draw {
  readonly sum: number;
  readonly digest: Buffer;
}

/** Digests of cells whose key sums spread over all there are, the same in every run. */
function draws(size: number, label: string, part = ''): Draw[] {
  return Array.from({ length: size }, (_, index) => {
    const sum = (index * 2_654_435_761 + 12_345) % 2 ** 32;
    return { sum, digest: cellDigest(CELL_KEY, label, `table=made;${part};cell=${index}`, sum) };
  });
}

function momentsOf(values: readonly number[]): { mean: number; variance: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length };
}

function correlationOf(left: readonly number[], right: readonly number[]): number {
  const [a, b] = [momentsOf(left), momentsOf(right)];
  const covariance =
    left.reduce((sum, value, index) => sum + (value - a.mean) * ((right[index] as number) - b.mean), 0) /
    left.length;
  return covariance / Math.sqrt(a.variance * b.variance);
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CUMULATIVE_WEIGHTS, MAXIMUM_NOISE, NOISE_VARIANCE } from '../../src/disclosure/noise.ts';
import { cumulativeWeights, maximumEntropyRow } from '../../src/disclosure/noise-row.ts';
import vectors from '../support/disclosure-vectors.json' with { type: 'json' };

describe.each(vectors.symmetric_rows)(
  'the row for deviation $deviation and variance $variance',
  (published) => {
    const row = maximumEntropyRow(published.deviation, published.variance);

    it(`is the published one: ${published.source}`, () => {
      expect(row.length).toBe(published.chances.length);
      for (const [index, chance] of published.chances.entries()) {
        expect(Math.abs((row[index] as number) - chance)).toBeLessThan(1e-7);
      }
    });
  },
);

it.each(vectors.symmetric_rows.filter(({ lambda }) => lambda !== null))(
  'falls with the square of the noise at the rate $lambda for variance $variance',
  ({ deviation, variance, lambda }) => {
    const row = maximumEntropyRow(deviation, variance);
    const digits = String(lambda).split('.')[1]?.length ?? 0;
    row.forEach((chance, index) => {
      const rate = Math.log((row[deviation] as number) / chance) / (index - deviation) ** 2;
      if (index !== deviation) expect(rate).toBeCloseTo(lambda as number, digits - 1);
    });
  },
);

it('has chances that add up to 1, mean 0 and the variance asked for', () => {
  const cases = fc.integer({ min: 1, max: 12 }).chain((deviation) =>
    fc.record({
      deviation: fc.constant(deviation),
      // Of the largest variance there is, that of equal chances.
      share: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
    }),
  );
  fc.assert(
    fc.property(cases, ({ deviation, share }) => {
      const variance = (share * deviation * (deviation + 1)) / 3;
      const row = maximumEntropyRow(deviation, variance);
      const moment = (power: number) =>
        row.reduce((sum, chance, index) => sum + chance * (index - deviation) ** power, 0);
      expect(row).toHaveLength(2 * deviation + 1);
      expect(moment(0)).toBeCloseTo(1, 12);
      expect(moment(1)).toBeCloseTo(0, 12);
      expect(moment(2)).toBeCloseTo(variance, 10);
    }),
  );
});

it('refuses a variance that no row of this deviation has', () => {
  expect(() => maximumEntropyRow(5, 0)).toThrow(RangeError);
  expect(() => maximumEntropyRow(5, 10)).toThrow(new RangeError('A variance lies between 0 and 10, not 10'));
  expect(() => maximumEntropyRow(2, Number.NaN)).toThrow(RangeError);
  expect(maximumEntropyRow(5, 9.999)).toHaveLength(11);
});

it('is where the weights of the noise come from, all eleven of them', () => {
  const row = maximumEntropyRow(MAXIMUM_NOISE, NOISE_VARIANCE);
  expect(cumulativeWeights(row)).toEqual(CUMULATIVE_WEIGHTS);
});

it('gives the centre what rounding leaves, so that the last bound is the number of keys', () => {
  expect(cumulativeWeights([1 / 3, 1 / 3, 1 / 3])).toEqual([1431655765, 1431655765 + 1431655766, 2 ** 32]);
  // 0.3 × 2³² is 1288490188.8.
  expect(cumulativeWeights([0.3, 0.4, 0.3])).toEqual([1288490189, 2 ** 32 - 1288490189, 2 ** 32]);
});

describe.each(vectors.look_ups.tables)('look-ups in the table of deviation $deviation', (table) => {
  const bounds: number[] = [];
  for (const chance of maximumEntropyRow(table.deviation, table.variance)) {
    bounds.push((bounds.at(-1) ?? 0) + chance);
  }
  const rounded = bounds.map((bound) => Math.round(bound * 1e8) / 1e8);

  it.each(table.rows)('takes the noise of %d people with the key %d', (_, key, noise) => {
    expect(rounded.findIndex((bound) => (key as number) < bound) - table.deviation).toBe(noise);
  });
});

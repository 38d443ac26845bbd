import { describe, expect, it } from 'vitest';
import { cellDigest, firstUint32, rowKey } from '../../src/disclosure/keys.ts';
import { CUMULATIVE_WEIGHTS, magnitudeNoiseOf, noiseOf } from '../../src/disclosure/noise.ts';
import { perturbMean, publishCount, roundMagnitude } from '../../src/disclosure/publish.ts';
import vectors from '../support/disclosure-vectors.json' with { type: 'json' };
import { CELL_KEY, digestOf, RECORD_KEY } from './made-digests.ts';

const { scheme } = vectors;

describe.each([...scheme.counts, ...scheme.connections])('$address of $n, key sum $sum', (cell) => {
  const [table = '', measure = ''] = cell.table_and_measure.split(':');
  const keys = cell.rows.map((row) =>
    rowKey(RECORD_KEY, {
      table,
      measure,
      table_digest: cell.table_digest,
      fields: row.fields,
      count: row.count,
    }),
  );

  it('keys each row as the scheme does', () => {
    expect(keys).toEqual(cell.rows.map((row) => row.row_key));
    expect(keys.reduce((sum, key) => (sum + key) % 2 ** 32, 0)).toBe(cell.sum);
  });

  it('keys the cell, takes its noise and publishes as the scheme does', () => {
    expect(cell.rows.reduce((sum, row) => sum + row.count, 0)).toBe(cell.n);
    const cellKey = firstUint32(cellDigest(CELL_KEY, cell.label, cell.address, cell.sum));
    expect(cellKey).toBe(cell.cell_key);
    expect(noiseOf(cellKey)).toBe(cell.noise);
    expect(publishCount(cell.n, cellKey, cell.contribution_cap)).toBe(cell.published);
  });
});

it.each(scheme.means)('gives $label of $n people as $published', (mean) => {
  const digest = cellDigest(CELL_KEY, mean.label, mean.address, mean.sum);
  expect(digest.readUInt32BE(4) / 2 ** 32 - 0.5).toBe(mean.f);
  expect(magnitudeNoiseOf(digest)).toBeCloseTo(mean.w, 12);
  const unrounded = perturbMean(mean.n, mean.sum_of_scores, mean, digest);
  expect(unrounded).toBeCloseTo(mean.mean_unrounded, 12);
  expect(roundMagnitude(unrounded)).toBe(mean.published);
});

it('holds the cumulative weights of the scheme, and between them its weights', () => {
  expect(CUMULATIVE_WEIGHTS).toEqual(scheme.cumulative_weights);
  const weights = CUMULATIVE_WEIGHTS.map((bound, index) => bound - (CUMULATIVE_WEIGHTS[index - 1] ?? 0));
  expect(weights).toEqual(scheme.weights);
});

it.each(vectors.publish.rows)('takes a count of %d with the cell key %d, noise %d, for %d', (...row) => {
  const [count, cellKey, noise, published] = row;
  expect(noiseOf(cellKey as number)).toBe(noise);
  expect(publishCount(count as number, cellKey as number)).toBe(published);
});

it('gives the mean of thirty people worked out by hand', () => {
  const {
    n,
    sum_of_scores: sum,
    first_word: firstWord,
    f,
    w,
    perturbed_sum: perturbed,
    published,
  } = vectors.mean;
  const digest = digestOf(firstWord, Math.round((f + 0.5) * 2 ** 32));
  expect(magnitudeNoiseOf(digest)).toBeCloseTo(w, 9);
  const mean = perturbMean(n, sum, vectors.mean, digest);
  expect(mean * n).toBeCloseTo(perturbed, 8);
  expect(roundMagnitude(mean)).toBe(published);
});

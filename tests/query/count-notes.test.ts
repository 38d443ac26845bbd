import { describe, expect, it } from 'vitest';
import { CUMULATIVE_WEIGHTS } from '../../src/disclosure/noise.ts';
import { countNotes, DISTANCES } from '../../src/query/count-notes.ts';
import { parseQuestion } from '../../src/query/parse-question.ts';
import { protectionOf } from '../../src/query/protection.ts';
import type { Parameters } from '../../src/query/question.ts';
import type { TableName } from '../../src/standard/generated/tables.ts';
import { walesManifest } from './wales-manifest.ts';

const WALES = walesManifest();
const [QUARTER, YEAR] = [{ period: '2026-Q1' }, { period: '2025-26' }];

const read = (table: TableName, asked: Parameters) => parseQuestion(WALES, table, asked);

/** The share of large counts whose published number lies within a distance of the real one. */
function shareWithin(distance: number, contribution: number): number {
  const step = 5 * contribution;
  const counts = Array.from({ length: step }, (_, index) => 1000 * step + index);
  const shares = counts.map((count) =>
    CUMULATIVE_WEIGHTS.reduce((share, weight, index) => {
      const chance = (weight - (CUMULATIVE_WEIGHTS[index - 1] ?? 0)) / 2 ** 32;
      const noisy = count + contribution * (index - 5);
      const published = step * Math.floor(noisy / step + 0.5);
      return Math.abs(published - count) <= distance ? share + chance : share;
    }, 0),
  );
  return shares.reduce((sum, share) => sum + share, 0) / step;
}

it.each(Object.entries(DISTANCES))(
  'is right about how far counts of %s to a person lie',
  (text, distance) => {
    const contribution = Number(text);
    expect(shareWithin(distance.mostly, contribution)).toBeGreaterThan(0.7);
    expect(shareWithin(distance.nearlyAlways, contribution)).toBeGreaterThanOrEqual(0.96);
    expect(shareWithin(distance.nearlyAlways - 1, contribution)).toBeLessThan(0.96);
    expect(distance).toMatchObject({ rounding: 5 * contribution, difference: 10 * contribution });
  },
);

describe('what is said of an answer', () => {
  it.each<[string, TableName, Parameters, object, string]>([
    [
      'people',
      'profiles',
      { ...QUARTER, population: 'supported' },
      { threshold: 10, rounding: 5 },
      'rounded to 5.',
    ],
    ['episodes of a year', 'closures', YEAR, { threshold: 10, rounding: 5 }, 'rounded to 5.'],
    ['connections by quarter', 'connections', QUARTER, { threshold: 30, rounding: 15 }, 'rounded to 15,'],
    ['connections by year', 'connections', YEAR, { threshold: 60, rounding: 30 }, 'rounded to 30,'],
  ])('of %s is their noise, threshold and rounding', (_, table, asked, expected, words) => {
    const question = read(table, asked);
    expect(protectionOf(question)).toMatchObject({ method: 'cell-key', ...expected });
    expect(countNotes(question)[0]?.text.en).toContain(words);
  });

  it('of things is that nothing was changed, and from which number it is told', () => {
    const [assets, workforce] = [read('assets', QUARTER), read('workforce', QUARTER)];
    expect(protectionOf(assets)).toMatchObject({ method: 'none', threshold: null, rounding: null });
    expect(protectionOf(workforce)).toMatchObject({ method: 'none', threshold: 5, rounding: null });
    expect(countNotes(assets).map(({ id }) => id)).toEqual(['as_returned']);
    expect(countNotes(workforce).map(({ id }) => id)).toEqual(['as_returned', 'under_5']);
  });
});

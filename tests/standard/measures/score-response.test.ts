import { describe, expect, it } from 'vitest';
import { MEASURES } from '../../../src/standard/generated/measures.ts';
import { bandOf } from '../../../src/standard/measures/band-of.ts';
import { scoreOfRaw, scoreResponse } from '../../../src/standard/measures/score-response.ts';

/** The University of Warwick conversion table, raw totals 7 to 35. */
const SWEMWBS = [
  7.0, 9.51, 11.25, 12.4, 13.33, 14.08, 14.75, 15.32, 15.84, 16.36, 16.88, 17.43, 17.98, 18.59, 19.25, 19.98,
  20.73, 21.54, 22.35, 23.21, 24.11, 25.03, 26.02, 27.03, 28.13, 29.31, 30.7, 32.55, 35.0,
];

/** Seven answers that add up to a raw total. */
function answersOf(raw: number): number[] {
  return Array.from({ length: 7 }, (_, index) => 1 + Math.min(4, Math.max(0, raw - 7 - index * 4)));
}

describe('scoring one person', () => {
  it.each(SWEMWBS.map((metric, index) => [index + 7, metric]))(
    'converts a SWEMWBS raw total of %i to %f',
    (raw, metric) => {
      expect(scoreResponse(MEASURES.swemwbs_metric, answersOf(raw))).toBe(metric);
    },
  );

  it('keeps the conversion table rising from 7 to 35, above the raw total up to 16 and below it from 17', () => {
    const scores = SWEMWBS.map((_, index) => scoreOfRaw(MEASURES.swemwbs_metric, index + 7));
    expect(scores).toHaveLength(29);
    for (const [index, score] of scores.entries()) {
      const raw = index + 7;
      if (index > 0) expect(score).toBeGreaterThan(scores[index - 1] as number);
      if (raw > 7 && raw < 17) expect(score).toBeGreaterThan(raw);
      if (raw > 16 && raw < 35) expect(score).toBeLessThan(raw);
    }
  });

  it('gives the mean of converted totals, 21.014, which converting the mean total would put at about 19.98', () => {
    const raws = [10, 15, 21, 28, 34];
    const metrics = raws.map((raw) => scoreOfRaw(MEASURES.swemwbs_metric, raw));
    expect(metrics.reduce((sum, score) => sum + score, 0) / raws.length).toBeCloseTo(21.014, 10);
    expect(scoreOfRaw(MEASURES.swemwbs_metric, 22)).toBe(19.98);
  });

  it('adds the three answers of UCLA-3 and takes the one answer of an ONS4 question as it is', () => {
    expect(scoreResponse(MEASURES.ucla_3, [2, 3, 1])).toBe(6);
    expect(scoreResponse(MEASURES.ons4_anxious, [9])).toBe(9);
  });

  it('turns the answers to reverse items before adding', () => {
    const reversed = { ...MEASURES.ucla_3, reverse_items: [1] };
    expect(scoreResponse(reversed, [1, 2, 2])).toBe(7);
  });

  it.each([
    [[1, 2], 'takes 3 answers'],
    [[1, 2, 3, 1], 'takes 3 answers'],
    [[1, 2, 4], 'from 1 to 3, not 4'],
    [[0, 2, 3], 'from 1 to 3, not 0'],
    [[1.5, 2, 3], 'not 1.5'],
    [[Number.NaN, 2, 3], 'not NaN'],
  ])('refuses the answers %j', (answers, words) => {
    expect(() => scoreResponse(MEASURES.ucla_3, answers)).toThrow(RangeError);
    expect(() => scoreResponse(MEASURES.ucla_3, answers)).toThrow(words);
  });
});

describe('bands', () => {
  it('puts every score of every measure with bands in exactly one band', () => {
    for (const measure of Object.values(MEASURES).filter(({ bands }) => bands.length > 0)) {
      for (let score = measure.score_minimum; score <= measure.score_maximum; score += 1) {
        const band = bandOf(measure, score);
        expect(band?.minimum, `${measure.id} ${score}`).toBeLessThanOrEqual(score);
        expect(band?.maximum, `${measure.id} ${score}`).toBeGreaterThanOrEqual(score);
      }
    }
  });

  it('bands anxiety the other way round from the three positive questions', () => {
    expect(bandOf(MEASURES.ons4_anxious, 6)?.id).toBe('high');
    expect(bandOf(MEASURES.ons4_worthwhile, 6)?.id).toBe('medium');
    expect(bandOf(MEASURES.ons4_happy, 9)?.id).toBe('very_high');
  });

  it('has no band for a measure without agreed bands', () => {
    expect(bandOf(MEASURES.ucla_3, 7)).toBeNull();
  });

  it.each([-1, 11, 5.5, Number.NaN])('refuses %d as an ONS4 score', (score) => {
    expect(() => bandOf(MEASURES.ons4_happy, score)).toThrow(RangeError);
  });

  it('refuses a SWEMWBS score that is not in the conversion table', () => {
    expect(() => bandOf(MEASURES.swemwbs_metric, 20)).toThrow('20 is not a score of swemwbs_metric');
  });
});

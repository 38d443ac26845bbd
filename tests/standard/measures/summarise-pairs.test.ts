import { describe, expect, it } from 'vitest';
import { MEASURES } from '../../../src/standard/generated/measures.ts';
import { pairsOf, summarisePairs } from '../../../src/standard/measures/summarise-pairs.ts';

describe('the change of people with both scores', () => {
  it('is 2.0 for three people who start at 8, 6 and 4 of whom the last two return with 3, and not 3.0', () => {
    const scores = [
      { baseline: 8, followUp: null },
      { baseline: 6, followUp: 3 },
      { baseline: 4, followUp: 3 },
    ];
    const summary = summarisePairs(MEASURES.core_10, pairsOf(scores));
    expect(summary).toMatchObject({ n_paired: 2, mean_baseline: 5, mean_follow_up: 3, mean_change: -2 });
    expect(summary.change_method).toBe('paired');
  });

  it('leaves out a person who has only the later score', () => {
    expect(pairsOf([{ baseline: null, followUp: 3 }])).toEqual([]);
  });

  it('counts improvement in the good direction, from the threshold on', () => {
    const pairs = [
      { baseline: 6, followUp: 4 },
      { baseline: 6, followUp: 5 },
      { baseline: 6, followUp: 6 },
      { baseline: 6, followUp: 7 },
    ];
    const worseIsHigh = summarisePairs(MEASURES.ons4_anxious, pairs);
    expect(worseIsHigh).toMatchObject({
      n_improved: 2,
      n_unchanged: 1,
      n_worse: 1,
      improvement_threshold: 1,
    });
    const betterIsHigh = summarisePairs(MEASURES.ons4_happy, pairs);
    expect(betterIsHigh).toMatchObject({ n_improved: 1, n_unchanged: 1, n_worse: 2 });
  });

  it('counts a SWEMWBS change of exactly three points as improved', () => {
    const pairs = [{ baseline: 27.03, followUp: 24.03 + 6 }];
    expect(summarisePairs(MEASURES.swemwbs_metric, pairs)).toMatchObject({ n_improved: 1, mean_change: 3 });
  });

  it('gives no counts of improvement where no threshold is agreed', () => {
    expect(summarisePairs(MEASURES.ucla_3, [{ baseline: 7, followUp: 5 }])).toMatchObject({
      n_improved: null,
      n_unchanged: null,
      n_worse: null,
      improvement_threshold: null,
    });
  });

  it('rounds to two decimals, a half away from 0, up and down alike', () => {
    const rises = Array.from({ length: 8 }, (_, index) => ({ baseline: 5, followUp: index < 1 ? 6 : 5 }));
    const falls = Array.from({ length: 8 }, (_, index) => ({ baseline: 5, followUp: index < 1 ? 4 : 5 }));
    expect(summarisePairs(MEASURES.ons4_happy, rises)).toMatchObject({ mean_change: 0.13, sd_change: 0.35 });
    expect(summarisePairs(MEASURES.ons4_happy, falls)).toMatchObject({ mean_change: -0.13, sd_change: 0.35 });
  });

  it('gives one person no standard deviation', () => {
    expect(summarisePairs(MEASURES.ons4_happy, [{ baseline: 2, followUp: 2 }])).toMatchObject({
      sd_baseline: null,
      sd_follow_up: null,
      sd_change: null,
      mean_change: 0,
    });
  });

  it('gives an index three decimals, the precision of its value sets', () => {
    const pairs = [
      { baseline: 0.812, followUp: 0.853 },
      { baseline: 0.604, followUp: 0.784 },
    ];
    expect(summarisePairs(MEASURES.eq5d_5l_index, pairs)).toMatchObject({
      mean_baseline: 0.708,
      mean_follow_up: 0.819,
      mean_change: 0.111,
      sd_change: 0.098,
    });
  });

  it('counts people in categories and gives them no mean', () => {
    expect(summarisePairs(MEASURES.gppaq, [{ baseline: 1, followUp: 3 }])).toMatchObject({
      n_paired: 1,
      mean_baseline: null,
      mean_change: null,
      sd_change: null,
    });
  });

  it('refuses an empty row', () => {
    expect(() => summarisePairs(MEASURES.ons4_happy, [])).toThrow(RangeError);
  });
});

import { describe, expect, it } from 'vitest';
import { type CollectedOutcomes, poolOutcomes } from '../../../src/standard/measures/pool-outcomes.ts';

const ROW: CollectedOutcomes = {
  collection: 'returns',
  measure: 'ons4_happy',
  value_set: 'not_applicable',
  breakdown: 'all',
  area_code: 'W06000023',
  category: 'all',
  interval: 'not_collected',
  completion_mode: 'not_collected',
  n_paired: 50,
  mean_baseline: 5,
  sd_baseline: 2,
  mean_follow_up: 6.5,
  sd_follow_up: 2.2,
  mean_change: 1.5,
  sd_change: 2,
  n_improved: 30,
  n_unchanged: 12,
  n_worse: 8,
  improvement_threshold: 1,
  change_method: 'paired',
};

describe('pooling rows of outcomes', () => {
  it('adds the people and the counts, and weighs each mean by its people', () => {
    const pooled = poolOutcomes([ROW, { ...ROW, n_paired: 150, mean_change: 0.5, n_improved: 70 }]);
    expect(pooled).toMatchObject({ n_paired: 200, n_improved: 100, improvement_threshold: 1 });
    expect(pooled.change?.mean).toBeCloseTo(0.75, 12);
    expect(pooled.baseline?.mean).toBe(5);
  });

  it.each([
    [{ measure: 'ons4_anxious' as const }, 'Different measures cannot be pooled: ons4_happy, ons4_anxious'],
    [{ value_set: 'uk_5l_rowen_2026' as const }, 'Different value sets'],
    [{ collection: 'evidence' as const }, 'Different collections'],
    [{ change_method: 'unpaired' as const }, 'Different paired and unpaired changes'],
    [{ improvement_threshold: 2 }, 'Different thresholds of improvement'],
    [{ breakdown: 'sex' as const, category: 'female' as const }, 'Different breakdowns'],
  ])('refuses to mix %j', (difference, words) => {
    expect(() => poolOutcomes([ROW, { ...ROW, ...difference }])).toThrow(RangeError);
    expect(() => poolOutcomes([ROW, { ...ROW, ...difference }])).toThrow(words);
  });

  it('gives null, and not a part, for a statistic that one row does not give', () => {
    const published = {
      ...ROW,
      mean_baseline: null,
      sd_baseline: null,
      n_improved: null,
      improvement_threshold: null,
    };
    const pooled = poolOutcomes([ROW, published]);
    expect(pooled).toMatchObject({
      n_paired: 100,
      baseline: null,
      n_improved: null,
      improvement_threshold: null,
    });
    expect(pooled.change?.n).toBe(100);
  });

  it('gives no change for unpaired rows', () => {
    const pooled = poolOutcomes([{ ...ROW, change_method: 'unpaired' }]);
    expect(pooled.change).toBeNull();
    expect(pooled.followUp?.mean).toBe(6.5);
  });

  it('refuses to pool nothing', () => {
    expect(() => poolOutcomes([])).toThrow('There is no row to pool');
  });
});

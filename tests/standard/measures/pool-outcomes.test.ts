import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CollectedOutcomes,
  type PooledOutcomes,
  poolOutcomes,
} from '../../../src/standard/measures/pool-outcomes.ts';

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

function pool(rows: readonly CollectedOutcomes[]): PooledOutcomes {
  const { pooled, refusal } = poolOutcomes(rows);
  if (pooled === null) throw new Error(refusal.message.en);
  return pooled;
}

describe('pooling rows of outcomes', () => {
  it('adds the people and the counts, and weighs each mean by its people', () => {
    const pooled = pool([ROW, { ...ROW, n_paired: 150, mean_change: 0.5, n_improved: 70 }]);
    expect(pooled).toMatchObject({ n_paired: 200, n_improved: 100, improvement_threshold: 1 });
    expect(pooled.change?.mean).toBeCloseTo(0.75, 12);
    expect(pooled.baseline?.mean).toBe(5);
  });

  it('refuses a row that is there twice, and an area with a wider one of its nation', () => {
    const reasonOf = (...rows: CollectedOutcomes[]) => poolOutcomes(rows).refusal?.reason ?? null;
    const board = { ...ROW, area_code: 'W11000024' as const, n_paired: 51, n_improved: 31 };
    const nation = { ...board, area_code: 'W92000004' as const };
    expect(reasonOf(ROW, { ...ROW })).toBe('same_row');
    expect(reasonOf(ROW, board)).toBe('kinds_of_area');
    expect(poolOutcomes([ROW, nation]).refusal?.sides).toEqual(['W06000023', 'W92000004']);
    expect(reasonOf(nation, { ...board, area_code: 'K02000001' })).toBe('kinds_of_area');
    expect(reasonOf(ROW, { ...board, area_code: 'W06000011' })).toBeNull();
    expect(reasonOf(ROW, { ...board, area_code: 'E54000067' })).toBeNull();
    expect(reasonOf(ROW, { ...board, area_code: 'outside_area' })).toBeNull();
  });

  it.each([
    [{ measure: 'ons4_anxious' as const }, 'measures', ['ons4_anxious', 'ons4_happy']],
    [{ value_set: 'uk_5l_rowen_2026' as const }, 'value_sets', ['not_applicable', 'uk_5l_rowen_2026']],
    [{ collection: 'evidence' as const }, 'collections', ['evidence', 'returns']],
    [{ change_method: 'unpaired' as const }, 'change_methods', ['paired', 'unpaired']],
    [{ improvement_threshold: 2 }, 'thresholds', ['1', '2']],
    [{ improvement_threshold: null }, 'thresholds', ['1', 'null']],
    [{ breakdown: 'sex' as const, category: 'female' as const }, 'breakdowns', ['all', 'sex']],
  ])('refuses to mix %j, naming both sides in both languages', (difference, reason, sides) => {
    const { pooled, refusal } = poolOutcomes([ROW, { ...ROW, ...difference }]);
    expect(pooled).toBeNull();
    expect(refusal).toMatchObject({ reason, sides });
    for (const side of sides) {
      expect(refusal?.message.en).toContain(side);
      expect(refusal?.message.cy).toContain(side);
    }
    expect(refusal?.message.cy).not.toBe(refusal?.message.en);
    expect(poolOutcomes([{ ...ROW, ...difference }, ROW]).refusal).toEqual(refusal);
  });

  it('refuses raw with metric SWEMWBS, and one EQ-5D value set with another', () => {
    const raw = poolOutcomes([
      { ...ROW, measure: 'swemwbs_raw' },
      { ...ROW, measure: 'swemwbs_metric' },
    ]);
    expect(raw.refusal?.sides).toEqual(['swemwbs_metric', 'swemwbs_raw']);
    const index = { ...ROW, measure: 'eq5d_5l_index' } as const;
    const sets = poolOutcomes([
      { ...index, value_set: 'eng_5l_devlin_2018' },
      { ...index, value_set: 'uk_5l_rowen_2026' },
    ]);
    expect(sets.refusal?.sides).toEqual(['eng_5l_devlin_2018', 'uk_5l_rowen_2026']);
  });

  it('refuses the mean of categories', () => {
    expect(poolOutcomes([{ ...ROW, measure: 'gppaq' }]).refusal).toMatchObject({
      reason: 'not_averaged',
      sides: ['gppaq'],
    });
  });

  it.each([{ n_paired: 0 }, { sd_change: -1 }, { mean_baseline: Number.NaN }, { n_paired: 1 }])(
    'refuses figures that no group can have: %j',
    (figures) => {
      expect(poolOutcomes([ROW, { ...ROW, ...figures }]).refusal?.reason).toBe('impossible_figures');
    },
  );

  it('gives null, and not a part, for a statistic that one row does not give', () => {
    const published = {
      ...ROW,
      mean_baseline: null,
      sd_baseline: null,
      n_improved: null,
      improvement_threshold: null,
    };
    const pooled = pool([ROW, published]);
    expect(pooled).toMatchObject({
      n_paired: 100,
      baseline: null,
      n_improved: null,
      improvement_threshold: null,
    });
    expect(pooled.change?.n).toBe(100);
  });

  it('gives no change for unpaired rows', () => {
    const pooled = pool([{ ...ROW, change_method: 'unpaired' }]);
    expect(pooled.change).toBeNull();
    expect(pooled.followUp?.mean).toBe(6.5);
  });

  it('refuses to pool nothing', () => {
    expect(poolOutcomes([]).refusal).toMatchObject({ reason: 'nothing_to_pool', sides: [] });
  });

  it('does not depend on the order of the rows', () => {
    const row = fc
      .record({
        n_paired: fc.integer({ min: 2, max: 400 }),
        mean_change: fc.integer({ min: -1000, max: 1000 }).map((hundredths) => hundredths / 100),
        sd_change: fc.option(fc.integer({ min: 0, max: 500 }).map((hundredths) => hundredths / 100)),
        n_improved: fc.integer({ min: 0, max: 400 }),
      })
      .map((figures) => ({ ...ROW, ...figures }));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), fc.nat(), (rows, turn) => {
        const cut = turn % rows.length;
        const there = pool(rows);
        const back = pool([...rows.slice(cut), ...rows.slice(0, cut)].reverse());
        expect([back.n_paired, back.n_improved]).toEqual([there.n_paired, there.n_improved]);
        expect(back.change?.mean).toBeCloseTo(there.change?.mean as number, 8);
        expect(back.change?.sd ?? -1).toBeCloseTo(there.change?.sd ?? -1, 8);
      }),
    );
  });
});

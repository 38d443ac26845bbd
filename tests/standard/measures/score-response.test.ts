import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MEASURES, type RegisteredMeasureId } from '../../../src/standard/generated/measures.ts';
import type { Answer } from '../../../src/standard/measures/read-answers.ts';
import { scoreRawTotal, scoreResponse } from '../../../src/standard/measures/score-response.ts';

/** The University of Warwick conversion table, raw totals 7 to 35. */
const SWEMWBS = [
  7.0, 9.51, 11.25, 12.4, 13.33, 14.08, 14.75, 15.32, 15.84, 16.36, 16.88, 17.43, 17.98, 18.59, 19.25, 19.98,
  20.73, 21.54, 22.35, 23.21, 24.11, 25.03, 26.02, 27.03, 28.13, 29.31, 30.7, 32.55, 35.0,
];

/** Seven answers that add up to a raw total. */
function answersOf(raw: number): number[] {
  return Array.from({ length: 7 }, (_, index) => 1 + Math.min(4, Math.max(0, raw - 7 - index * 4)));
}

function metricOf(raw: number): number {
  return scoreRawTotal(MEASURES.swemwbs_metric, raw).score ?? Number.NaN;
}

describe('converting SWEMWBS', () => {
  it.each(SWEMWBS.map((metric, index) => [index + 7, metric]))(
    'converts a raw total of %i to %f',
    (raw, metric) => {
      const answers = answersOf(raw);
      expect(scoreResponse(MEASURES.swemwbs_metric, answers).score).toBe(metric);
      expect(scoreResponse(MEASURES.swemwbs_raw, answers).score).toBe(raw);
      expect(metricOf(raw)).toBe(metric);
    },
  );

  it('keeps the table rising from 7 to 35, above the raw total up to 16 and below it from 17', () => {
    const scores = SWEMWBS.map((_, index) => metricOf(index + 7));
    expect(scores).toHaveLength(29);
    for (const [index, score] of scores.entries()) {
      const raw = index + 7;
      if (index > 0) expect(score).toBeGreaterThan(scores[index - 1] as number);
      if (raw > 7 && raw < 17) expect(score).toBeGreaterThan(raw);
      if (raw > 16 && raw < 35) expect(score).toBeLessThan(raw);
    }
  });

  it('gives the mean of converted totals, 21.014, where converting the mean total of 21.6 would give 19.98', () => {
    const raws = [10, 15, 21, 28, 34];
    const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;
    expect(mean(raws)).toBeCloseTo(21.6, 10);
    expect(mean(raws.map(metricOf))).toBeCloseTo(21.014, 10);
    expect(metricOf(Math.round(mean(raws)))).toBe(19.98);
  });

  it('makes one raw point worth more at the ends of the scale than in the middle', () => {
    const worth = (raw: number) => metricOf(raw + 1) - metricOf(raw);
    expect(worth(16)).toBeCloseTo(0.52, 10);
    expect(worth(7)).toBeCloseTo(2.51, 10);
    expect(worth(34)).toBeCloseTo(2.45, 10);
  });

  it.each([6, 36, 21.6, Number.NaN, '21' as never])('gives no score for a raw total of %j', (raw) => {
    expect(scoreRawTotal(MEASURES.swemwbs_metric, raw)).toMatchObject({
      score: null,
      reason: 'raw_total_impossible',
    });
  });

  it('has no raw total for a measure that is not summed', () => {
    expect(scoreRawTotal(MEASURES.eq5d_5l_index, 7).reason).toBe('no_raw_total');
    expect(scoreRawTotal(MEASURES.gas, 2).reason).toBe('no_raw_total');
  });
});

describe('the De Jong Gierveld scale', () => {
  it.each<[readonly Answer[], number | null, number | null, number | null]>([
    [[3, 3, 3, 1, 1, 1], 6, 3, 3],
    [[2, 2, 2, 2, 2, 2], 6, 3, 3],
    [[1, 1, 1, 3, 3, 3], 0, 0, 0],
    [[2, 1, 1, 3, 3, 3], 1, 1, 0],
    [[null, 3, 3, 1, 1, 1], 5, null, 3],
    [[null, null, 3, 1, 1, 1], null, null, 3],
  ])('scores %j as %j in all, %j emotional and %j social', (answers, total, emotional, social) => {
    expect(scoreResponse(MEASURES.djg_6, answers).score).toBe(total);
    expect(scoreResponse(MEASURES.djg_6_emotional, answers.slice(0, 3)).score).toBe(emotional);
    expect(scoreResponse(MEASURES.djg_6_social, answers.slice(3)).score).toBe(social);
  });
});

describe('goal attainment', () => {
  it.each([
    [[0, 0, 0], undefined, 50],
    [[1, 1, 1], undefined, 63.69],
    [[-1, -1, -1], undefined, 36.31],
    [[2], undefined, 70],
    [[2, 0, -1], [3, 2, 1], 61.02],
    [[-2, -2], undefined, 25.19],
  ])('gives %j with weights %j a T score of %f', (attained, weights, score) => {
    expect(scoreResponse(MEASURES.gas, attained, { weights }).score).toBe(score);
  });

  it.each([[[1]], [[1, 0]], [[1, -1]], [[1, Number.NaN]], [[1, '2']], ['two']])(
    'gives no score with the weights %j for two goals',
    (weights) => {
      const result = scoreResponse(MEASURES.gas, [1, 1], { weights: weights as never });
      expect(result.reason).toBe('weights_do_not_fit');
    },
  );

  it('depends on the ratios of the weights only, however large they are', () => {
    const small = scoreResponse(MEASURES.gas, [2, 0, -1], { weights: [3, 2, 1] });
    const large = scoreResponse(MEASURES.gas, [2, 0, -1], { weights: [3e300, 2e300, 1e300] });
    expect(large).toEqual(small);
  });
});

describe('the Work and Social Adjustment Scale', () => {
  it('ends at 40 for somebody to whom every item applies', () => {
    const result = scoreResponse(MEASURES.wsas, [8, 8, 8, 8, 8]);
    expect(result).toMatchObject({ score: 40, highest: 40, scoredAs: 'wsas' });
  });

  it('ends at 32, as a score of another measure, for somebody to whom work does not apply', () => {
    const result = scoreResponse(MEASURES.wsas, ['not_applicable', 8, 8, 8, 8]);
    expect(result).toMatchObject({ score: 32, lowest: 0, highest: 32, scoredAs: 'wsas_without_work' });
    expect(scoreResponse(MEASURES.wsas_without_work, [8, 8, 8, 8]).score).toBe(32);
  });

  it('gives no score where work is left blank, or another item is said not to apply', () => {
    expect(scoreResponse(MEASURES.wsas, [null, 8, 8, 8, 8]).reason).toBe('too_many_missing');
    expect(scoreResponse(MEASURES.wsas, [8, 'not_applicable', 8, 8, 8])).toMatchObject({
      reason: 'item_always_applies',
      item: 2,
    });
  });
});

describe('physical activity', () => {
  const PAID_WORK = { sedentary: 1, standing: 2, physical: 3, heavy: 4 };
  it.each([
    ['sedentary', [1, 2, 3, 4]],
    ['standing', [2, 3, 4, 4]],
    ['physical', [3, 4, 4, 4]],
    ['heavy', [4, 4, 4, 4]],
  ] as const)('reads the GPPAQ index of %s work at 0, half an hour, 1, 2.9 and 3 hours', (work, levels) => {
    const [none, little, some, much] = levels;
    for (const [hours, level] of [
      [0, none],
      [0.5, little],
      [1, some],
      [2.9, some],
      [3, much],
    ]) {
      expect(scoreResponse(MEASURES.gppaq, [PAID_WORK[work], hours ?? 0, 0]).score).toBe(level);
      expect(scoreResponse(MEASURES.gppaq, [PAID_WORK[work], 0, hours ?? 0]).score).toBe(level);
    }
  });

  it('adds exercise and cycling before it reads the GPPAQ index', () => {
    expect(scoreResponse(MEASURES.gppaq, [1, 1.5, 1.5]).score).toBe(4);
  });

  it('weighs minutes of IPAQ-SF by their energy and counts at most 180 a day', () => {
    expect(scoreResponse(MEASURES.ipaq_sf, [2, 30, 3, 20, 5, 40]).score).toBe(1380);
    expect(scoreResponse(MEASURES.ipaq_sf, [7, 181, 7, 900, 7, 1440]).score).toBe(19278);
  });
});

describe('sums', () => {
  it.each<[RegisteredMeasureId, readonly number[], number]>([
    ['ucla_3', [2, 3, 1], 6],
    ['ons4_anxious', [9], 9],
    ['who5_raw', [5, 4, 3, 2, 1], 15],
    ['who5_percentage', [5, 4, 3, 2, 1], 60],
    ['phq_9', [3, 3, 3, 3, 3, 3, 3, 3, 3], 27],
    ['howru', [3, 2, 1, 0], 6],
    ['wellbeing_star', [1, 2, 3, 4, 5, 5, 5, 5], 3.75],
    ['eq5d_5l_profile', [2, 1, 2, 3, 2], 21232],
  ])('scores %s %j as %d', (id, answers, score) => {
    expect(scoreResponse(MEASURES[id], answers).score).toBe(score);
  });

  it('turns reverse items: who agrees strongly with three good things is least lonely', () => {
    expect(scoreResponse(MEASURES.ctel, [4, 4, 4]).score).toBe(0);
    expect(scoreResponse(MEASURES.ctel, [0, 1, 4]).score).toBe(7);
  });

  it('gives somebody with one answer missing the mean of the others, where the measure allows it', () => {
    const result = scoreResponse(MEASURES.core_10, [2, 2, 2, 2, 2, 2, 2, 2, 4, null]);
    expect(result).toMatchObject({ score: 22.22, missing: 1 });
    expect(scoreResponse(MEASURES.core_10, [2, 2, 2, 2, 2, 2, 2, 2, null, null]).reason).toBe(
      'too_many_missing',
    );
  });

  it('reads the numbers that systems write for missing as missing, never as an answer', () => {
    expect(scoreResponse(MEASURES.eq_vas, [999]).reason).toBe('too_many_missing');
    expect(scoreResponse(MEASURES.eq5d_5l_profile, [1, 1, 9, 1, 1])).toMatchObject({
      reason: 'too_many_missing',
      item: 3,
    });
  });

  it('leaves to the licence holder what only they may score', () => {
    expect(scoreResponse(MEASURES.pam_13, Array(13).fill(3)).reason).toBe('licence_holder_scores');
  });
});

describe('wrong answers', () => {
  it.each([
    [[1, 2], 'wrong_number_of_answers', null],
    [[1, 2, 3, 1], 'wrong_number_of_answers', null],
    [[1, 2, 4], 'answer_out_of_range', 3],
    [[0, 2, 3], 'answer_out_of_range', 1],
    [[1.5, 2, 3], 'answer_not_a_number', 1],
    [[Number.NaN, 2, 3], 'answer_not_a_number', 1],
    [[1, '2', 3], 'answer_not_a_number', 2],
    [[1, null, 3], 'too_many_missing', 2],
    [Array(3), 'too_many_missing', 1],
    ['123', 'answers_not_a_list', null],
    [{ length: 3 }, 'answers_not_a_list', null],
  ])('gives %j no score, with the reason %s', (answers, reason, item) => {
    const result = scoreResponse(MEASURES.ucla_3, answers as never);
    expect(result).toMatchObject({ score: null, reason, item });
  });

  it('gives every measure either a score on its scale or a reason in both languages, whatever is answered', () => {
    const anything = fc.anything({ withNullPrototype: true, withBigInt: true, withSparseArray: true });
    const answer = fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: -2, max: 9 }) },
      fc.constantFrom(null, 'not_applicable'),
      anything,
    );
    const answers = fc.oneof(anything, fc.array(answer, { maxLength: 14 }));
    const valueSet = fc.oneof(fc.constantFrom('uk_5l_rowen_2026', 'uk_dsu_map_2022', '__proto__'), anything);
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(MEASURES)),
        answers,
        valueSet,
        fc.option(fc.array(fc.double(), { maxLength: 5 }), { nil: undefined }),
        (measure, given, set, weights) => {
          const result = scoreResponse(measure, given as never, { valueSet: set as never, weights });
          if (result.reason !== null) {
            expect(result.score).toBeNull();
            expect(result.message.en).not.toBe(result.message.cy);
          } else {
            expect(result.score).toBeGreaterThanOrEqual(result.lowest);
            expect(result.score).toBeLessThanOrEqual(result.highest);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('scores every complete list of answers in range on the scale of its measure', () => {
    const scored = Object.values(MEASURES).filter(({ algorithm }) => algorithm.kind !== 'external');
    const complete = fc.constantFrom(...scored).chain((measure) => {
      const count = measure.item_count ?? 4;
      const ranges =
        measure.item_ranges ??
        Array(count).fill({ minimum: measure.item_minimum, maximum: measure.item_maximum });
      const answers = ranges.map(({ minimum, maximum }) => fc.integer({ min: minimum, max: maximum }));
      return fc.tuple(fc.constant(measure), fc.tuple(...answers));
    });
    fc.assert(
      fc.property(complete, ([measure, answers]) => {
        const [valueSet] = measure.value_sets;
        const given = answers.map((answer) => (measure.missing_codes.includes(answer) ? 1 : answer));
        const result = scoreResponse(measure, given, { valueSet });
        expect(result.reason).toBeNull();
        expect(result.score).toBeGreaterThanOrEqual(measure.score_minimum);
        expect(result.score).toBeLessThanOrEqual(measure.score_maximum);
      }),
      { numRuns: 2000 },
    );
  });
});

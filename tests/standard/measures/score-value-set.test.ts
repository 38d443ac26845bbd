import { describe, expect, it } from 'vitest';
import { MEASURES } from '../../../src/standard/generated/measures.ts';
import { scoreResponse } from '../../../src/standard/measures/score-response.ts';
import { scaleOf } from '../../../src/standard/measures/score-scale.ts';

const UK = 'uk_5l_rowen_2026';
const ENGLAND = 'eng_5l_devlin_2018';
const INDEX = MEASURES.eq5d_5l_index;

function levelsOf(profile: string): number[] {
  return [...profile].map(Number);
}

function indexOf(profile: string, valueSet: string): number {
  const { score } = scoreResponse(INDEX, levelsOf(profile), { valueSet });
  if (score === null) throw new Error(`${profile} has no index`);
  return score;
}

const LEVELS = [1, 2, 3, 4, 5];
const PROFILES = LEVELS.flatMap((mobility) =>
  LEVELS.flatMap((care) =>
    LEVELS.flatMap((activities) =>
      LEVELS.flatMap((pain) => LEVELS.map((anxiety) => `${mobility}${care}${activities}${pain}${anxiety}`)),
    ),
  ),
);

/** Mean over all profiles of the mean change by one level of one dimension. */
function meanOneLevelChange(valueSet: string): number {
  const index = new Map(PROFILES.map((profile) => [profile, indexOf(profile, valueSet)]));
  const means = PROFILES.map((profile) => {
    const changes = levelsOf(profile).flatMap((level, dimension) =>
      [level - 1, level + 1].flatMap((other) => {
        const neighbour = index.get(profile.slice(0, dimension) + other + profile.slice(dimension + 1));
        return neighbour === undefined ? [] : [Math.abs(neighbour - (index.get(profile) as number))];
      }),
    );
    return changes.reduce((sum, change) => sum + change, 0) / changes.length;
  });
  return means.reduce((sum, mean) => sum + mean, 0) / means.length;
}

describe('the EQ-5D-5L index', () => {
  it.each([
    ['11111', 1, 1],
    ['21111', 0.968, 0.942],
    ['11112', 0.959, 0.922],
    ['11121', 0.944, 0.937],
    ['11113', 0.874, 0.896],
    ['21231', 0.853, 0.808],
    ['21232', 0.812, 0.73],
    ['22222', 0.784, 0.701],
    ['31323', 0.674, 0.694],
    ['33333', 0.604, 0.593],
    ['54321', 0.417, 0.436],
    ['23245', 0.097, 0.247],
    ['12345', 0.114, 0.322],
    ['44444', -0.209, -0.094],
    ['55555', -0.567, -0.285],
  ])('gives %s %f in the United Kingdom of 2026 and %f in England of 2018', (profile, uk, england) => {
    expect(indexOf(profile, UK)).toBe(uk);
    expect(indexOf(profile, ENGLAND)).toBe(england);
  });

  it.each([
    [UK, -0.567, 0.968, 460],
    [ENGLAND, -0.285, 0.95, 159],
  ])(
    'in %s ends at %f, has %f as second best and %i of 3,125 states below 0',
    (set, lowest, second, below) => {
      const scores = PROFILES.map((profile) => indexOf(profile, set)).sort((a, b) => b - a);
      expect(scores).toHaveLength(3125);
      expect([scores[0], scores[1], scores.at(-1)]).toEqual([1, second, lowest]);
      expect(scores.filter((score) => score < 0)).toHaveLength(below);
      expect(scaleOf(INDEX, set)).toEqual({ lowest, highest: 1 });
    },
  );

  it('derives the smallest important differences of the registry from the value sets', () => {
    expect(meanOneLevelChange(ENGLAND)).toBeCloseTo(0.0637, 4);
    expect(meanOneLevelChange(UK)).toBeCloseTo(0.078, 3);
    const { algorithm } = INDEX;
    if (algorithm.kind !== 'value_set') throw new Error('the index has value sets');
    expect(algorithm.sets.map((set) => set.minimal_important_difference?.value)).toEqual([
      0.078,
      0.063,
      undefined,
      undefined,
    ]);
    const steps = algorithm.sets[0]?.decrements?.flatMap((row) =>
      row.slice(1).map((decrement, level) => Math.round((decrement - (row[level] ?? 0)) * 1000)),
    );
    expect([Math.min(...(steps ?? [])), Math.max(...(steps ?? []))]).toEqual([10, 305]);
  });

  it.each([
    [undefined, 'value_set_needed'],
    ['uk_3l_mvh_1997', 'value_set_not_of_the_measure'],
    ['__proto__', 'value_set_not_of_the_measure'],
    ['uk_dsu_map_2022', 'value_set_not_carried'],
    ['uk_crosswalk_vanhout_2012', 'value_set_not_carried'],
  ])('gives no score with the value set %s', (valueSet, reason) => {
    expect(scoreResponse(INDEX, [1, 1, 1, 1, 1], { valueSet })).toMatchObject({ score: null, reason });
  });
});

describe('the EQ-5D-3L index', () => {
  it.each([
    ['11111', 1],
    ['12321', 0.329],
    ['33333', -0.594],
    ['21111', 0.85],
  ])('gives %s %f in the United Kingdom of 1997', (profile, index) => {
    const result = scoreResponse(MEASURES.eq5d_3l_index, levelsOf(profile), { valueSet: 'uk_3l_mvh_1997' });
    expect(result.score).toBe(index);
  });
});

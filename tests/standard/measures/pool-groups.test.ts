import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { poolFixedEffect, poolRandomEffects } from '../../../src/standard/measures/pool-effects.ts';
import { type Group, poolGroups } from '../../../src/standard/measures/pool-groups.ts';

const group = (n: number, mean: number, sd: number | null): Group => ({ n, mean, sd });

/** Worked out independently; the first row is the published example of the statstodo.com page on combining. */
const VECTORS = [
  {
    name: 'three groups',
    groups: [group(10, 11.8, 2.4), group(20, 15.3, 3.2), group(15, 8.4, 4.1)],
    mean: 12.2222,
    sd: 4.5028,
    within: 3.3867,
    fixed: 12.6299,
    random: 11.8975,
    tau: 9.9702,
    i: 93.6,
  },
  {
    name: 'two groups of fifty',
    groups: [group(50, 26.5, 4.5), group(50, 32.9, 5.8)],
    mean: 29.7,
    sd: 6.0841,
    within: 5.1909,
    fixed: 28.9049,
    random: 29.6791,
    tau: 19.94,
    i: 97.4,
  },
  {
    name: 'three groups of fifty',
    groups: [group(50, 26.5, 4.5), group(50, 32.9, 5.8), group(50, 36.4, 3.8)],
    mean: 31.9333,
    sd: 6.2758,
    within: 4.7725,
    fixed: 32.4035,
    random: 31.9363,
    tau: 29.84,
    i: 98.6,
  },
  {
    name: 'MYCaW, first concern',
    groups: [group(254, 2.9, 1.63), group(267, 1.91, 1.58)],
    mean: 2.3926,
    sd: 1.6778,
    within: 1.6046,
    fixed: 2.3773,
    random: 2.4044,
    tau: 0.48,
    i: 98.0,
  },
  {
    name: 'MYCaW, second concern',
    groups: [group(254, 2.5, 1.73), group(267, 1.77, 1.96)],
    mean: 2.1259,
    sd: 1.8854,
    within: 1.8515,
    fixed: 2.1713,
    random: 2.1368,
    tau: 0.253,
    i: 95.1,
  },
  {
    name: 'MYCaW, wellbeing',
    groups: [group(254, 1.4, 1.8), group(267, 0.61, 1.52)],
    mean: 0.9951,
    sd: 1.7072,
    within: 1.6624,
    fixed: 0.9293,
    random: 1.0024,
    tau: 0.301,
    i: 96.6,
  },
  {
    name: 'invented SWEMWBS changes',
    groups: [group(142, 2.61, 4.02), group(63, 1.84, 3.55), group(388, 2.12, 4.31)],
    mean: 2.2076,
    sd: 4.1678,
    within: 4.1679,
    fixed: 2.2038,
    random: 2.208,
    tau: 0.0135,
    i: 11.4,
  },
  {
    name: 'changes of both signs',
    groups: [group(120, -1.8, 1.7), group(80, 0.6, 1.5)],
    mean: -0.84,
    sd: 2.0027,
    within: 1.6232,
    fixed: -0.6929,
    random: -0.6008,
    tau: 2.854,
    i: 99.1,
  },
];

/** How many decimals a printed vector has. */
function decimalsOf(value: number): number {
  return String(value).split('.')[1]?.length ?? 0;
}

describe('pooling groups of people', () => {
  it.each(VECTORS)('reproduces $name', ({ groups, mean, sd, within, fixed, random, tau, i }) => {
    const pooled = poolGroups(groups);
    expect(pooled.mean).toBeCloseTo(mean, 4);
    expect(pooled.sd).toBeCloseTo(sd, 4);
    expect(pooled.withinSd).toBeCloseTo(within, 4);
    expect(pooled.sdCoverage).toBe(1);
    expect(poolFixedEffect(groups).mean).toBeCloseTo(fixed, 4);
    const effects = poolRandomEffects(groups);
    expect(effects.mean).toBeCloseTo(random, 4);
    expect(effects.tauSquared).toBeCloseTo(tau, decimalsOf(tau));
    expect(effects.iSquared * 100).toBeCloseTo(i, 1);
  });

  it('gives the published standard errors of the first example', () => {
    const groups = VECTORS[0]?.groups ?? [];
    expect(poolFixedEffect(groups).standardError).toBeCloseTo(0.4672, 4);
    expect(poolRandomEffects(groups).standardError).toBeCloseTo(1.8885, 4);
  });

  it('keeps the signs of the means, which taking their absolute values would lose', () => {
    const absolute = poolGroups([group(120, 1.8, 1.7), group(80, 0.6, 1.5)]);
    expect(absolute.sd).toBeCloseTo(1.723, 4);
    expect(poolGroups([group(120, -1.8, 1.7), group(80, 0.6, 1.5)]).sd).toBeCloseTo(2.0027, 4);
  });

  it('gives the standard deviation of the people themselves', () => {
    const people = [[3, 5, 9], [4], [10, 2, 2, 6]];
    const pooled = poolGroups(people.map(describeGroup));
    const everyone = describeGroup(people.flat());
    expect(pooled.mean).toBeCloseTo(everyone.mean, 12);
    expect(pooled.sd).toBeCloseTo(everyone.sd as number, 12);
  });

  it('does not depend on the order or the nesting of the groups', () => {
    const groups = fc.array(
      fc.record({
        n: fc.integer({ min: 2, max: 500 }),
        mean: fc.integer({ min: -1000, max: 3500 }).map((hundredths) => hundredths / 100),
        sd: fc.option(fc.integer({ min: 0, max: 900 }).map((hundredths) => hundredths / 100)),
      }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(groups, groups, groups, (a, b, c) => {
        const together = poolGroups([...a, ...b, ...c]);
        const nested = poolGroups([poolGroups([poolGroups(a), poolGroups(b)]), poolGroups(c)]);
        const turned = poolGroups([poolGroups(c), poolGroups([...b, ...a])]);
        for (const other of [nested, turned]) {
          expect(other.n).toBe(together.n);
          expect(other.mean).toBeCloseTo(together.mean, 8);
          expect(other.sd ?? -1).toBeCloseTo(together.sd ?? -1, 8);
          expect(other.withinSd ?? -1).toBeCloseTo(together.withinSd ?? -1, 8);
          expect(other.sdCoverage).toBeCloseTo(together.sdCoverage, 12);
        }
      }),
    );
  });

  it('counts a group without a standard deviation in the mean, and says how many people the spread is of', () => {
    const pooled = poolGroups([group(60, 2, 1), group(40, 4, null)]);
    expect(pooled.mean).toBeCloseTo(2.8, 12);
    expect(pooled.sd).toBeCloseTo(1, 12);
    expect(pooled.sdCoverage).toBe(0.6);
  });

  it('needs no standard deviation of one person', () => {
    expect(poolGroups([group(1, 4, null), group(1, 6, null)])).toMatchObject({
      n: 2,
      mean: 5,
      sd: Math.SQRT2,
      withinSd: null,
      sdCoverage: 1,
    });
    expect(poolGroups([group(1, 4, null)]).sd).toBeNull();
  });

  it.each([
    [[], 'no group'],
    [[group(0, 1, 1)], 'one person or more'],
    [[group(2.5, 1, 1)], 'one person or more'],
    [[group(3, Number.NaN, 1)], 'A mean is a number'],
    [[group(3, 1, -1)], '0 or more'],
    [[group(1, 1, 2)], 'One person has no standard deviation'],
  ])('refuses %j', (groups, words) => {
    expect(() => poolGroups(groups)).toThrow(RangeError);
    expect(() => poolGroups(groups)).toThrow(words);
  });

  it.each([
    [[group(20, 1, 1)], 'two groups'],
    [[group(20, 1, 1), group(20, 1, null)], 'a standard deviation above 0'],
    [[group(20, 1, 1), group(1, 1, null)], 'two people or more'],
    [[group(20, 1, 1), group(20, 1, 0)], 'a standard deviation above 0'],
  ])('refuses to weigh %j by certainty', (groups, words) => {
    expect(() => poolFixedEffect(groups)).toThrow(words);
    expect(() => poolRandomEffects(groups)).toThrow(words);
  });

  it('finds no difference between groups whose means are equal', () => {
    const effects = poolRandomEffects([group(20, 3, 1), group(30, 3, 2)]);
    expect(effects).toMatchObject({ mean: 3, tauSquared: 0, iSquared: 0 });
  });
});

function describeGroup(scores: readonly number[]): Group {
  const n = scores.length;
  const mean = scores.reduce((sum, score) => sum + score, 0) / n;
  const squares = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0);
  return { n, mean, sd: n === 1 ? null : Math.sqrt(squares / (n - 1)) };
}

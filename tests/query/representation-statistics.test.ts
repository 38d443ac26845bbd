import { describe, expect, it } from 'vitest';
import {
  type ComparedCategory,
  type Comparison,
  compareCategory,
  shareOfReached,
  shareOfResidents,
} from '../../src/query/representation-statistics.ts';

const V = 3 + 25 / 12;
const of = (count: number | null, residents: number): ComparedCategory => ({
  people: count === null ? null : { count, variance: V },
  residents,
});

/**
 * Residents of Cardiff and Vale by the five ethnic groups of Census 2021, in the order asian, black, mixed, white,
 * other; the people reached are made up. Expected values were worked out apart from this code, by hand and in Python.
 */
const RESIDENTS = [37_790, 14_520, 17_493, 411_731, 12_715];
const REACHED = [150, 60, 95, 2630, 45];
const cardiff = (reached: readonly (number | null)[] = REACHED) =>
  RESIDENTS.map((residents, index) => of(reached[index] ?? null, residents));

describe('the ethnic groups of Cardiff and Vale', () => {
  it.each([
    [0, 5, 7.6, 0.66, 0.56, 0.78, 4, 'under'],
    [1, 2, 2.9, 0.69, 0.52, 0.89, 4.1, 'under'],
    [2, 3, 3.5, 0.9, 0.73, 1.11, 5.4, 'not_distinguishable'],
    [3, 88, 83.3, 1.06, 1.04, 1.08, 6.4, 'over'],
    [4, 2, 2.6, 0.59, 0.43, 0.8, 3.5, 'under'],
  ] as const)('are compared with their residents: group %i', (index, ...expected) => {
    const [share_of_reached, share_of_residents, ratio, lower, upper, rate_per_1000, reading] = expected;
    expect(shareOfReached(cardiff(), index)).toBe(share_of_reached);
    expect(shareOfResidents(cardiff(), index)).toBe(share_of_residents);
    expect(compareCategory(cardiff(), index)).toEqual({
      ratio,
      interval: { lower, upper },
      rate_per_1000,
      reading,
    });
  });

  it('are told a little less surely where one of them is hidden', () => {
    expect(compareCategory(cardiff([150, 60, 95, 2630, null]), 0)).toMatchObject({
      ratio: 0.67,
      interval: { lower: 0.57, upper: 0.79 },
    });
  });

  it('are not compared where a number is hidden, or nearly everyone is in one of them', () => {
    expect(compareCategory(cardiff([150, 60, 95, 2630, null]), 4)).toBe('not_shown');
    expect(compareCategory(cardiff([null, null, null, 2630, null]), 3)).toBe('rest_too_small');
    expect(compareCategory(cardiff([10, null, null, 15, null]), 3)).toBe('whole_too_small');
  });

  it('are compared from 500 residents on', () => {
    expect(compareCategory([of(30, 499), of(300, 100_000)], 0)).toBe('few_residents');
    expect(compareCategory([of(30, 500), of(300, 100_000)], 0)).toMatchObject({ rate_per_1000: 60 });
  });
});

/** Numbers from a fixed start, so that a failure can be looked at again. */
function draws(seed: number) {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function madeCategories(draw: (below: number) => number): ComparedCategory[] {
  return Array.from({ length: 2 + draw(6) }, () =>
    of(draw(8) === 0 ? null : 10 + 5 * draw(10 ** (1 + draw(4))), 500 + draw(10 ** (3 + draw(4)))),
  );
}

describe('of any categories', () => {
  const draw = draws(20_261_122);
  const made = Array.from({ length: 2000 }, () => madeCategories(draw));
  const compared = made.flatMap((categories) =>
    categories.flatMap((_, index) => {
      const comparison = compareCategory(categories, index);
      return typeof comparison === 'string' ? [] : [{ categories, index, comparison }];
    }),
  );

  it('the interval holds the ratio, and the reading says where the interval lies beside 1', () => {
    expect(compared.length).toBeGreaterThan(2000);
    for (const { comparison } of compared) {
      const { ratio, interval, reading } = comparison;
      expect(interval.lower).toBeLessThanOrEqual(ratio);
      expect(interval.upper).toBeGreaterThanOrEqual(ratio);
      expect(interval.lower).toBeGreaterThanOrEqual(0);
      expect(reading === 'under').toBe(interval.upper < 1);
      expect(reading === 'over').toBe(interval.lower > 1);
    }
  });

  it('the ratio is 1 where the shares are equal, and nobody is under or over', () => {
    for (const factor of [1, 2, 3, 10, 250]) {
      const equal = RESIDENTS.map((residents) => of(residents * factor, residents));
      equal.forEach((_, index) => {
        expect(compareCategory(equal, index)).toMatchObject({ ratio: 1, reading: 'not_distinguishable' });
      });
    }
  });

  it('more people of the same shares narrow the interval', () => {
    for (const { categories, index, comparison } of compared) {
      const tenfold = categories.map(({ people, residents }) =>
        of(people === null ? null : people.count * 10, residents),
      );
      const wider = comparison.interval.upper - comparison.interval.lower;
      const { interval } = compareCategory(tenfold, index) as Comparison;
      expect(interval.upper - interval.lower).toBeLessThanOrEqual(wider);
    }
  });

  it('more people of one category raise its ratio and rate, and lower no other rate', () => {
    for (const { categories, index, comparison } of compared) {
      const more = categories.map((category, at) =>
        at === index ? of((category.people?.count ?? 0) + 5, category.residents) : category,
      );
      const raised = compareCategory(more, index);
      if (typeof raised === 'string') continue;
      expect(raised.ratio).toBeGreaterThanOrEqual(comparison.ratio);
      expect(raised.rate_per_1000).toBeGreaterThanOrEqual(comparison.rate_per_1000);
    }
  });
});

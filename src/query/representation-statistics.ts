import { shareRefusal } from '../standard/published-percentage.ts';
import { MOST_HIDDEN, Z_95 } from './published-count.ts';
import type { Interval, NoisyCount } from './share-interval.ts';

/** With fewer residents, no ratio and no rate is given. */
export const LEAST_RESIDENTS = 500;

/** Where more of the people reached than this share are of no known category, a ratio is not read. */
export const MOST_BLANKS = 0.2;

export type Reading = 'under' | 'over' | 'not_distinguishable';

/** One category: the people reached, none where the number is not shown, and the residents. */
export interface ComparedCategory {
  readonly people: NoisyCount | null;
  readonly residents: number;
}

/** What a category comes to beside the others of its area. */
export interface Comparison {
  readonly ratio: number;
  readonly interval: Interval;
  readonly rate_per_1000: number;
  readonly reading: Reading;
}

/** Why a category has no share of the people reached: rule 8 of the disclosure scheme. */
type NoShare = 'not_shown' | NonNullable<ReturnType<typeof shareRefusal>>;

/** Why a category is not compared. */
export type NoComparison = NoShare | 'few_residents';

/**
 * The share of a category among the people whose category is shown, in whole per cents.
 *
 * @param categories - All that are compared, hidden ones too.
 * @param index - Which of them.
 */
export function shareOfReached(categories: readonly ComparedCategory[], index: number): number | NoShare {
  const people = categories[index]?.people ?? null;
  if (people === null) return 'not_shown';
  const reached = sum(shownOf(categories).map(({ count }) => count));
  return shareRefusal(people.count, reached) ?? Math.round((100 * people.count) / reached);
}

/** The share of a category among the residents of all that are compared, in per cents with one decimal place. */
export function shareOfResidents(categories: readonly ComparedCategory[], index: number): number {
  return Math.round(1000 * expectedShare(categories, index)) / 10;
}

/**
 * Compares the share of a category among the people reached with its share among the residents.
 *
 * With n people reached of N whose category is shown, s = n/N, and r the share of the residents, the ratio is s/r. Its
 * interval is made on the scale of the logarithm (the delta method):
 *
 * Var = (1−s)/n + v·(1/n − 1/N)² + (Σ other v + h·14²/3)/N²
 *
 * where v is the variance of noise and rounding of a published number, and h the number of categories that are hidden:
 * each may hold up to 14 people, any number as likely. Residents are a count of everyone and carry no error here. The
 * ends are rounded outwards to two decimal places; the reading is taken from the rounded ends.
 */
export function compareCategory(
  categories: readonly ComparedCategory[],
  index: number,
): Comparison | NoComparison {
  const refusal = shareOfReached(categories, index);
  if (typeof refusal === 'string') return refusal;
  const { people, residents } = categories[index] as ComparedCategory & { readonly people: NoisyCount };
  if (residents < LEAST_RESIDENTS) return 'few_residents';
  const ratio =
    people.count / sum(shownOf(categories).map(({ count }) => count)) / expectedShare(categories, index);
  const factor = Math.exp(Z_95 * Math.sqrt(varianceOfLogRatio(categories, people)));
  const interval = {
    lower: Math.floor((100 * ratio) / factor) / 100,
    upper: Math.ceil(100 * ratio * factor) / 100,
  };
  return {
    ratio: Math.round(100 * ratio) / 100,
    interval,
    rate_per_1000: Math.round((10_000 * people.count) / residents) / 10,
    reading: readingOf(interval),
  };
}

function varianceOfLogRatio(
  categories: readonly ComparedCategory[],
  { count, variance }: NoisyCount,
): number {
  const shown = shownOf(categories);
  const reached = sum(shown.map((people) => people.count));
  const hidden = categories.length - shown.length;
  const others =
    sum(shown.map((people) => people.variance)) - variance + hidden * hiddenVariance(MOST_HIDDEN);
  const sampling = (1 - count / reached) / count;
  return sampling + variance * (1 / count - 1 / reached) ** 2 + others / reached ** 2;
}

function shownOf(categories: readonly ComparedCategory[]): NoisyCount[] {
  return categories.flatMap(({ people }) => people ?? []);
}

function expectedShare(categories: readonly ComparedCategory[], index: number): number {
  const all = categories.map(({ residents }) => residents);
  return (all[index] as number) / sum(all);
}

/** What a number of people may add that is somewhere between 0 and a most, any number as likely, and is taken as 0. */
export function hiddenVariance(most: number): number {
  return most ** 2 / 3;
}

function readingOf({ lower, upper }: Interval): Reading {
  if (upper < 1) return 'under';
  return lower > 1 ? 'over' : 'not_distinguishable';
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

import type { Random } from './random.ts';

const DAY_MS = 86_400_000;

/** A whole number of days since 1 January 1970. */
export type Day = number;

/** The first day of a quarter, by the numbers of `quarter-number.ts`. */
export function firstDayOf(quarter: number): Day {
  return Date.UTC(Math.floor(quarter / 4), (quarter % 4) * 3, 1) / DAY_MS;
}

/** The last day of a quarter. */
export function lastDayOf(quarter: number): Day {
  return firstDayOf(quarter + 1) - 1;
}

/** The quarter that a day falls in. */
export function quarterOfDay(day: Day): number {
  const date = new Date(day * DAY_MS);
  return date.getUTCFullYear() * 4 + Math.floor(date.getUTCMonth() / 3);
}

export function isoDateOf(day: Day): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The day on which the systems are read: five weeks after the quarter, so that what is known then is known. */
export function extractDayOf(quarter: number): Day {
  return firstDayOf(quarter + 1) + 35;
}

/** Whole days, both inclusive, and how often in a thousand they are drawn. */
export type DayRange = readonly [from: number, to: number, share: number];

/**
 * Draws whole days by ranges, each day of a range equally likely.
 *
 * @throws {RangeError} If the shares are not a thousand in all.
 */
export function daysWithin(...ranges: readonly DayRange[]): (random: Random) => number {
  const total = ranges.reduce((sum, [, , share]) => sum + share, 0);
  if (total !== 1000) throw new RangeError(`The shares of the days are ${total}, not a thousand`);
  return (random) => {
    let mark = random.below(1000);
    for (const [from, to, share] of ranges) {
      if (mark < share) return from + random.below(to - from + 1);
      mark -= share;
    }
    throw new Error('unreachable: the shares are a thousand');
  };
}

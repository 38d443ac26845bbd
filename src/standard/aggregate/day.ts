/** A calendar day as a whole number: days since 1 January 1970. */
export type Day = number;

const MILLISECONDS = 86_400_000;

/** First and last day of a span, both inclusive. */
export interface Days {
  readonly start: Day;
  readonly end: Day;
}

/** The day of a year, month (1 to 12) and day of the month, or null when the calendar has no such day. */
export function dayOf(year: number, month: number, date: number): Day | null {
  const time = Date.UTC(year, month - 1, date);
  const found = new Date(time);
  if (found.getUTCFullYear() !== year || found.getUTCMonth() !== month - 1 || found.getUTCDate() !== date) {
    return null;
  }
  return time / MILLISECONDS;
}

/**
 * The day of an ISO date such as `2026-04-01`.
 *
 * @throws {RangeError} If the text is no ISO date, or the calendar has no such day.
 */
export function dayOfIso(text: string): Day {
  const [year, month, date] = text.split('-').map(Number);
  const day = dayOf(year ?? Number.NaN, month ?? Number.NaN, date ?? Number.NaN);
  if (day === null) throw new RangeError(`${text} is not a day written YYYY-MM-DD`);
  return day;
}

/** A day as an ISO date. */
export function isoOf(day: Day): string {
  return new Date(day * MILLISECONDS).toISOString().slice(0, 10);
}

export function isWithinDays(day: Day | null, days: Days): day is Day {
  return day !== null && day >= days.start && day <= days.end;
}

/**
 * Completed years from a first day to a later one, as ages are counted: someone born on 29 February is a year
 * older on 1 March of a common year. Negative when the later day comes first.
 *
 * @example
 * yearsBetween(dayOfIso('1960-04-02'), dayOfIso('2026-04-01')); // 65
 */
export function yearsBetween(first: Day, later: Day): number {
  const from = new Date(first * MILLISECONDS);
  const to = new Date(later * MILLISECONDS);
  const years = to.getUTCFullYear() - from.getUTCFullYear();
  const isBefore =
    to.getUTCMonth() < from.getUTCMonth() ||
    (to.getUTCMonth() === from.getUTCMonth() && to.getUTCDate() < from.getUTCDate());
  return isBefore ? years - 1 : years;
}

/** The earliest of some days, or null when there is none. */
export function earliest(days: readonly (Day | null)[]): Day | null {
  let found: Day | null = null;
  for (const day of days) if (day !== null && (found === null || day < found)) found = day;
  return found;
}

/** The latest of some days, or null when there is none. */
export function latest(days: readonly (Day | null)[]): Day | null {
  let found: Day | null = null;
  for (const day of days) if (day !== null && (found === null || day > found)) found = day;
  return found;
}

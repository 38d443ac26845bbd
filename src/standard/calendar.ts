import { datesOf, quarterAfter } from './period.ts';

/** The days of a period, each inclusive, as ISO dates of the United Kingdom. */
export interface PeriodCalendar {
  /** First day on which a return of the period is taken. */
  readonly opens_on: string;
  /** Last day on which provisional figures are on time. */
  readonly due_on: string;
  /** Last day on which final figures are on time, and on which figures are taken into the final release. */
  readonly closes_on: string;
}

const SIX_WEEKS = 42;

/** Days begin and end at midnight in the United Kingdom. */
const DAY_IN_THE_UK = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' });

/** The day that it is in the United Kingdom at a moment, as an ISO date. */
export function dayInTheUk(now: Date): string {
  return DAY_IN_THE_UK.format(now);
}

/**
 * The days between which returns of a quarter are taken: it opens on the day after its last, provisional figures
 * are due six weeks after it, and final figures with the provisional ones of the next quarter.
 *
 * @param set - The publisher's own days for this period, which stand in place of the standard's.
 * @throws {RangeError} If the period is not a quarter.
 * @source Core dataset, the return: `figures_status`.
 * @example
 * calendarOf('2026-Q2'); // { opens_on: '2026-07-01', due_on: '2026-08-11', closes_on: '2026-11-11' }
 */
export function calendarOf(period: string, set: PeriodCalendar | null = null): PeriodCalendar {
  const next = quarterAfter(period);
  if (set !== null) return { opens_on: set.opens_on, due_on: set.due_on, closes_on: set.closes_on };
  return {
    opens_on: daysAfter(datesOf(period).end, 1),
    due_on: daysAfter(datesOf(period).end, SIX_WEEKS),
    closes_on: daysAfter(datesOf(next).end, SIX_WEEKS),
  };
}

/** Whether a return of the period is taken and awaited on this day. */
export function isOpenOn(calendar: PeriodCalendar, day: string): boolean {
  return calendar.opens_on <= day && day <= calendar.closes_on;
}

function daysAfter(day: string, days: number): string {
  const moved = new Date(`${day}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

import { calendarOf, dayInTheUk, type PeriodCalendar } from '../standard/calendar.ts';
import type { ReturnHeader } from '../standard/row.ts';
import type { Text } from '../standard/text.ts';
import type { Database } from '../store/database.ts';
import { findPeriod } from '../store/periods-repository.ts';
import type { Timeliness } from '../store/stored-values.ts';

/**
 * Whether a return came in time: provisional figures until their due day, revised and final ones until the period
 * closes. Nothing is refused for it.
 *
 * @param now - The moment at which it came; which day that is, the United Kingdom says.
 */
export function timelinessOf(
  calendar: PeriodCalendar,
  figures_status: ReturnHeader['figures_status'],
  now: Date,
): Timeliness {
  const day = dayInTheUk(now);
  // ISO dates sort as text in calendar order.
  if (day > calendar.closes_on) return 'after_close';
  return day > calendar.due_on && figures_status === 'provisional' ? 'late' : 'on_time';
}

/**
 * Whether a return came in time by the calendar that holds for its period: the publisher's own days, or else the
 * standard's. Null of one whose period has not ended: it is not taken in at all.
 */
export async function findTimeliness(
  db: Database,
  { period, period_end, figures_status }: ReturnHeader,
  now: Date,
): Promise<Timeliness | null> {
  if (period_end >= dayInTheUk(now)) return null;
  return timelinessOf(calendarOf(period, await findPeriod(db, period)), figures_status, now);
}

const SAID: Readonly<Record<Exclude<Timeliness, 'on_time'>, Text>> = {
  late: {
    en: 'It came after the day on which provisional figures of its period were due.',
    cy: 'Daeth ar ôl y diwrnod yr oedd disgwyl ffigurau dros dro ei chyfnod.',
  },
  after_close: {
    en: 'It came after its period had closed: the figures take part in releases that are built from now on, as a revision.',
    cy: "Daeth ar ôl i'w chyfnod gau: bydd y ffigurau'n rhan o ddatganiadau a gaiff eu llunio o hyn ymlaen, fel diwygiad.",
  },
};

const AFTER_CLOSE_IN_SANDBOX: Text = {
  en: 'It came after its period had closed.',
  cy: "Daeth ar ôl i'w chyfnod gau.",
};

/**
 * What a submitter is told of a return that came late, in a sentence; null of one that came in time.
 *
 * @param sandbox - Whether it takes part in no release anyway.
 */
export function wordsOfTimeliness(timeliness: Timeliness | null, sandbox: boolean): Text | null {
  if (timeliness === null || timeliness === 'on_time') return null;
  return sandbox && timeliness === 'after_close' ? AFTER_CLOSE_IN_SANDBOX : SAID[timeliness];
}

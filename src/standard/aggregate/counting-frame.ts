import { datesOf, financialYearOf } from '../period.ts';
import { areaAsRead, hadEndedBefore } from '../rules/reading/areas.ts';
import { areasServedBy, isWelshOrganisation, nationOf } from '../rules/reading/organisations.ts';
import { type Day, type Days, dayOfIso } from './day.ts';

/** What a quarter is counted by: its days, those before it, and whose return it is. */
export interface CountingFrame {
  readonly period: Days;
  /** The quarter before, whose referrals the cohort follows. */
  readonly previous: Days;
  /** From 1 April to the last day of the period. */
  readonly yearSoFar: Days;
  /** Whether the period ends the financial year. */
  readonly endsYear: boolean;
  /** The day the export was made. */
  readonly extracted: Day;
  /** The areas the submitter serves; none where the register names none. */
  readonly served: readonly string[];
  /** Where people count whose area is not known: the one area the submitter serves now, or else the nation. */
  readonly unknownArea: string;
  readonly isWelsh: boolean;
}

/**
 * @param period - A quarter such as `2026-Q2`.
 * @param extractedAt - ISO date and time of the export.
 * @throws {RangeError} If the text is not a quarter, or the date is none.
 */
export function frameOf(period: string, submitter: string, extractedAt: string): CountingFrame {
  const year = datesOf(financialYearOf(period));
  const days = daysOf(datesOf(period));
  return {
    period: days,
    previous: daysOf(datesOf(quarterBefore(period))),
    yearSoFar: { start: dayOfIso(year.start), end: days.end },
    endsYear: datesOf(period).end === year.end,
    extracted: dayOfIso(extractedAt.slice(0, 10)),
    served: areasServedBy(submitter),
    unknownArea: unknownAreaOf(submitter, datesOf(period).start),
    isWelsh: isWelshOrganisation(submitter),
  };
}

function unknownAreaOf(submitter: string, start: string): string {
  const [area, another] = areasServedBy(submitter).filter((each) => !hadEndedBefore(each, start));
  if (area !== undefined && another === undefined) return areaAsRead(area);
  return nationOf(submitter) ?? 'outside_area';
}

/** @example quarterBefore('2026-Q1'); // '2025-Q4' */
export function quarterBefore(quarter: string): string {
  const year = Number(quarter.slice(0, 4));
  const number = Number(quarter.slice(6));
  return number === 1 ? `${year - 1}-Q4` : `${year}-Q${number - 1}`;
}

function daysOf({ start, end }: { readonly start: string; readonly end: string }): Days {
  return { start: dayOfIso(start), end: dayOfIso(end) };
}

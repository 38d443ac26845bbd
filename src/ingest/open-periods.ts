import { calendarOf, dayInTheUk, isOpenOn, type PeriodCalendar } from '../standard/calendar.ts';
import type { Organisation, Service } from '../standard/generated/types.ts';
import { financialYearOf, labelOf, quarterBefore, quartersOf } from '../standard/period.ts';
import type { Text } from '../standard/text.ts';
import type { Database } from '../store/database.ts';
import { listHeldStatements } from '../store/held-statements.ts';
import { listPeriods, type RegisteredPeriod } from '../store/periods-repository.ts';
import { listStandingStatements } from '../store/standing-statements.ts';
import type { StoredCollection } from '../store/stored-values.ts';
import { type Completeness, completenessOf } from './completeness.ts';
import { periodAction } from './period-action.ts';

/** A period whose returns are taken today, and how much of an organisation's is there. */
export interface OpenPeriod extends PeriodCalendar, Completeness {
  readonly period: string;
  readonly title: Text;
  readonly next_action: Text;
}

/** The collections in which the returns of a real key stand. */
export const OF_RETURNS: readonly StoredCollection[] = ['returns', 'returns_gp_codes'];
/** That of the returns of a sandbox key. */
const OF_SANDBOX: readonly StoredCollection[] = ['sandbox'];

/** By its own calendar the standard has at most two quarters open; the register may hold one open for longer. */
const QUARTERS_LOOKED_AT = 4;

/** The quarters that are open today, oldest first, with what of an organisation's returns is in and what is missing. */
export async function describeOpenPeriods(
  db: Database,
  asked: {
    readonly code: string;
    /** Null when it is not in the register: nothing then has to come. */
    readonly organisation: Organisation | null;
    readonly services: readonly Service[];
    readonly sandbox: boolean;
    readonly now: Date;
  },
): Promise<OpenPeriod[]> {
  const today = dayInTheUk(asked.now);
  const open = openOn(today, await listPeriods(db));
  if (open.length === 0) return [];
  const yearsOf = ({ period }: { readonly period: string }) => quartersOf(financialYearOf(period));
  const question = {
    organisation: asked.code,
    collections: asked.sandbox ? OF_SANDBOX : OF_RETURNS,
    periods: [...new Set(open.flatMap(yearsOf))],
  };
  const statements = await listStandingStatements(db, question);
  const held = await listHeldStatements(db, question);
  return open.map((calendar) => {
    const { period } = calendar;
    const ofYear = new Set(yearsOf(calendar));
    const isOfYear = (statement: { readonly period: string }) => ofYear.has(statement.period);
    const completeness = completenessOf({
      period,
      organisation: asked.organisation,
      services: asked.services,
      statements: statements.filter(isOfYear),
      held: held.filter(isOfYear),
    });
    const next_action = periodAction({
      calendar,
      today,
      completeness,
      isRegistered: asked.organisation !== null,
    });
    return { ...calendar, title: labelOf(period), ...completeness, next_action };
  });
}

/** The quarters that are over and open on a day, with their days, oldest first. */
export function openOn(
  today: string,
  registered: readonly RegisteredPeriod[],
): (PeriodCalendar & { readonly period: string })[] {
  const set = new Map(registered.map((entry) => [entry.period, entry]));
  const now = quarterOf(today);
  const recent: string[] = [];
  for (let last = now; recent.length < QUARTERS_LOOKED_AT; ) {
    last = quarterBefore(last);
    recent.push(last);
  }
  return [...new Set([...recent, ...set.keys()])]
    .filter((period) => period < now)
    .sort()
    .map((period) => ({ period, ...calendarOf(period, set.get(period)) }))
    .filter((calendar) => isOpenOn(calendar, today));
}

function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

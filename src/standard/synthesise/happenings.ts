import { type Day, firstDayOf, quarterOfDay } from './days.ts';
import type { Person } from './person.ts';
import { firstOfFinancialYear } from './quarter-number.ts';
import type { Referral } from './referral.ts';

export type Population = 'referred' | 'supported' | 'connected';

/** What puts a person in a population in one quarter, and whether it is the first of its kind since 1 April. */
export interface Happening {
  readonly person: Person;
  /** The first referral of the quarter to bring the person in. */
  readonly referral: Referral;
  readonly firstInYear: boolean;
}

interface Event {
  readonly day: Day;
  readonly referral: Referral;
}

/** The people of a population, quarter by quarter: each person once a quarter, at the first event in it. */
export function happeningsOf(
  referrals: readonly Referral[],
  population: Population,
): ReadonlyMap<number, readonly Happening[]> {
  const happenings = new Map<number, Happening[]>();
  const lastEvent = new Map<Person, Day>();
  const events = referrals.flatMap((referral) =>
    daysIn(referral, population).map((day) => ({ day, referral })),
  );
  for (const { day, referral } of inOrder(events)) {
    const { person } = referral;
    const quarter = quarterOfDay(day);
    const before = lastEvent.get(person) ?? Number.NEGATIVE_INFINITY;
    lastEvent.set(person, day);
    if (before >= firstDayOf(quarter)) continue;
    const firstInYear = before < firstDayOf(firstOfFinancialYear(quarter));
    const inQuarter = happenings.get(quarter) ?? [];
    inQuarter.push({ person, referral, firstInYear });
    happenings.set(quarter, inQuarter);
  }
  return happenings;
}

function daysIn({ received, episode }: Referral, population: Population): readonly Day[] {
  if (population === 'referred') return [received];
  const support = episode?.support ?? null;
  if (support === null) return [];
  return population === 'supported' ? [support.conversation] : support.connections.map(({ day }) => day);
}

function inOrder(events: readonly Event[]): Event[] {
  return events.toSorted((one, other) => one.day - other.day);
}

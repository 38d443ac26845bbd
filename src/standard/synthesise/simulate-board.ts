import type { Board } from './board.ts';
import { type Day, firstDayOf } from './days.ts';
import { drawPersonOf } from './draw-person.ts';
import { drawReferrals } from './draw-referral.ts';
import type { Person } from './person.ts';
import { firstOfFinancialYear } from './quarter-number.ts';
import { randomOf } from './random.ts';
import { endOf, type Referral } from './referral.ts';
import { peopleReferred } from './referral-volume.ts';

/** Assumed, in a thousand, by quarter of the financial year: referrals of people already referred in it. */
const RETURNING = [0, 80, 120, 150];

/** Two financial years, in quarters: longer than any referral takes from its first day to its last. */
const WARM_UP = 8;
/** An episode opened again within 28 days goes on as the same, so nobody returns sooner. */
const DAYS_BEFORE_RETURN = 28;

/**
 * Plays out every referral to one board, in the order of the quarters, up to the last quarter asked for.
 *
 * It starts two financial years before the one that holds `first`, so that people referred earlier are there to
 * be supported and to be open at the start, and each quarter draws from a stream of its own: what a quarter
 * holds does not depend on how many others were asked for.
 */
export function simulateBoard(board: Board, seed: number, first: number, last: number): Referral[] {
  const drawPerson = drawPersonOf(board);
  const referrals: Referral[] = [];
  let latestThisYear = new Map<Person, Referral>();
  for (let quarter = firstOfFinancialYear(first) - WARM_UP; quarter <= last; quarter += 1) {
    const opening = firstOfFinancialYear(quarter);
    if (quarter === opening) latestThisYear = new Map();
    const random = randomOf(seed, board.submitter, quarter);
    const start = firstDayOf(quarter);
    const days = firstDayOf(quarter + 1) - start;
    const mayReturn = whoMayReturn(latestThisYear, start);
    const count = peopleReferred(board, quarter, random);
    for (let index = 0; index < count; index += 1) {
      const returning = random.chance(RETURNING[quarter - opening] as number);
      const person = (returning && takeOne(mayReturn, random.below)) || drawPerson(random);
      const drawn = drawReferrals(person, start + random.below(days), board, random);
      referrals.push(...drawn);
      latestThisYear.set(person, drawn.at(-1) as Referral);
    }
  }
  return referrals;
}

function whoMayReturn(latest: ReadonlyMap<Person, Referral>, start: Day): Person[] {
  return [...latest.values()]
    .filter((referral) => endOf(referral) + DAYS_BEFORE_RETURN < start)
    .map((referral) => referral.person);
}

/** Takes one person out at random, so that nobody returns twice in a quarter. */
function takeOne(people: Person[], below: (limit: number) => number): Person | null {
  if (people.length === 0) return null;
  return people.splice(below(people.length), 1)[0] ?? null;
}

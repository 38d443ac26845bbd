import { drawEpisode } from './draw-episode.ts';
import { drawPersonOf } from './draw-person.ts';
import { type Episode, LONGEST_EPISODE } from './episode.ts';
import type { Person } from './person.ts';
import { firstOfFinancialYear } from './quarter-number.ts';
import { randomOf } from './random.ts';
import { peopleReferred } from './referral-volume.ts';
import type { WelshBoard } from './welsh-boards.ts';

/** Assumed, in a thousand, by quarter of the financial year: referrals of people already referred in it. */
const RETURNING = [0, 80, 120, 150];

/** An event that puts a person in a population, and whether it is the person's first since 1 April. */
export interface Happening {
  readonly person: Person;
  readonly firstInYear: boolean;
}

/** What happened at one board in one quarter. */
export interface QuarterEvents {
  readonly referred: Happening[];
  readonly supported: Happening[];
  readonly connected: Happening[];
  readonly closed: Episode[];
}

/**
 * Plays out the episodes of one board and gives the events of each quarter from `first` to `last`.
 *
 * It starts a whole financial year before the one that holds `first`, so that people referred earlier are
 * there to be supported, and each quarter draws from a stream of its own: what a quarter holds does not depend
 * on how many others were asked for.
 */
export function simulateBoard(
  board: WelshBoard,
  seed: number,
  first: number,
  last: number,
): ReadonlyMap<number, QuarterEvents> {
  const start = firstOfFinancialYear(first) - LONGEST_EPISODE;
  const drawPerson = drawPersonOf(board);
  const episodes: Episode[] = [];
  let latestThisYear = new Map<Person, Episode>();
  for (let quarter = start; quarter <= last; quarter += 1) {
    if (quarter === firstOfFinancialYear(quarter)) latestThisYear = new Map();
    const random = randomOf(seed, board.submitter, quarter);
    const mayReturn = [...latestThisYear.values()].filter(
      (episode) => (episode.closed ?? episode.referred) < quarter,
    );
    const count = peopleReferred(board, quarter, random);
    for (let index = 0; index < count; index += 1) {
      const returning = random.chance(RETURNING[quarter - firstOfFinancialYear(quarter)] as number);
      const person = (returning && takeOne(mayReturn, random.below)) || drawPerson(random);
      const episode = drawEpisode(person, quarter, board, random);
      episodes.push(episode);
      latestThisYear.set(person, episode);
    }
  }
  return eventsByQuarter(episodes, first, last);
}

/** Takes one episode out at random, so that nobody returns twice in a quarter. */
function takeOne(episodes: Episode[], below: (limit: number) => number): Person | null {
  if (episodes.length === 0) return null;
  return episodes.splice(below(episodes.length), 1)[0]?.person ?? null;
}

function eventsByQuarter(
  episodes: readonly Episode[],
  first: number,
  last: number,
): Map<number, QuarterEvents> {
  const events = new Map<number, QuarterEvents>();
  for (let quarter = first; quarter <= last; quarter += 1) {
    events.set(quarter, { referred: [], supported: [], connected: [], closed: [] });
  }
  for (const population of ['referred', 'supported', 'connected'] as const) {
    const lastEvent = new Map<Person, number>();
    for (const episode of episodes.toSorted((a, b) => (a[population] ?? 0) - (b[population] ?? 0))) {
      const quarter = episode[population];
      if (quarter === null) continue;
      const before = lastEvent.get(episode.person) ?? 0;
      lastEvent.set(episode.person, quarter);
      const firstInYear = before < firstOfFinancialYear(quarter);
      events.get(quarter)?.[population].push({ person: episode.person, firstInYear });
    }
  }
  for (const episode of episodes) {
    if (episode.closed !== null) events.get(episode.closed)?.closed.push(episode);
  }
  return events;
}

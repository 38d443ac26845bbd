import type { Board } from './board.ts';
import { type CountedConnection, connectionsThatCount } from './count-connections.ts';
import { quarterOfDay } from './days.ts';
import { type Happening, happeningsOf, type Population } from './happenings.ts';
import type { Episode, Referral } from './referral.ts';

/** What happened at one board, sorted for counting. */
export interface BoardHistory {
  readonly board: Board;
  readonly referrals: readonly Referral[];
  /** The people of a population in a quarter, each once. */
  people(population: Population, quarter: number): readonly Happening[];
  connections(quarter: number): readonly CountedConnection[];
  /** The referrals whose episode closed in a quarter. */
  closed(quarter: number): readonly Referral[];
}

/** Sorts the referrals of a board into its quarters. */
export function historyOf(board: Board, referrals: readonly Referral[]): BoardHistory {
  const people = {
    referred: happeningsOf(referrals, 'referred'),
    supported: happeningsOf(referrals, 'supported'),
    connected: happeningsOf(referrals, 'connected'),
  };
  const connections = byQuarter(connectionsThatCount(referrals), ({ quarter }) => quarter);
  const closures = byQuarter(
    referrals.filter(({ episode }) => episode !== null),
    ({ episode }) => quarterOfDay((episode as Episode).closed),
  );
  return {
    board,
    referrals,
    people: (population, quarter) => people[population].get(quarter) ?? [],
    connections: (quarter) => connections.get(quarter) ?? [],
    closed: (quarter) => closures.get(quarter) ?? [],
  };
}

function byQuarter<Item>(items: readonly Item[], quarterOf: (item: Item) => number): Map<number, Item[]> {
  const sorted = new Map<number, Item[]>();
  for (const item of items) {
    const quarter = quarterOf(item);
    const inQuarter = sorted.get(quarter) ?? [];
    inQuarter.push(item);
    sorted.set(quarter, inQuarter);
  }
  return sorted;
}

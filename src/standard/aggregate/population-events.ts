import type { PopulationCode } from '../generated/code-lists.ts';
import type { CountingFrame } from './counting-frame.ts';
import { type Day, type Days, isWithinDays } from './day.ts';
import type { Episode } from './merge-episodes.ts';

/** What makes a person one of a population: the event, and the episode it happened in. */
export interface PopulationEvent {
  readonly on: Day;
  readonly episode: Episode;
}

/** One person of a population, once: by the first event of the period. */
export interface Member extends PopulationEvent {
  /** Whether no event of the kind came before it since 1 April, at any service of the organisation. */
  readonly firstInYear: boolean;
}

/**
 * The people of each population, each once, with the first event that makes them one.
 *
 * @see Counting rules of this standard, sections 2 to 5.
 */
export function membersOf(
  population: PopulationCode,
  episodes: readonly Episode[],
  { period, yearSoFar }: CountingFrame,
): Member[] {
  const first = firstEvents(population, episodes, period);
  const earlier = firstEvents(population, episodes, { start: yearSoFar.start, end: period.start - 1 });
  return [...first.values()].map((event) => ({
    ...event,
    firstInYear: !earlier.has(event.episode.person),
  }));
}

/** Each person's first event of a kind within some days. Of events on one day, the one of the earlier referral. */
export function firstEvents(
  population: PopulationCode,
  episodes: readonly Episode[],
  days: Days,
): Map<string, PopulationEvent> {
  const first = new Map<string, PopulationEvent>();
  for (const episode of episodes) {
    for (const on of daysOfEvents(population, episode)) {
      if (!isWithinDays(on, days)) continue;
      const known = first.get(episode.person);
      if (known === undefined || isEarlier({ on, episode }, known))
        first.set(episode.person, { on, episode });
    }
  }
  return first;
}

function daysOfEvents(population: PopulationCode, episode: Episode): readonly (Day | null)[] {
  switch (population) {
    case 'referred':
      return [episode.received];
    case 'supported':
      return [episode.conversation];
    case 'connected':
      return episode.connections.map(({ made }) => made);
  }
}

function isEarlier(one: PopulationEvent, other: PopulationEvent): boolean {
  if (one.on !== other.on) return one.on < other.on;
  const [left, right] = [one.episode, other.episode];
  return left.received !== right.received ? left.received < right.received : left.service < right.service;
}

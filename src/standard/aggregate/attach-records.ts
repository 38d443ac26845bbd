import type { ConnectionRecord, ScoreRecord } from './case-records.ts';
import { earliest } from './day.ts';
import { isKnown } from './fill-facts.ts';
import { EpisodeFinder } from './find-episode.ts';
import type { Episode } from './merge-episodes.ts';

/** What could not be put with an episode, and what was the same thing again. */
export interface Attached {
  readonly connectionsWithoutEpisode: number;
  readonly connectionsRepeated: number;
  readonly scoresWithoutEpisode: number;
}

/** Kinds of connection, the one with least support first. Counting rules, Units: connection. */
const BY_SUPPORT = ['signposted', 'onward_referral', 'supported_introduction', 'accompanied'];

/** What is known of uptake, the least telling first. */
const BY_NEWS = [
  'not_collected',
  'not_known',
  'too_soon_to_know',
  'on_waiting_list',
  'not_taken_up',
  'taken_up',
];

/**
 * Puts connections and scores with the episodes they belong to.
 *
 * The same connection of an episode again counts once, on its first day, with the kind that gave most support and
 * what is known last of uptake: the same when provider and activity are, or, without a provider, activity and day.
 */
export function attachRecords(
  episodes: readonly Episode[],
  connections: readonly ConnectionRecord[],
  scores: readonly ScoreRecord[],
): Attached {
  const finder = new EpisodeFinder(episodes);
  let connectionsWithoutEpisode = 0;
  let scoresWithoutEpisode = 0;
  for (const connection of connections) {
    const episode = finder.find(connection.person, connection.service, connection.made);
    if (episode) episode.connections.push(connection);
    else connectionsWithoutEpisode += 1;
  }
  for (const score of scores) {
    const episode = finder.find(score.person, score.service, score.taken);
    if (episode) episode.scores.push(score);
    else scoresWithoutEpisode += 1;
  }
  let connectionsRepeated = 0;
  for (const episode of episodes) {
    if (episode.connections.length === 0) continue;
    const different = foldRepeats(episode.connections);
    connectionsRepeated += episode.connections.length - different.length;
    episode.connections.splice(0, episode.connections.length, ...different);
  }
  return { connectionsWithoutEpisode, connectionsRepeated, scoresWithoutEpisode };
}

function foldRepeats(connections: readonly ConnectionRecord[]): ConnectionRecord[] {
  const different = new Map<string, ConnectionRecord>();
  for (const connection of connections) {
    const { activity_type, provider, made } = connection;
    const key = JSON.stringify(provider === null ? [activity_type, made] : [activity_type, provider]);
    const known = different.get(key);
    different.set(key, known ? fold(known, connection) : connection);
  }
  return [...different.values()].sort(byDay);
}

function fold(one: ConnectionRecord, other: ConnectionRecord): ConnectionRecord {
  const [first, last] = [one, other].sort(byDay) as [ConnectionRecord, ConnectionRecord];
  const news = higher(BY_NEWS, first.uptake, last.uptake);
  return {
    ...first,
    connection_kind: higher(BY_SUPPORT, first.connection_kind, last.connection_kind),
    uptake: news,
    barrier: news === last.uptake ? last.barrier : first.barrier,
    quality_mark: isKnown(first.quality_mark) ? first.quality_mark : last.quality_mark,
  };
}

function higher(order: readonly string[], one: string, other: string): string {
  return order.indexOf(one) >= order.indexOf(other) ? one : other;
}

/** By day; those of one day in an order of their own, so that it does not matter how the export was sorted. */
export function byDay(one: ConnectionRecord, other: ConnectionRecord): number {
  if (one.made !== other.made) return one.made - other.made;
  const [left, right] = [JSON.stringify(one), JSON.stringify(other)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** What had to be assumed of an episode whose dates do not fit together. */
export interface DatesMended {
  readonly acceptanceAssumed: number;
  readonly closedBeforeAcceptance: number;
}

/**
 * Sees to it that every episode with support has a day of acceptance, no later than its closing: without it an
 * episode would close that never opened.
 *
 * Where none is recorded, it is the first of conversation, plan, review, connection and closing, and never before
 * the referral; where it lies after the closing, it is the closing day.
 */
export function mendAcceptance(episodes: readonly Episode[]): DatesMended {
  let acceptanceAssumed = 0;
  let closedBeforeAcceptance = 0;
  for (const episode of episodes) {
    const { conversation, plan, review, closed, received } = episode;
    if (episode.accepted === null && episode.declined === null) {
      const support = earliest([conversation, plan, review, episode.connections[0]?.made ?? null, closed]);
      if (support !== null) {
        episode.accepted = Math.max(support, received);
        acceptanceAssumed += 1;
      }
    }
    if (episode.accepted !== null && closed !== null && closed < episode.accepted) {
      episode.accepted = closed;
      closedBeforeAcceptance += 1;
    }
  }
  return { acceptanceAssumed, closedBeforeAcceptance };
}

/** The day the episode closed. A referral that was declined never began, so it does not close either. */
export function closingDay(episode: Episode): Episode['closed'] {
  return episode.accepted === null ? null : episode.closed;
}

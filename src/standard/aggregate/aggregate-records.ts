import { type Attached, attachRecords, type DatesMended, mendAcceptance } from './attach-records.ts';
import { type BuildRequest, type BuiltReturn, buildReturn } from './build-return.ts';
import type { CaseRecord, ConnectionRecord, ScoreRecord } from './case-records.ts';
import { mergeEpisodes } from './merge-episodes.ts';

/** What was read of one submitter's systems: it stays in memory, and only counts leave it. */
export interface Records {
  readonly cases: readonly CaseRecord[];
  readonly connections: readonly ConnectionRecord[];
  readonly scores: readonly ScoreRecord[];
}

export interface Aggregated extends BuiltReturn, Attached, DatesMended {
  readonly people: number;
  readonly episodes: number;
  /** Cases that were another case's referral again. */
  readonly casesMerged: number;
}

/**
 * Turns cases, connections and scores into a return, by the counting rules of this standard.
 *
 * Everything is held in memory: about 200,000 cases of one board fit.
 *
 * @param request - The header, and what the systems hold.
 * @throws {RangeError} If the period is not a quarter.
 */
export function aggregateRecords(records: Records, request: BuildRequest): Aggregated {
  const episodes = mergeEpisodes(records.cases);
  const attached = attachRecords(episodes, records.connections, records.scores);
  const mended = mendAcceptance(episodes);
  return {
    ...buildReturn(episodes, request),
    ...attached,
    ...mended,
    people: new Set(episodes.map(({ person }) => person)).size,
    episodes: episodes.length,
    casesMerged: records.cases.length - episodes.length,
  };
}

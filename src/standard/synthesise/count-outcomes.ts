import type { InstrumentId, MeasureId } from '../generated/measures.ts';
import { MEASURES } from '../generated/measures.ts';
import type { OutcomeCoverageRow, OutcomesRow } from '../generated/types.ts';
import { type ScorePair, summarisePairs } from '../measures/summarise-pairs.ts';
import type { Board } from './board.ts';
import { ageGroupOf, ethnicGroupOf } from './broader-code.ts';
import { instrumentsOf, measuresOf } from './draw-scores.ts';
import type { Person } from './person.ts';
import type { Referral, Support } from './referral.ts';

/** An episode that closed after a first conversation. */
interface Closed {
  readonly person: Person;
  readonly support: Support;
}

const BREAKDOWNS = ['all', 'age_group', 'sex', 'deprivation_quintile', 'ethnic_group'] as const;
type Breakdown = (typeof BREAKDOWNS)[number];

function categoryOf({ person }: Closed, breakdown: Breakdown): OutcomesRow['category'] {
  switch (breakdown) {
    case 'all':
      return 'all';
    case 'age_group':
      return ageGroupOf(person.age_band) as OutcomesRow['category'];
    case 'sex':
      return person.sex as OutcomesRow['category'];
    case 'deprivation_quintile':
      return person.deprivation_quintile as OutcomesRow['category'];
    case 'ethnic_group':
      return ethnicGroupOf(person.characteristics.ethnic_group ?? 'not_known') as OutcomesRow['category'];
  }
}

/** How many of the closed episodes could be scored with each instrument, and how many were. */
export function countOutcomeCoverage(board: Board, closed: readonly Referral[]): OutcomeCoverageRow[] {
  return instrumentsOf(board).flatMap((instrument) => {
    const eligible = eligibleFor(instrument, closed);
    return BREAKDOWNS.flatMap((breakdown) =>
      group(eligible, (episode) => ({
        measure: instrument,
        value_set: 'not_applicable' as const,
        breakdown,
        area_code: episode.person.area_code,
        category: categoryOf(episode, breakdown),
      })).map(({ codes, episodes }) => ({
        ...codes,
        n_eligible: episodes.length,
        n_baseline: count(episodes, (episode) => episode.support.measured[instrument]?.baseline === true),
        n_follow_up: count(episodes, (episode) => episode.support.measured[instrument]?.followUp === true),
        n_paired: count(episodes, (episode) => hasScores(episode, instrument)),
      })),
    );
  });
}

/** The change of the people with both scores, measure by measure. */
export function summariseOutcomes(board: Board, closed: readonly Referral[]): OutcomesRow[] {
  return instrumentsOf(board).flatMap((instrument) => {
    const paired = eligibleFor(instrument, closed).filter((episode) => hasScores(episode, instrument));
    return measuresOf(instrument).flatMap((measure) =>
      BREAKDOWNS.flatMap((breakdown) =>
        group(paired, (episode) => ({
          measure: measure.id as MeasureId,
          value_set: 'not_applicable' as const,
          breakdown,
          area_code: episode.person.area_code,
          category: categoryOf(episode, breakdown),
          interval: (board.holdsInterval && episode.support.interval) || ('not_collected' as const),
          completion_mode:
            (board.holdsCompletionMode && episode.support.completionMode) || ('not_collected' as const),
        })).map(({ codes, episodes }) => ({
          ...codes,
          ...summarisePairs(MEASURES[codes.measure], pairsIn(episodes, instrument, codes.measure)),
        })),
      ),
    );
  });
}

function eligibleFor(instrument: InstrumentId, closed: readonly Referral[]): Closed[] {
  return closed.flatMap(({ person, episode }) => {
    const support = episode?.support ?? null;
    return support?.measured[instrument] === undefined ? [] : [{ person, support }];
  });
}

function hasScores(episode: Closed, instrument: InstrumentId): boolean {
  return (episode.support.measured[instrument]?.scores ?? null) !== null;
}

function pairsIn(episodes: readonly Closed[], instrument: InstrumentId, measure: MeasureId): ScorePair[] {
  return episodes.flatMap((episode) => episode.support.measured[instrument]?.scores?.[measure] ?? []);
}

function count(episodes: readonly Closed[], holds: (episode: Closed) => boolean): number {
  return episodes.filter(holds).length;
}

/** The episodes of each different combination of codes, in the order of the codes. */
function group<Codes extends object>(
  episodes: readonly Closed[],
  codesOf: (episode: Closed) => Codes,
): { readonly codes: Codes; readonly episodes: readonly Closed[] }[] {
  const groups = new Map<string, { codes: Codes; episodes: Closed[] }>();
  for (const episode of episodes) {
    const codes = codesOf(episode);
    const key = Object.values(codes).join(' ');
    const found = groups.get(key) ?? { codes, episodes: [] };
    found.episodes.push(episode);
    groups.set(key, found);
  }
  return [...groups.keys()].sort().map((key) => groups.get(key) as { codes: Codes; episodes: Closed[] });
}

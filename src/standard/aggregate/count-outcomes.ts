import type { BreakdownCode } from '../generated/code-lists.ts';
import { type InstrumentId, MEASURES, type MeasureId } from '../generated/measures.ts';
import { summarisePairs } from '../measures/summarise-pairs.ts';
import { codesAtLevel } from '../rules/reading/code-hierarchy.ts';
import { closingDay } from './attach-records.ts';
import { intervalOf } from './bands.ts';
import type { ScoreRecord } from './case-records.ts';
import type { CountingFrame } from './counting-frame.ts';
import { type Day, isWithinDays } from './day.ts';
import { ageBandOn, ageGroupOf, agesOn } from './describe-person.ts';
import type { Episode } from './merge-episodes.ts';
import { type Assessment, modeOfPair, type Pair, pairOf } from './pair-scores.ts';
import { placeOf } from './place-person.ts';
import { type CountedRow, countOf, Groups } from './tally.ts';

const FIVE_GROUPS = codesAtLevel('ethnic_group', 'group');

/** An instrument as one return uses it: with which value set, made of which measures, at which services. */
export interface InstrumentInUse {
  readonly instrument: InstrumentId;
  readonly value_set: string;
  readonly measures: readonly MeasureId[];
  readonly services: ReadonlySet<string>;
}

export type OutcomeBreakdown = Extract<
  BreakdownCode,
  'all' | 'age_group' | 'sex' | 'deprivation_quintile' | 'ethnic_group'
>;

interface Eligible extends Pair {
  readonly episode: Episode;
  readonly closed: Day;
}

/** The instruments that the scores show, each with the measures and services that use it. */
export function instrumentsInUse(episodes: readonly Episode[]): InstrumentInUse[] {
  const found = new Map<string, { in: ScoreRecord; measures: Set<MeasureId>; services: Set<string> }>();
  for (const episode of episodes) {
    for (const score of episode.scores) {
      const key = JSON.stringify([score.instrument, score.value_set]);
      const known = found.get(key) ?? { in: score, measures: new Set(), services: new Set() };
      found.set(key, known);
      known.measures.add(score.measure);
      known.services.add(episode.service);
    }
  }
  return [...found.keys()].sort().map((key) => {
    const known = found.get(key) as { in: ScoreRecord; measures: Set<MeasureId>; services: Set<string> };
    return {
      instrument: known.in.instrument,
      value_set: known.in.value_set,
      measures: [...known.measures].sort(),
      services: known.services,
    };
  });
}

/**
 * How many of the episodes closed in the period could be measured and were, and the change of those with both
 * scores.
 *
 * @see Counting rules of this standard, section 10.
 */
export function countOutcomes(
  episodes: readonly Episode[],
  instruments: readonly InstrumentInUse[],
  breakdowns: readonly OutcomeBreakdown[],
  frame: CountingFrame,
): { readonly coverage: CountedRow[]; readonly outcomes: CountedRow[] } {
  const coverage: CountedRow[] = [];
  const outcomes: CountedRow[] = [];
  for (const use of instruments) {
    const eligible = eligibleFor(use, episodes, frame);
    for (const breakdown of breakdowns) coverage.push(...coverageRows(use, breakdown, eligible, frame));
    for (const measure of use.measures) {
      for (const breakdown of breakdowns) {
        outcomes.push(...outcomeRows(use, measure, breakdown, eligible, frame));
      }
    }
  }
  return { coverage, outcomes };
}

/** Of each person the last eligible closure of the period. */
function eligibleFor(use: InstrumentInUse, episodes: readonly Episode[], frame: CountingFrame): Eligible[] {
  const last = new Map<string, Eligible>();
  const isOfInstrument = ({ instrument, value_set }: ScoreRecord) =>
    instrument === use.instrument && value_set === use.value_set;
  for (const episode of episodes) {
    const closed = closingDay(episode);
    if (!isWithinDays(closed, frame.period) || !use.services.has(episode.service)) continue;
    if (episode.conversation === null || episode.conversation > closed) continue;
    if (!isWithinAges(use.measures, closed, episode)) continue;
    const known = last.get(episode.person);
    if (known && isLater(known, { episode, closed })) continue;
    last.set(episode.person, { episode, closed, ...pairOf(episode, isOfInstrument, use.measures) });
  }
  return [...last.values()];
}

function isLater(one: Pick<Eligible, 'episode' | 'closed'>, other: typeof one): boolean {
  if (one.closed !== other.closed) return one.closed > other.closed;
  return one.episode.received !== other.episode.received
    ? one.episode.received > other.episode.received
    : one.episode.service > other.episode.service;
}

/** A person whose age is not known may be within the ages, and counts. */
function isWithinAges(measures: readonly MeasureId[], closed: Day, episode: Episode): boolean {
  const { youngest, oldest } = agesOn(closed, episode);
  return measures.every((measure) => {
    const { minimum, maximum } = MEASURES[measure].ages;
    return oldest >= (minimum ?? 0) && youngest <= (maximum ?? Number.POSITIVE_INFINITY);
  });
}

function coverageRows(
  { instrument, value_set }: InstrumentInUse,
  breakdown: OutcomeBreakdown,
  eligible: readonly Eligible[],
  frame: CountingFrame,
): CountedRow[] {
  const groups = new Groups<Eligible>();
  for (const each of eligible) {
    groups.add({ measure: instrument, value_set, breakdown, ...cellOf(each, breakdown, frame) }, each);
  }
  return groups.rows((each) => ({
    n_eligible: each.length,
    n_baseline: countOf(each, ({ baseline }) => baseline !== null),
    n_follow_up: countOf(each, ({ followUp }) => followUp !== null),
    n_paired: countOf(each, isPaired),
  }));
}

function outcomeRows(
  { value_set }: InstrumentInUse,
  measure: MeasureId,
  breakdown: OutcomeBreakdown,
  eligible: readonly Eligible[],
  frame: CountingFrame,
): CountedRow[] {
  const groups = new Groups<Paired>();
  for (const each of eligible.filter(isPaired)) {
    const { baseline, followUp } = each;
    groups.add(
      {
        measure,
        value_set,
        breakdown,
        ...cellOf(each, breakdown, frame),
        interval: intervalOf(followUp.taken - baseline.taken),
        completion_mode: modeOfPair(baseline, followUp),
      },
      each,
    );
  }
  return groups.rows((paired) => ({
    ...summarisePairs(
      MEASURES[measure],
      paired.map(({ baseline, followUp }) => ({
        baseline: baseline.scores.get(measure) as number,
        followUp: followUp.scores.get(measure) as number,
      })),
    ),
  }));
}

interface Paired extends Eligible {
  readonly baseline: Assessment;
  readonly followUp: Assessment;
}

function isPaired(each: Eligible): each is Paired {
  return each.baseline !== null && each.followUp !== null;
}

function cellOf({ episode, closed }: Eligible, breakdown: OutcomeBreakdown, frame: CountingFrame) {
  const { area_code, deprivation_quintile } = placeOf(episode.facts, frame);
  const held = () => {
    switch (breakdown) {
      case 'all':
        return 'all';
      case 'age_group':
        return ageGroupOf(ageBandOn(closed, episode));
      case 'sex':
        return episode.facts.sex;
      case 'deprivation_quintile':
        return deprivation_quintile;
      case 'ethnic_group': {
        const ethnic = episode.facts.characteristics.ethnic_group ?? 'not_known';
        return FIVE_GROUPS.get(ethnic) ?? ethnic;
      }
    }
  };
  const category = held();
  return { area_code, category: category === 'not_collected' ? 'not_known' : category };
}

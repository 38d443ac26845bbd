import type { MeasureId } from '../generated/measures.ts';
import type { ScoreRecord } from './case-records.ts';
import type { Day } from './day.ts';
import type { Episode } from './merge-episodes.ts';

/** Days after the first conversation in which a first score is a baseline. Counting rules, section 10. */
const BASELINE_DAYS = 28;
/** Days after closing in which a last score is still a follow-up. */
const FOLLOW_UP_DAYS = 28;

/** The scores of one instrument given on one day. */
export interface Assessment {
  readonly taken: Day;
  readonly scores: ReadonlyMap<MeasureId, number>;
  readonly completion_mode: string;
}

/** The first and the last assessment of an episode that count, where there are such. */
export interface Pair {
  readonly baseline: Assessment | null;
  readonly followUp: Assessment | null;
}

/**
 * The baseline and the follow-up of a closed episode with one instrument.
 *
 * Baseline: the episode's first assessment, if taken no later than 28 days after the first conversation.
 * Follow-up: the last one, if after the baseline and no later than 28 days after closing; without a baseline, if
 * too late to have been one. An assessment that lacks a measure of the instrument does not count.
 *
 * @param measures - What the instrument is made of in this return.
 */
export function pairOf(
  { conversation, closed, scores }: Episode,
  isOfInstrument: (score: ScoreRecord) => boolean,
  measures: readonly MeasureId[],
): Pair {
  if (conversation === null || closed === null) return { baseline: null, followUp: null };
  const assessments = assessmentsOf(scores.filter(isOfInstrument)).filter((assessment) =>
    measures.every((measure) => assessment.scores.has(measure)),
  );
  const latestBaseline = conversation + BASELINE_DAYS;
  const first = assessments[0];
  const baseline = first !== undefined && first.taken <= latestBaseline ? first : null;
  const after = baseline?.taken ?? latestBaseline;
  const followUp = assessments.findLast(({ taken }) => taken > after && taken <= closed + FOLLOW_UP_DAYS);
  return { baseline, followUp: followUp ?? null };
}

/** How the scores of a pair were given: one way, or `mixed`. */
export function modeOfPair(baseline: Assessment, followUp: Assessment): string {
  const [one, other] = [baseline.completion_mode, followUp.completion_mode];
  if (one === other) return one;
  const isBlank = (mode: string) => mode === 'not_known' || mode === 'not_collected';
  return isBlank(one) || isBlank(other) ? 'not_known' : 'mixed';
}

/** Scores by day, first day first; of several of one measure on one day the last one stands. */
function assessmentsOf(scores: readonly ScoreRecord[]): Assessment[] {
  const byDay = new Map<Day, { scores: Map<MeasureId, number>; completion_mode: string }>();
  for (const { taken, measure, score, completion_mode } of scores) {
    const known = byDay.get(taken) ?? { scores: new Map(), completion_mode };
    known.scores.set(measure, score);
    byDay.set(taken, known);
  }
  return [...byDay]
    .map(([taken, assessment]) => ({ taken, ...assessment }))
    .sort((one, other) => one.taken - other.taken);
}

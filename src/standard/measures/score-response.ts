import type { Measure } from '../measure.ts';
import { type Answer, type ReadAnswers, readAnswers } from './read-answers.ts';
import { scoreActivity, scoreInMatrix } from './score-activity.ts';
import { scoreGoals } from './score-goals.ts';
import { type Scale, scaleOf } from './score-scale.ts';
import { scoreInValueSet } from './score-value-set.ts';
import { type Unscored, unscored } from './unscored.ts';

/** One person's score. No unit. */
export interface Scored extends Scale {
  readonly score: number;
  readonly reason: null;
  /** The measure it is a score of: another than was asked where an item does not apply to the person. */
  readonly scoredAs: string;
  /** Answers that were missing and that the measure does without. */
  readonly missing: number;
}

export interface ScoringChoices {
  /** The value set of an index. */
  readonly valueSet?: string | undefined;
  /** The weight of each goal. */
  readonly weights?: readonly number[] | undefined;
}

/**
 * Scores one person's answers to a measure, as the registry describes it. Never throws because of answers.
 *
 * @param measure - The measure, from the registry.
 * @param answers - One for each item, in order, numbered as `item_coding` says: reverse items are turned here.
 * @returns The score with the ends of its scale, or null as the score with the reason.
 * @example
 * scoreResponse(MEASURES.ucla_3, [2, 3, 1]).score; // 6
 * scoreResponse(MEASURES.swemwbs_metric, [3, 3, 3, 3, 3, 3, 3]).score; // 19.25, the metric score of 21
 * scoreResponse(MEASURES.eq5d_5l_index, [2, 1, 2, 3, 2], { valueSet: 'uk_5l_rowen_2026' }).score; // 0.812
 * scoreResponse(MEASURES.ucla_3, [2, 3, null]).reason; // 'too_many_missing'
 */
export function scoreResponse(
  measure: Measure,
  answers: readonly Answer[],
  choices: ScoringChoices = {},
): Scored | Unscored {
  if (measure.algorithm.kind === 'external') return unscored('licence_holder_scores');
  const read = readAnswers(measure, answers);
  if (read.reason !== null) return read;
  const score = applyAlgorithm(measure, read, choices);
  if (typeof score !== 'number') return score;
  const { scoredAs, missing, values } = read;
  return {
    score: rounded(score, measure.score_step),
    reason: null,
    scoredAs,
    missing,
    ...(scoredAs === measure.id
      ? scaleOf(measure, choices.valueSet ?? '')
      : { lowest: measure.item_minimum * values.length, highest: measure.item_maximum * values.length }),
  };
}

/**
 * The score of a raw total, where a measure is scored from one. For a measure with a conversion table that is
 * the table's score; a mean of raw totals must never be converted, only each person's own.
 *
 * @example
 * scoreRawTotal(MEASURES.swemwbs_metric, 16).score; // 16.36
 */
export function scoreRawTotal(measure: Measure, raw: number): Scored | Unscored {
  const { algorithm, item_count } = measure;
  const isSummed = algorithm.kind === 'single' || algorithm.kind === 'sum' || algorithm.kind === 'lookup';
  if (!isSummed || item_count === null) return unscored('no_raw_total');
  const lowest = measure.item_minimum * item_count;
  const highest = measure.item_maximum * item_count;
  if (!Number.isInteger(raw) || raw < lowest || raw > highest) return unscored('raw_total_impossible');
  const score = scoreOfTotal(measure, raw);
  return { score, reason: null, scoredAs: measure.id, missing: 0, ...scaleOf(measure, '') };
}

function applyAlgorithm(
  measure: Measure,
  { values, missing }: ReadAnswers,
  { valueSet, weights }: ScoringChoices,
): number | Unscored {
  const { algorithm, missing_rule } = measure;
  const given = values.filter((value) => value !== null);
  switch (algorithm.kind) {
    case 'external':
      return unscored('licence_holder_scores');
    case 'single':
    case 'sum':
    case 'lookup': {
      const isProrated = missing > 0 && missing_rule.kind === 'prorate';
      return scoreOfTotal(measure, isProrated ? (sumOf(given) / given.length) * values.length : sumOf(given));
    }
    case 'mean':
      return sumOf(given) / given.length;
    case 'digits':
      return Number(given.join(''));
    case 'dichotomise':
      return values.filter((value, index) => value !== null && algorithm.counted[index]?.includes(value))
        .length;
    case 'value_set':
      return scoreInValueSet(algorithm.sets, valueSet, given);
    case 'matrix':
      return scoreInMatrix(algorithm, given);
    case 'activity_minutes':
      return scoreActivity(algorithm, given);
    case 'goal_attainment':
      return scoreGoals(algorithm, given, weights);
  }
}

function scoreOfTotal({ id, algorithm }: Measure, total: number): number {
  if (algorithm.kind === 'sum') return total * (algorithm.multiplier ?? 1);
  if (algorithm.kind !== 'lookup') return total;
  const entry = algorithm.table.find((candidate) => candidate.raw === total);
  if (entry === undefined) throw new Error(`The conversion table of ${id} has no entry for ${total}`);
  return entry.score;
}

/** Rounds to a step below 1, such as 0.01; whole steps need no rounding. */
function rounded(score: number, step: number | null): number {
  if (step === null || step >= 1) return score;
  const parts = Math.round(1 / step);
  return Math.round(score * parts) / parts;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

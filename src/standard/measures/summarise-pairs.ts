import type { OutcomesRow } from '../generated/types.ts';
import type { Measure } from '../measure.ts';

/** Both scores of one person. */
export interface ScorePair {
  readonly baseline: number;
  readonly followUp: number;
}

/** The scores of one person, of whom one may be missing. */
export interface Scores {
  readonly baseline: number | null;
  readonly followUp: number | null;
}

/** The statistics of an outcomes row that come from people's own scores. */
export type PairSummary = Omit<
  OutcomesRow,
  'measure' | 'value_set' | 'breakdown' | 'area_code' | 'category' | 'interval' | 'completion_mode'
>;

/** The people with both scores. Comparing everybody's first mean with everybody's last is not a change. */
export function pairsOf(scores: readonly Scores[]): ScorePair[] {
  return scores.filter((person): person is ScorePair => person.baseline !== null && person.followUp !== null);
}

/**
 * Means, standard deviations and counts of change of the people with both scores, to as many decimals as the
 * registry gives means of the measure.
 *
 * Works in whole thousandths of a point, so the same scores give the same figures on every machine. Change is
 * follow-up minus baseline; improved is a change in the good direction of at least the measure's reporting
 * threshold, and is null where no threshold is agreed.
 *
 * @throws {RangeError} If there is no pair: an empty row is left out, not sent.
 */
export function summarisePairs(measure: Measure, pairs: readonly ScorePair[]): PairSummary {
  if (pairs.length === 0) throw new RangeError(`No person has both scores of ${measure.id}`);
  const baseline = pairs.map((pair) => thousandths(pair.baseline));
  const followUp = pairs.map((pair) => thousandths(pair.followUp));
  const change = followUp.map((score, index) => score - (baseline[index] as number));
  return {
    n_paired: pairs.length,
    ...(measure.aggregate === 'mean' ? meansOf(measure, baseline, followUp, change) : NO_MEANS),
    ...countChanges(measure, change),
    change_method: 'paired',
  };
}

/** People in categories are counted; their categories have no mean. */
const NO_MEANS = {
  mean_baseline: null,
  sd_baseline: null,
  mean_follow_up: null,
  sd_follow_up: null,
  mean_change: null,
  sd_change: null,
};

function meansOf(
  { mean_decimals }: Measure,
  baseline: readonly number[],
  followUp: readonly number[],
  change: readonly number[],
) {
  const step = 10 ** (3 - mean_decimals);
  return {
    mean_baseline: meanOf(baseline, step),
    sd_baseline: standardDeviationOf(baseline, step),
    mean_follow_up: meanOf(followUp, step),
    sd_follow_up: standardDeviationOf(followUp, step),
    mean_change: meanOf(change, step),
    sd_change: standardDeviationOf(change, step),
  };
}

function countChanges(measure: Measure, change: readonly number[]) {
  if (measure.reporting_threshold === null) {
    return { n_improved: null, n_unchanged: null, n_worse: null, improvement_threshold: null };
  }
  const threshold = measure.reporting_threshold.value;
  const good = change.map((points) => (measure.direction === 'higher_better' ? points : -points));
  const n_improved = good.filter((points) => points >= thousandths(threshold)).length;
  const n_worse = good.filter((points) => points <= -thousandths(threshold)).length;
  return {
    n_improved,
    n_unchanged: change.length - n_improved - n_worse,
    n_worse,
    improvement_threshold: threshold,
  };
}

function thousandths(score: number): number {
  return Math.round(score * 1000);
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Mean of thousandths, to steps of so many thousandths, a half away from 0. */
function meanOf(values: readonly number[], step: number): number {
  const sum = sumOf(values);
  const steps = Math.floor((2 * Math.abs(sum) + step * values.length) / (2 * step * values.length));
  return steps === 0 ? 0 : (Math.sign(sum) * steps) / (1000 / step);
}

/** Standard deviation with n - 1, to steps of so many thousandths; one person has none. */
function standardDeviationOf(values: readonly number[], step: number): number | null {
  const n = values.length;
  if (n === 1) return null;
  const sum = sumOf(values);
  const squares = sumOf(values.map((value) => value * value));
  return Math.round(Math.sqrt((n * squares - sum * sum) / (n * (n - 1))) / step) / (1000 / step);
}

import { roundingOf } from './rounding.ts';

/**
 * The largest standard deviation that `count` scores between `minimum` and `maximum` can have around a mean, with
 * the divisor n − 1. The mean may be any number that rounds to the one given. No unit.
 *
 * Null where no such bound exists: fewer than two scores, or a mean outside the limits.
 *
 * @see Bhatia and Davis, "A better bound on the variance", 2000: variance ≤ (M − μ)(μ − m).
 * @example
 * largestDeviation({ mean: 5.0, minimum: 0, maximum: 10, count: 2 }); // about 7.07
 */
export function largestDeviation(scores: {
  readonly mean: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly count: number;
}): number | null {
  const { mean, minimum, maximum, count } = scores;
  if (count < 2) return null;
  const rounding = roundingOf(mean);
  const lowest = Math.max(minimum, mean - rounding);
  const highest = Math.min(maximum, mean + rounding);
  if (lowest > highest) return null;
  const nearestTheMiddle = Math.min(highest, Math.max(lowest, (minimum + maximum) / 2));
  const variance = (nearestTheMiddle - minimum) * (maximum - nearestTheMiddle);
  return Math.sqrt((variance * count) / (count - 1));
}

import type { Measure, MeasureBand } from '../measure.ts';

/**
 * Places one person's score in the band that the measure's source publishes.
 *
 * A band describes one person's score; the mean of a group has none.
 *
 * @returns The band, or null for a measure without agreed bands.
 * @throws {RangeError} If nobody can have this score.
 * @example
 * bandOf(MEASURES.ons4_anxious, 6)?.id; // 'high'
 * bandOf(MEASURES.ons4_worthwhile, 6)?.id; // 'medium'
 */
export function bandOf(measure: Measure, score: number): MeasureBand | null {
  if (!isPossibleScore(measure, score)) {
    throw new RangeError(`${score} is not a score of ${measure.id}`);
  }
  return measure.bands.findLast((band) => band.minimum <= score) ?? null;
}

/** Whether one person can have this score: a point of the scale, or an entry of the conversion table. */
export function isPossibleScore(measure: Measure, score: number): boolean {
  if (measure.algorithm.kind === 'lookup') {
    return measure.algorithm.table.some((entry) => entry.score === score);
  }
  const inside = score >= measure.score_minimum && score <= measure.score_maximum;
  return inside && (!measure.is_integer || Number.isInteger(score));
}

import type { Measure, MeasureBand, MeasureCutOff } from '../measure.ts';

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
  refuseImpossible(measure, score);
  return measure.bands.findLast((band) => band.minimum <= score) ?? null;
}

/**
 * The limits that one person's score reaches.
 *
 * @throws {RangeError} If nobody can have this score.
 * @example
 * cutOffsReached(MEASURES.gad_7, 9).map(({ id }) => id); // ['talking_therapies_caseness']
 */
export function cutOffsReached(measure: Measure, score: number): readonly MeasureCutOff[] {
  refuseImpossible(measure, score);
  return measure.cut_offs.filter((cutOff) => score >= cutOff.at_least);
}

/** Whether one person can have this score: a point of the scale, or an entry of the conversion table. */
export function isPossibleScore(measure: Measure, score: number): boolean {
  const { algorithm, score_minimum, score_maximum, score_step } = measure;
  if (algorithm.kind === 'lookup') return algorithm.table.some((entry) => entry.score === score);
  if (algorithm.kind === 'digits') return isRowOfDigits(measure, score);
  if (!(score >= score_minimum && score <= score_maximum)) return false;
  return !measure.is_integer || Number.isInteger((score - score_minimum) / (score_step ?? 1));
}

function isRowOfDigits({ item_count, item_minimum, item_maximum }: Measure, score: number): boolean {
  const digits = [...String(score)].map(Number);
  return (
    digits.length === item_count && digits.every((digit) => digit >= item_minimum && digit <= item_maximum)
  );
}

function refuseImpossible(measure: Measure, score: number): void {
  if (!isPossibleScore(measure, score)) throw new RangeError(`${score} is not a score of ${measure.id}`);
}

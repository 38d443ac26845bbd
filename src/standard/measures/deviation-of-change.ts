/**
 * The standard deviation of change, from those before and after and how far the two go together.
 *
 * @param correlation - Of the two scores of one person, from -1 to 1. Say beside the result where it comes from.
 * @throws {RangeError} If a standard deviation is below 0 or the correlation outside its range.
 * @example
 * deviationOfChange(3.9, 4.9, 0.5); // 4.48…
 */
export function deviationOfChange(before: number, after: number, correlation: number): number {
  if (!(before >= 0 && after >= 0)) throw new RangeError('A standard deviation is 0 or more');
  if (!(correlation >= -1 && correlation <= 1)) throw new RangeError('A correlation lies between -1 and 1');
  return Math.sqrt(Math.max(0, before ** 2 + after ** 2 - 2 * correlation * before * after));
}

/** Of the normal distribution: 95% lies within so many standard errors of the mean. */
const WITHIN_95 = 1.959964;

/**
 * The standard deviation of people's scores, from the 95% interval that a publication gives of their mean.
 *
 * @param n - People the mean is of.
 * @throws {RangeError} If there are no people or the interval ends before it begins.
 * @example
 * deviationFromInterval(2250, -1.91, -1.77); // 1.69…
 */
export function deviationFromInterval(n: number, lower: number, upper: number): number {
  if (!(n >= 1) || !(upper >= lower)) throw new RangeError('An interval runs from lower to upper, of people');
  return ((upper - lower) / (2 * WITHIN_95)) * Math.sqrt(n);
}

/**
 * The mean change in standard deviations of change (Cohen's d for pairs), from a paired t test.
 *
 * @param n - Pairs.
 * @throws {RangeError} If there are no pairs.
 * @example
 * standardisedChange(19.29, 524); // 0.84…
 */
export function standardisedChange(t: number, n: number): number {
  if (!(n >= 1)) throw new RangeError('A change is of one pair or more');
  return t / Math.sqrt(n);
}

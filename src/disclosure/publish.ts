import { magnitudeNoiseOf, noiseOf } from './noise.ts';

/** A true count below this is never shown. */
export const FLOOR = 8;

/** A count with its noise below this is never shown. */
export const THRESHOLD = 10;

/** Shown counts are multiples of this. */
export const ROUNDING = 5;

/** A cell is shown only if each cell it is part of publishes at least this. */
export const PARENT_MINIMUM = 30;

/** Means and standard deviations need at least this many, true and published. */
export const MAGNITUDE_MINIMUM = 30;

/** Noise of a magnitude, as a share of its scale's range. */
export const MAGNITUDE_SHARE = 0.35;

/**
 * What may be shown of a count.
 *
 * @param count - The true count.
 * @param cellKey - First 32 bits of the cell's digest.
 * @param cap - How often one person may count in the cell: 1, or more for connections. Noise, floor,
 *   threshold and rounding are multiplied by it.
 * @returns The published count, a multiple of `5 × cap`; null when it may not be shown.
 */
export function publishCount(count: number, cellKey: number, cap = 1): number | null {
  if (count < FLOOR * cap) return null;
  const perturbed = count + cap * noiseOf(cellKey);
  if (perturbed < THRESHOLD * cap) return null;
  const base = ROUNDING * cap;
  return base * Math.floor(perturbed / base + 0.5);
}

/** The lowest and highest score of a scale, or of a change of scores. */
export interface Scale {
  readonly lower: number;
  readonly upper: number;
}

/** The scale of a change: twice as wide as the scale, around nought. */
export function scaleOfChange(scale: Scale): Scale {
  const range = scale.upper - scale.lower;
  return { lower: -range, upper: range };
}

/**
 * The mean of a scale with its noise, before rounding.
 *
 * @param n - True number of people; at least 1.
 * @param sum - Σ(score − lower) over those people.
 * @param digest - The cell's digest under the label of this mean.
 */
export function perturbMean(n: number, sum: number, scale: Scale, digest: Buffer): number {
  const range = scale.upper - scale.lower;
  const perturbed = sum + MAGNITUDE_SHARE * range * magnitudeNoiseOf(digest);
  return scale.lower + Math.min(Math.max(perturbed, 0), n * range) / n;
}

/**
 * The standard deviation of a scale with its noise, before rounding.
 *
 * @param n - True number of people; at least 2.
 * @param squares - The centred sum of squares, Σ(score − mean)².
 * @param digest - The cell's digest under the label of this standard deviation.
 */
export function perturbDeviation(n: number, squares: number, scale: Scale, digest: Buffer): number {
  const half = (scale.upper - scale.lower) / 2;
  const perturbed = Math.max(0, squares + MAGNITUDE_SHARE * half * half * magnitudeNoiseOf(digest));
  return Math.sqrt(perturbed / (n - 1));
}

/**
 * What a mean or deviation is shown with: one decimal place, or two on a scale of about one, halves away from the
 * lower end. The noise protects it; rounding drops digits that the noise has made meaningless.
 */
export function roundMagnitude(value: number, decimals = 1): number {
  const parts = 10 ** decimals;
  return Math.floor(value * parts + 0.5) / parts;
}

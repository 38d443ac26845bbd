import type { Measure } from '../standard/measure.ts';

/** Ninety-five in a hundred lie within this many standard errors. */
const Z_95 = 1.959963984540054;

/** Published means are given to one decimal place: each is off by up to 0.05, any amount as likely. */
const ROUNDING_VARIANCE = 0.1 ** 2 / 12;

export interface PublishedChange {
  readonly n: number;
  readonly mean_change: number;
  readonly sd_change: number;
  /** False when only a change was supplied, so that its noise was drawn on the scale of changes. */
  readonly from_two_means: boolean;
}

/** How much noise the means of a release carry, as its manifest says. */
export interface MagnitudeNoise {
  readonly magnitude_share: number;
  readonly magnitude_noise_variance: number;
}

/**
 * The 95% interval of a mean change, from published figures: sampling error, and the noise and the rounding of
 * the figures.
 *
 * Var = sd²/n + k · ((s · R)² · V / n² + 0.1²/12), with s and V the share and variance of the release's noise, and
 * k = 2 for a change worked out from two means of range R, 1 for a change that was supplied, whose range is 2R.
 *
 * @returns Lower and upper end, one decimal place.
 */
export function intervalOfChange(
  measure: Measure,
  change: PublishedChange,
  { magnitude_share: share, magnitude_noise_variance: variance }: MagnitudeNoise,
): { lower: number; upper: number } {
  const range = (measure.score_maximum - measure.score_minimum) * (change.from_two_means ? 1 : 2);
  const draws = change.from_two_means ? 2 : 1;
  const noise = ((share * range) ** 2 * variance) / change.n ** 2;
  const half = Z_95 * Math.sqrt(change.sd_change ** 2 / change.n + draws * (noise + ROUNDING_VARIANCE));
  return { lower: toOneDecimal(change.mean_change - half), upper: toOneDecimal(change.mean_change + half) };
}

export function toOneDecimal(value: number): number {
  return Math.floor(value * 10 + 0.5) / 10;
}

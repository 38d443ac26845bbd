import type { Measure } from '../standard/measure.ts';
import { publishedDecimals } from '../standard/measures/published-decimals.ts';
import { Z_95 } from './published-count.ts';

/** Variance of a figure rounded to so many decimals: off by up to half a step, any amount as likely. */
function roundingVariance(decimals: number): number {
  return 10 ** (-2 * decimals) / 12;
}

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
 * Var = sd²/n + k · ((s · R)² · V / n² + u²/12), with s and V the share and variance of the release's noise,
 * u the step in which means of the measure are published, and k = 2 for a change worked out from two means of
 * range R, 1 for a change that was supplied, whose range is 2R.
 *
 * The n is the published one. At n = 30, the least that is shown, its noise changes the variance of sampling by about
 * half a per cent, which is left out.
 *
 * @returns Lower and upper end, with the decimals of the published means.
 */
export function intervalOfChange(
  measure: Measure,
  change: PublishedChange,
  { magnitude_share: share, magnitude_noise_variance: variance }: MagnitudeNoise,
): { lower: number; upper: number } {
  const range = (measure.score_maximum - measure.score_minimum) * (change.from_two_means ? 1 : 2);
  const draws = change.from_two_means ? 2 : 1;
  const noise = ((share * range) ** 2 * variance) / change.n ** 2;
  const decimals = publishedDecimals(measure);
  const rounding = roundingVariance(decimals);
  const half = Z_95 * Math.sqrt(change.sd_change ** 2 / change.n + draws * (noise + rounding));
  return {
    lower: toDecimals(change.mean_change - half, decimals),
    upper: toDecimals(change.mean_change + half, decimals),
  };
}

/** Rounds halves upwards. */
export function toDecimals(value: number, decimals: number): number {
  const parts = 10 ** decimals;
  return Math.floor(value * parts + 0.5) / parts;
}

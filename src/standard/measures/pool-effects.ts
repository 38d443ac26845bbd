import type { Group } from './pool-groups.ts';

/** A mean over groups that weighs each group by how sure its own mean is. */
export interface FixedEffect {
  readonly mean: number;
  readonly standardError: number;
}

/** The mean of a typical group, with how much the groups really differ. */
export interface RandomEffects extends FixedEffect {
  /** Variance of the groups' true means. */
  readonly tauSquared: number;
  /** Share of the differences between means that chance does not explain, from 0 to 1. */
  readonly iSquared: number;
}

/**
 * The inverse-variance mean of groups that are taken to share one true mean.
 *
 * Not a description of the people measured: it weighs a group with a small spread more than its people. For
 * that, see `poolGroups`.
 *
 * @throws {RangeError} If fewer than two groups are given, or a group has fewer than two people or no spread.
 */
export function poolFixedEffect(groups: readonly Group[]): FixedEffect {
  return weigh(
    groups.map((group) => ({ mean: group.mean, weight: 1 / varianceOfMean(group, groups.length) })),
  );
}

/**
 * The mean of a typical group, by the method of DerSimonian and Laird (1986).
 *
 * For a sentence about areas ("in the average area"), never in place of the mean of the people.
 *
 * @throws {RangeError} If fewer than two groups are given, or a group has fewer than two people or no spread.
 * @example
 * poolRandomEffects([{ n: 254, mean: 2.9, sd: 1.63 }, { n: 267, mean: 1.91, sd: 1.58 }]);
 * // mean 2.4044, tauSquared 0.480, iSquared 0.980
 */
export function poolRandomEffects(groups: readonly Group[]): RandomEffects {
  const variances = groups.map((group) => varianceOfMean(group, groups.length));
  const weights = variances.map((variance) => 1 / variance);
  const fixed = poolFixedEffect(groups);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const squares = weights.reduce((sum, weight) => sum + weight ** 2, 0);
  const q = groups.reduce(
    (sum, group, index) => sum + (weights[index] as number) * (group.mean - fixed.mean) ** 2,
    0,
  );
  const excess = Math.max(0, q - (groups.length - 1));
  const tauSquared = excess / (total - squares / total);
  const spread = groups.map((group, index) => ({
    mean: group.mean,
    weight: 1 / ((variances[index] as number) + tauSquared),
  }));
  return { ...weigh(spread), tauSquared, iSquared: q === 0 ? 0 : excess / q };
}

function varianceOfMean({ n, sd }: Group, groups: number): number {
  if (groups < 2) throw new RangeError('At least two groups are needed');
  if (!Number.isSafeInteger(n) || n < 2 || sd === null || !(sd > 0)) {
    throw new RangeError('Each group needs two people or more and a standard deviation above 0');
  }
  return sd ** 2 / n;
}

function weigh(means: readonly { readonly mean: number; readonly weight: number }[]): FixedEffect {
  if (means.length < 2) throw new RangeError('At least two groups are needed');
  const total = means.reduce((sum, { weight }) => sum + weight, 0);
  const mean = means.reduce((sum, group) => sum + group.weight * group.mean, 0) / total;
  return { mean, standardError: 1 / Math.sqrt(total) };
}

import type { GoalAlgorithm } from '../measure-algorithm.ts';
import { type Unscored, unscored } from './unscored.ts';

/**
 * The T score of a person's goals: the centre when all went as expected.
 *
 * @param attained - For each goal, from -2 to 2.
 * @param weights - One above 0 for each goal; all alike when left out. Only their ratios matter.
 * @see Kiresuk and Sherman 1968. The formulas printed in the practical guide of 2009 were wrong.
 */
export function scoreGoals(
  { correlation, centre, scale }: GoalAlgorithm,
  attained: readonly number[],
  weights: readonly number[] = attained.map(() => 1),
): number | Unscored {
  if (!Array.isArray(weights) || weights.length !== attained.length) return unscored('weights_do_not_fit');
  for (let index = 0; index < weights.length; index += 1) {
    const weight: unknown = weights[index];
    if (typeof weight !== 'number' || !Number.isFinite(weight) || weight <= 0) {
      return unscored('weights_do_not_fit', index + 1);
    }
  }
  const heaviest = weights.reduce((most, weight) => Math.max(most, weight), 0);
  const shares = weights.map((weight) => weight / heaviest);
  const sum = shares.reduce((total, share) => total + share, 0);
  const squares = shares.reduce((total, share) => total + share ** 2, 0);
  const weighted = shares.reduce((total, share, index) => total + share * (attained[index] ?? 0), 0);
  const spread = Math.sqrt((1 - correlation) * squares + correlation * sum ** 2);
  return centre + (scale * weighted) / spread;
}

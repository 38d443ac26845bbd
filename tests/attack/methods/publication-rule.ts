import { CUMULATIVE_WEIGHTS, MAXIMUM_NOISE } from '../../../src/disclosure/noise.ts';
import { FLOOR, PARENT_MINIMUM, ROUNDING, THRESHOLD } from '../../../src/disclosure/publish.ts';

/** What an attacker works out from a published rule: how true counts become published ones. */
export interface PublicationRule {
  /** The chance that a true count is published as a value; of `null`, that its own size hides it. */
  chance(published: number | null, count: number): number;
  /** The true counts that a published value leaves possible, the least and the most. */
  possible(published: number | null): { readonly least: number; readonly most: number };
  /** Error variance of a shown count as an estimate of the true one. */
  readonly variance: number;
  /** A cell whose parents are shown with this much, and which is not shown, is hidden for its own size. */
  readonly parentMinimum: number;
}

/** The chance of each noise −5 … 5, as whoever has read the published source knows it. */
export const NOISE_CHANCES: readonly number[] = CUMULATIVE_WEIGHTS.map(
  (bound, index) => (bound - (CUMULATIVE_WEIGHTS[index - 1] ?? 0)) / 2 ** 32,
);

/**
 * Our own rule: noise, floor, threshold and rounding.
 *
 * @param cap - How often one person may count in the cell.
 */
export function ourRule(cap = 1): PublicationRule {
  const base = ROUNDING * cap;
  const publishedWith = (count: number, noise: number) => {
    const perturbed = count + cap * noise;
    return perturbed < THRESHOLD * cap ? null : base * Math.floor(perturbed / base + 0.5);
  };
  const noiseVariance = NOISE_CHANCES.reduce(
    (sum, chance, index) => sum + chance * (index - MAXIMUM_NOISE) ** 2,
    0,
  );
  return {
    chance(published, count) {
      if (count < FLOOR * cap) return published === null ? 1 : 0;
      return NOISE_CHANCES.reduce(
        (sum, chance, index) =>
          publishedWith(count, index - MAXIMUM_NOISE) === published ? sum + chance : sum,
        0,
      );
    },
    possible(published) {
      if (published === null) return { least: 0, most: cap * (THRESHOLD + MAXIMUM_NOISE) - 1 };
      const least = published - Math.floor(base / 2) - cap * MAXIMUM_NOISE;
      const most = published + Math.ceil(base / 2) - 1 + cap * MAXIMUM_NOISE;
      return { least: Math.max(least, FLOOR * cap), most };
    },
    variance: cap * cap * (noiseVariance + ROUNDING ** 2 / 12),
    parentMinimum: PARENT_MINIMUM * cap,
  };
}

/**
 * The rule against which an attack is tried out: small counts left out, all others as they are.
 *
 * What every official table did before there were rules, and what no attack of this folder may fail to break.
 */
export const SUPPRESSION_ALONE: PublicationRule = {
  chance: (published, count) => (published === (count < FLOOR ? null : count) ? 1 : 0),
  possible: (published) =>
    published === null ? { least: 0, most: FLOOR - 1 } : { least: published, most: published },
  variance: 0.02,
  // Nothing hangs on parents: what is not shown is hidden for its own size.
  parentMinimum: -1,
};

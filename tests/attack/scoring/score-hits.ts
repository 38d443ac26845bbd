import type { Estimates, Target } from '../methods/estimate-counts.ts';

/** How often a hidden count of 1 to 7 was named exactly, by the attack and by the one-way guess. */
export interface Hits {
  targets: number;
  attacked: number;
  guessed: number;
}

/** The most that is never shown: what counts as a small number. */
const SMALL = 7;

/**
 * Adds the hits of one run to those before, pooled under a name for each cell's table or kind.
 *
 * @param truth - True counts by cell id; a cell that is not there is zero.
 */
export function scoreHits(
  pools: Map<string, Hits>,
  run: {
    readonly targets: readonly Target[];
    readonly estimates: readonly Estimates[];
    readonly truth: ReadonlyMap<string, number>;
  },
  nameOf: (target: Target, shape: string) => string,
): void {
  run.targets.forEach((target, index) => {
    const { guessed, estimated } = run.estimates[index] as Estimates;
    target.cube.cells.forEach(({ id, shape }, cell) => {
      const count = run.truth.get(id) ?? 0;
      if (count < 1 || count > SMALL) return;
      const name = nameOf(target, shape);
      const pool = pools.get(name) ?? { targets: 0, attacked: 0, guessed: 0 };
      pool.targets += 1;
      if (Math.round(estimated[cell] as number) === count) pool.attacked += 1;
      if (Math.round(guessed[cell] as number) === count) pool.guessed += 1;
      pools.set(name, pool);
    });
  });
}

/** Exact hits above those of the one-way guess, as a share of the targets. */
export function gainOf({ targets, attacked, guessed }: Hits): number {
  return (attacked - guessed) / targets;
}

import type { Mutant } from './find-mutants.ts';

/**
 * A seeded choice of mutants in which every kind of mutation has its turn.
 *
 * @param count - How many; fewer where there are not so many.
 */
export function chooseMutants(mutants: readonly Mutant[], count: number, seed: number): Mutant[] {
  const kinds = new Map<string, Mutant[]>();
  for (const mutant of shuffle(mutants, seed)) {
    kinds.set(mutant.kind, [...(kinds.get(mutant.kind) ?? []), mutant]);
  }
  const rounds = Math.max(0, ...[...kinds.values()].map((group) => group.length));
  return Array.from({ length: rounds }, (_, round) =>
    [...kinds.values()].flatMap((group) => group[round] ?? []),
  )
    .flat()
    .slice(0, count);
}

/** The same order for the same seed: each item is ranked by a number drawn for it. */
function shuffle<Item>(items: readonly Item[], seed: number): Item[] {
  const random = randomNumbers(seed);
  return items
    .map((item) => ({ item, rank: random() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

/** The generator "mulberry32": numbers from 0 up to 1. */
function randomNumbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

import { isHiddenForItsSize } from './estimate-counts.ts';
import type { LeafCube } from './leaf-cube.ts';
import { oneWayGuess, type Shown } from './one-way-guess.ts';
import type { PublicationRule } from './publication-rule.ts';

/** What a step outside the counts that a value leaves possible costs, for each person of it: dear, never forbidden. */
const OUTSIDE = 3;

/**
 * The likeliest count of each cell by itself, from a walk over whole-numbered leaves that stays in each as long as
 * its chances are (Metropolis): those of the one-way guess, and the exact ones of every published and hidden value.
 *
 * Naming each cell by its own chances makes most exact hits; the leaves that are likeliest together make fewer.
 *
 * @param start - Leaves to begin from, such as those of the integer programme.
 */
export function walkCounts(
  { cube, rule, shown }: { readonly cube: LeafCube; readonly rule: PublicationRule; readonly shown: Shown },
  start: Float64Array,
  {
    random,
    rounds,
    among,
  }: {
    readonly random: () => number;
    readonly rounds: number;
    /** The counts to choose from, where the attacker has been told so much. */
    readonly among: { readonly least: number; readonly most: number };
  },
): Float64Array {
  const guess = oneWayGuess(cube, shown).map((mean) => Math.max(mean, 0.02));
  const leaves = start.slice();
  const counts = cube.cells.map((cell) =>
    cell.leaves.reduce((sum, leaf) => sum + (leaves[leaf] as number), 0),
  );
  const chances = cube.cells.map((cell) => {
    const value = shown.get(cell.id) ?? null;
    const isSilent = value === null && !isHiddenForItsSize(cell.at, shown, rule);
    return isSilent ? null : chancesOf(rule, value);
  });
  const cellsOf = cube.leaves.map((): number[] => []);
  cube.cells.forEach((cell, index) => {
    for (const leaf of cell.leaves) (cellsOf[leaf] as number[]).push(index);
  });
  const seen = cube.cells.map(() => new Map<number, number>());
  const gain = (leaf: number, step: 1 | -1): number => {
    const now = leaves[leaf] as number;
    const mean = Math.log(guess[leaf] as number);
    let sum = step === 1 ? mean - Math.log(now + 1) : Math.log(now) - mean;
    for (const cell of cellsOf[leaf] as number[]) {
      const chance = chances[cell];
      if (chance) sum += chance((counts[cell] as number) + step) - chance(counts[cell] as number);
    }
    return sum;
  };
  const move = (leaf: number, step: 1 | -1) => {
    leaves[leaf] = (leaves[leaf] as number) + step;
    for (const cell of cellsOf[leaf] as number[]) counts[cell] = (counts[cell] as number) + step;
  };
  const pick = () => Math.floor(random() * leaves.length);
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < leaves.length; turn++) {
      const leaf = pick();
      const step = random() < 0.5 ? 1 : -1;
      if (step === -1 && leaves[leaf] === 0) continue;
      const first = gain(leaf, step);
      // Half of the steps take a person from one leaf to another, so that sums can stay as they are.
      const other = random() < 0.5 ? pick() : null;
      if (other === null || other === leaf) {
        if (Math.log(random()) < first) move(leaf, step);
        continue;
      }
      const back = step === 1 ? -1 : 1;
      if (back === -1 && leaves[other] === 0) continue;
      move(leaf, step);
      if (Math.log(random()) < first + gain(other, back)) move(other, back);
      else move(leaf, back);
    }
    if (round < rounds / 4) continue;
    counts.forEach((count, cell) => {
      const times = seen[cell] as Map<number, number>;
      times.set(count, (times.get(count) ?? 0) + 1);
    });
  }
  return Float64Array.from(seen, (times) => {
    const within = [...times].filter(([count]) => count >= among.least && count <= among.most);
    return within.reduce((best, each) => (each[1] > best[1] ? each : best), [among.least, 0])[0];
  });
}

/** The logarithm of the chance of what is published, at each count; worked out once for each. */
function chancesOf(rule: PublicationRule, published: number | null): (count: number) => number {
  const known = new Map<number, number>();
  const { least, most } = rule.possible(published);
  return (count) => {
    const found = known.get(count);
    if (found !== undefined) return found;
    const chance = rule.chance(published, count);
    const away = Math.max(least - count, count - most, 0);
    const value = chance > 0 ? Math.log(chance) : -6 - OUTSIDE * away;
    known.set(count, value);
    return value;
  };
}

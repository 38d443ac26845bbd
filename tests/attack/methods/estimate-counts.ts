import { placeId } from '../../../src/disclosure/addresses.ts';
import { parentsOf } from '../../../src/disclosure/parents.ts';
import type { LeafCube } from './leaf-cube.ts';
import { leastSquares, type Observations } from './least-squares.ts';
import { oneWayGuess, type Shown } from './one-way-guess.ts';
import type { PublicationRule } from './publication-rule.ts';
import { rowSums, type SparseRows, sparseRows } from './sparse-rows.ts';

/** A cube with the rule by which its figure was published. */
export interface Target {
  readonly cube: LeafCube;
  readonly rule: PublicationRule;
}

/** Sums of two cubes that hold the same people: leaves of one, and leaves of the other. */
export interface Link {
  readonly left: { readonly target: number; readonly leaves: readonly number[] };
  readonly right: { readonly target: number; readonly leaves: readonly number[] };
  /** How far the two sums may lie apart (variance). */
  readonly variance: number;
}

/** What is known beside the cells. */
export interface Knowledge {
  readonly links?: readonly Link[];
  /** Of how many draws of the noise a shown value is the mean, where it is of more than one. */
  readonly draws?: ReadonlyMap<string, number>;
}

/** What came out for one cube, cell by cell of `cube.cells`. */
export interface Estimates {
  /** From the one-way margins alone. */
  readonly guessed: Float64Array;
  /** From everything published. */
  readonly estimated: Float64Array;
}

/** Variance of a guess of nothing, so that no leaf is held for certain. */
const LEAST_VARIANCE = 0.05;

/**
 * The counts that agree best with all published cells at once: least squares over the leaves of all cubes, each cell
 * weighed by its noise and rounding, each leaf drawn to its one-way guess as people who come one by one would be.
 *
 * A cell that is hidden for its own size is used as well: where the fit puts it too high, it is pulled down and
 * everything is fitted again.
 */
export function estimateCounts(
  targets: readonly Target[],
  shown: Shown,
  { links = [], draws = new Map() }: Knowledge = {},
): Estimates[] {
  const offsets = offsetsOf(targets);
  const guesses = targets.map(({ cube }) => oneWayGuess(cube, shown));
  const known = observe({ targets, offsets, guesses, shown, links, draws });
  const first = leastSquares(known, 1e-4);
  const fitted = leastSquares(pullDown(known, targets, shown, first), 1e-4);
  return targets.map(({ cube }, index) => {
    const offset = offsets[index] as number;
    const leaves = fitted.slice(offset, offset + cube.leaves.length);
    return {
      guessed: rowSums(cube.rows, guesses[index] as Float64Array),
      estimated: rowSums(cube.rows, leaves).map((count) => Math.max(count, 0)),
    };
  });
}

function offsetsOf(targets: readonly Target[]): number[] {
  let offset = 0;
  return targets.map(({ cube }) => {
    offset += cube.leaves.length;
    return offset - cube.leaves.length;
  });
}

interface Material {
  readonly targets: readonly Target[];
  readonly offsets: readonly number[];
  readonly guesses: readonly Float64Array[];
  readonly shown: Shown;
  readonly links: readonly Link[];
  readonly draws: ReadonlyMap<string, number>;
}

/** One row for each cell of each cube, shown or not, and then one for each link. */
function observe({ targets, offsets, guesses, shown, links, draws }: Material): Observations {
  const cells = targets.flatMap(({ cube, rule }, index) =>
    cube.cells.map((cell) => ({ cell, rule, offset: offsets[index] as number })),
  );
  const move = (leaves: readonly number[], by: number) => leaves.map((leaf) => leaf + by);
  const added = [
    ...cells.map(({ cell, offset }) => move(cell.leaves, offset)),
    ...links.map(({ left }) => move(left.leaves, offsets[left.target] as number)),
  ];
  const taken = [
    ...cells.map(() => []),
    ...links.map(({ right }) => move(right.leaves, offsets[right.target] as number)),
  ];
  const prior = Float64Array.from(guesses.flatMap((guess) => [...guess]));
  const rows: SparseRows = sparseRows(prior.length, added, taken);
  const seen = new Float64Array(rows.starts.length - 1);
  const precision = new Float64Array(seen.length);
  // The same cell may stand in several cubes: it was published once, and so it weighs once.
  const uses = new Map<string, number>();
  for (const { cell } of cells) uses.set(cell.id, (uses.get(cell.id) ?? 0) + 1);
  cells.forEach(({ cell, rule }, row) => {
    const value = shown.get(cell.id);
    if (value === undefined) return;
    seen[row] = value;
    const looks = links.length > 0 ? (uses.get(cell.id) as number) : 1;
    precision[row] = (draws.get(cell.id) ?? 1) / rule.variance / looks;
  });
  links.forEach((link, index) => {
    precision[cells.length + index] = 1 / link.variance;
  });
  return { rows, seen, precision, prior, priorPrecision: prior.map((mean) => 1 / (mean + LEAST_VARIANCE)) };
}

/** Adds what hidden cells tell: those that the fit puts above what could be hidden are seen at the middle of it. */
function pullDown(
  known: Observations,
  targets: readonly Target[],
  shown: Shown,
  fitted: Float64Array,
): Observations {
  const sums = rowSums(known.rows, fitted);
  const seen = known.seen.slice();
  const precision = known.precision.slice();
  let row = 0;
  for (const { cube, rule } of targets) {
    const { most } = rule.possible(null);
    const middle = most / 2;
    for (const cell of cube.cells) {
      if ((sums[row] as number) > middle && isHiddenForItsSize(cell.at, shown, rule) && !shown.has(cell.id)) {
        seen[row] = middle;
        precision[row] = 1 / (most * most * 0.1);
      }
      row += 1;
    }
  }
  return { ...known, seen, precision };
}

/** Whether everything a cell is part of is shown and large enough, so that only its own size can hide it. */
export function isHiddenForItsSize(
  { place, figure }: LeafCube['cells'][number]['at'],
  shown: Shown,
  rule: PublicationRule,
): boolean {
  return parentsOf(place, figure).every(
    (parent) => (shown.get(placeId(parent.place, parent.figure)) ?? -1) >= rule.parentMinimum,
  );
}

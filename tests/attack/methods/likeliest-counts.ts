import { isHiddenForItsSize } from './estimate-counts.ts';
import type { LeafCube } from './leaf-cube.ts';
import { oneWayGuess, type Shown } from './one-way-guess.ts';
import type { PublicationRule } from './publication-rule.ts';
import { openSolver } from './solver.ts';
import { rowSums } from './sparse-rows.ts';

/** A cost of a whole number, bent upwards only, as the straight lines above which it lies. */
interface Cost {
  readonly least: number;
  readonly most: number;
  readonly lines: readonly { readonly slope: number; readonly base: number }[];
}

/** Branches after which the best answer so far is taken: a count of steps, so that every run ends alike. */
const MOST_BRANCHES = 400;

/**
 * The whole-numbered leaves that are likeliest of all (maximum a posteriori), by an integer programme: each published
 * value with its exact chances given the true count, each hidden one likewise, each leaf as people who come one by
 * one around its one-way guess.
 *
 * Minus the logarithm of every chance bends upwards, so that straight lines below it tell the programme all of it.
 *
 * @returns The leaves, and the count of each cell of the cube.
 */
export async function likeliestCounts(
  cube: LeafCube,
  shown: Shown,
  rule: PublicationRule,
): Promise<{
  readonly leaves: Float64Array;
  readonly guessed: Float64Array;
  readonly likeliest: Float64Array;
}> {
  const highs = await openSolver();
  const guess = oneWayGuess(cube, shown);
  const leaves = cube.leaves.length;
  const terms = [
    ...Array.from(guess, (mean, leaf) => ({ leaves: [leaf], cost: costOfGuess(Math.max(mean, 0.02)) })),
    ...cube.cells.flatMap((cell) => {
      const value = shown.get(cell.id) ?? null;
      if (value === null && !isHiddenForItsSize(cell.at, shown, rule)) return [];
      return [{ leaves: cell.leaves, cost: costOfValue(rule, value) }];
    }),
  ];
  // One row for the bounds of each term, and one for each line of its cost, whose column follows the leaves.
  const rows = terms.flatMap(({ leaves: members, cost }, term) => [
    { members, slope: 1, column: null, least: cost.least, most: cost.most },
    ...cost.lines.map(({ slope, base }) => ({
      members,
      slope: -slope,
      column: leaves + term,
      least: base,
      most: highs.infinity,
    })),
  ]);
  const starts = new Int32Array(rows.length + 1);
  rows.forEach(({ members, column }, row) => {
    starts[row + 1] = (starts[row] as number) + members.length + (column === null ? 0 : 1);
  });
  const columns = leaves + terms.length;
  const per = (ofLeaf: number, ofTerm: number) =>
    Float64Array.from({ length: columns }, (_, column) => (column < leaves ? ofLeaf : ofTerm));
  const found = highs.withModel(
    {
      numCols: columns,
      numRows: rows.length,
      colCost: per(0, 1),
      colLower: per(0, 0),
      colUpper: per(highs.infinity, highs.infinity),
      rowLower: rows.map(({ least }) => least),
      rowUpper: rows.map(({ most }) => most),
      matrix: {
        format: 'csr',
        numRows: rows.length,
        numCols: columns,
        starts,
        indices: rows.flatMap(({ members, column }) =>
          column === null ? [...members] : [...members, column],
        ),
        values: rows.flatMap(({ members, slope, column }) => [
          ...members.map(() => slope),
          ...(column === null ? [] : [1]),
        ]),
      },
      integrality: Int32Array.from(per(1, 0)),
    },
    (model) => {
      model.options.set({ output_flag: false, mip_max_nodes: MOST_BRANCHES, mip_rel_gap: 1e-3 });
      model.run();
      return Float64Array.from(model.getSolution().colValue.slice(0, leaves), (count) => Math.round(count));
    },
  );
  return { leaves: found, guessed: rowSums(cube.rows, guess), likeliest: rowSums(cube.rows, found) };
}

/** Minus the logarithm of the chance of a published value, over the counts that it leaves possible. */
function costOfValue(rule: PublicationRule, published: number | null): Cost {
  const { least, most } = rule.possible(published);
  const counts = Array.from({ length: most - least + 1 }, (_, index) => least + index);
  return costOver(counts.map((count) => [count, -Math.log(Math.max(rule.chance(published, count), 1e-9))]));
}

/** Minus the logarithm of the chance that so many come where so many are guessed (Poisson), from 0 to far above. */
function costOfGuess(mean: number): Cost {
  const most = Math.ceil(mean + 8 * Math.sqrt(mean) + 8);
  const counts: number[] = [];
  // Every count where they are few, and ever fewer of them further up.
  for (let count = 0; count <= most; count += Math.max(1, Math.floor(count / 10))) counts.push(count);
  const { lines } = costOver(
    counts.map((count) => [count, mean - count * Math.log(mean) + logFactorial(count)]),
  );
  return { least: 0, most: Number.POSITIVE_INFINITY, lines };
}

function logFactorial(count: number): number {
  let sum = 0;
  for (let factor = 2; factor <= count; factor++) sum += Math.log(factor);
  return sum;
}

/** The lines through neighbouring points; their costs are moved up so that none is below nought. */
function costOver(points: readonly (readonly [count: number, cost: number])[]): Cost {
  const lowest = Math.min(...points.map(([, cost]) => cost));
  const lines = points.slice(1).map(([count, cost], index) => {
    const [before, costBefore] = points[index] as readonly [number, number];
    const slope = (cost - costBefore) / (count - before);
    return { slope, base: costBefore - lowest - slope * before };
  });
  return {
    least: (points[0] as readonly [number, number])[0],
    most: (points.at(-1) as readonly [number, number])[0],
    lines,
  };
}

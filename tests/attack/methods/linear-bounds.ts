import { isHiddenForItsSize } from './estimate-counts.ts';
import type { LeafCube } from './leaf-cube.ts';
import type { Shown } from './one-way-guess.ts';
import type { PublicationRule } from './publication-rule.ts';
import { openSolver } from './solver.ts';

/** The least and the most that a cell can truly hold; `most` is looked for only where the least is above nought. */
export interface ProvedBounds {
  readonly least: number;
  readonly most: number;
}

/** Sums of people are whole; the solver's are whole to within this. */
const SLACK = 1e-6;

/**
 * What can be proved of cells by linear programming: every published cell bounds the sum of its leaves, every leaf is
 * nought or more, and within that each asked cell is made as small and as large as it can be.
 *
 * @param asked - Positions in `cube.cells`.
 * @throws {Error} If the bounds contradict each other: then the attacker has the rule wrong.
 */
export async function proveBounds(
  cube: LeafCube,
  shown: Shown,
  rule: PublicationRule,
  asked: readonly number[],
): Promise<ProvedBounds[]> {
  const highs = await openSolver();
  const infinity = highs.infinity;
  const bounded = cube.cells.flatMap((cell) => {
    const value = shown.get(cell.id);
    if (value === undefined && !isHiddenForItsSize(cell.at, shown, rule)) return [];
    return [{ leaves: cell.leaves, ...rule.possible(value ?? null) }];
  });
  const starts = new Int32Array(bounded.length + 1);
  bounded.forEach(({ leaves }, row) => {
    starts[row + 1] = (starts[row] as number) + leaves.length;
  });
  const indices = Int32Array.from(bounded.flatMap(({ leaves }) => leaves));
  const columns = cube.leaves.length;
  return highs.withModel(
    {
      numCols: columns,
      numRows: bounded.length,
      colCost: new Float64Array(columns),
      colLower: new Float64Array(columns),
      colUpper: new Float64Array(columns).fill(infinity),
      rowLower: bounded.map(({ least }) => least),
      rowUpper: bounded.map(({ most }) => most),
      matrix: {
        format: 'csr',
        numRows: bounded.length,
        numCols: columns,
        starts,
        indices,
        values: new Float64Array(indices.length).fill(1),
      },
    },
    (model) => {
      model.options.set({ output_flag: false });
      const extreme = (leaves: readonly number[], direction: 1 | -1): number => {
        const costs = new Float64Array(columns);
        for (const leaf of leaves) costs[leaf] = direction;
        model.changeColsCost({ kind: 'range', from: 0, to: columns - 1 }, costs);
        model.run();
        const status = model.getModelStatus();
        if (status === highs.constants.modelStatus.unbounded) return Infinity;
        if (status !== highs.constants.modelStatus.optimal) {
          throw new Error(`The bounds of ${cube.request.table} have no solution (status ${status})`);
        }
        return direction * model.getObjectiveValue();
      };
      return asked.map((cell) => {
        const { leaves } = cube.cells[cell] as LeafCube['cells'][number];
        const least = Math.max(0, Math.ceil(extreme(leaves, 1) - SLACK));
        return { least, most: least > 0 ? Math.floor(extreme(leaves, -1) + SLACK) : Infinity };
      });
    },
  );
}

import type { CellKeys } from '../disclosure/cell-keys.ts';
import type { Selectors } from '../disclosure/lattice.ts';
import {
  FLOOR,
  MAGNITUDE_MINIMUM,
  perturbDeviation,
  perturbMean,
  publishCount,
  roundMagnitude,
  type Scale,
  scaleOfChange,
} from '../disclosure/publish.ts';
import { MEASURES, type MeasureId } from '../standard/generated/measures.ts';
import type { Measure } from '../standard/measure.ts';
import { publishedDecimals } from '../standard/measures/published-decimals.ts';
import type { FieldDescription } from '../standard/table-description.ts';
import type { PlannedFigure } from './cell-plan.ts';
import { SCORE_SCALE } from './cell-sql.ts';
import { positionOf, type SumRows } from './read-sums.ts';

/** The sums of one cell: the row in which they stand. */
export interface SumsOfCell {
  readonly sums: SumRows;
  readonly row: number;
}

/** What a figure needs to know of its cell besides. */
export interface CellAt {
  readonly keys: CellKeys;
  readonly selectors: Selectors;
  /** What the address of the cell has after its stem. */
  readonly placeText: string;
}

/**
 * What may be shown of one figure of a cell as far as it alone is concerned; null where nothing may.
 *
 * The one function that sees true counts, keys and noise together; what it returns cannot carry them.
 */
export function protectFigure(figure: PlannedFigure, of: SumsOfCell, cell: CellAt): number | null {
  const { field, cap, columns } = figure;
  const n = numberIn(of, columns.n);
  if (field.magnitude === null) {
    // Below the floor no noise could show it, and a digest is the dearest step.
    if (n < FLOOR * cap || of.sums.read(columns.noSum, of.row) === true) return null;
    return publishCount(n, cell.keys.keyOf(figure, cell.placeText, numberIn(of, columns.keys)), cap);
  }
  if (n < MAGNITUDE_MINIMUM) return null;
  // Where means were sent, the change is their published difference: a second draw would tell more.
  if (field.name === 'mean_change' && numberIn(of, positionOf(of.sums, 'n_mean_baseline')) > 0) return null;
  const measure = MEASURES[cell.selectors.measure as MeasureId];
  const scale = scaleOf(field, measure);
  const decimals = publishedDecimals(measure);
  const scores = integerIn(of, columns.sum);
  const scoreSum = Number(scores) / Number(SCORE_SCALE);
  const digest = cell.keys.digestOf(figure, cell.placeText, numberIn(of, columns.keys));
  if (field.magnitude === 'mean') {
    return roundMagnitude(perturbMean(n, scoreSum - n * scale.lower, scale, digest), decimals);
  }
  const squares = centredSquares(n, scores, integerIn(of, columns.squares));
  return roundMagnitude(perturbDeviation(n, squares, scale, digest), decimals);
}

/** Σ(n−1)s² + Σnm² − (Σnm)²/n, exactly in whole millionths before it becomes a fraction. */
function centredSquares(n: number, sum: bigint, squares: bigint): number {
  const timesN = squares * BigInt(n) - sum * sum;
  return Number(timesN) / n / Number(SCORE_SCALE * SCORE_SCALE);
}

function scaleOf(figure: FieldDescription, measure: Measure): Scale {
  const scale = { lower: measure.score_minimum, upper: measure.score_maximum };
  return figure.name.endsWith('_change') ? scaleOfChange(scale) : scale;
}

function numberIn({ sums, row }: SumsOfCell, column: number): number {
  return Number(sums.read(column, row) ?? 0);
}

function integerIn({ sums, row }: SumsOfCell, column: number): bigint {
  const value = sums.read(column, row) ?? 0n;
  if (typeof value !== 'bigint') throw new Error(`Column ${column} does not hold whole numbers`);
  return value;
}

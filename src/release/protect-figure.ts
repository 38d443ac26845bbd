import { cellDigest, firstUint32 } from '../disclosure/keys.ts';
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

/** Reads a sum of one cell by the name of its column; null where there is none. */
export type ReadSum = (column: string) => unknown;

/**
 * What may be shown of one figure of a cell as far as it alone is concerned; null where nothing may.
 *
 * The one function that sees true counts, keys and noise together; what it returns cannot carry them.
 *
 * @param placeText - What the address of the cell has after its stem.
 */
export function protectFigure(
  figure: PlannedFigure,
  sum: ReadSum,
  cell: { readonly cellKey: Uint8Array; readonly selectors: Selectors; readonly placeText: string },
): number | null {
  const { field, cap } = figure;
  const digest = (rowKeySum: number) =>
    cellDigest(cell.cellKey, figure.label, figure.addressStem + cell.placeText, rowKeySum);
  const n = numberIn(sum, `n_${field.name}`);
  if (field.magnitude === null) {
    // Below the floor no noise could show it, and a digest is the dearest step.
    if (n < FLOOR * cap || sum(`no_sum_${field.name}`) === true) return null;
    return publishCount(n, firstUint32(digest(numberIn(sum, `keys_${field.name}`))), cap);
  }
  if (n < MAGNITUDE_MINIMUM) return null;
  // Where means were sent, the change is their published difference: a second draw would tell more.
  if (field.name === 'mean_change' && numberIn(sum, 'n_mean_baseline') > 0) return null;
  const keys = numberIn(sum, 'keys_n_paired');
  const measure = MEASURES[cell.selectors.measure as MeasureId];
  const scale = scaleOf(field, measure);
  const decimals = publishedDecimals(measure);
  const scores = integerIn(sum, `sum_${field.name}`);
  const scoreSum = Number(scores) / Number(SCORE_SCALE);
  if (field.magnitude === 'mean') {
    return roundMagnitude(perturbMean(n, scoreSum - n * scale.lower, scale, digest(keys)), decimals);
  }
  const squares = centredSquares(n, scores, integerIn(sum, `squares_${field.name}`));
  return roundMagnitude(perturbDeviation(n, squares, scale, digest(keys)), decimals);
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

function numberIn(sum: ReadSum, column: string): number {
  return Number(sum(column) ?? 0);
}

function integerIn(sum: ReadSum, column: string): bigint {
  const value = sum(column) ?? 0n;
  if (typeof value !== 'bigint') throw new Error(`${column} is not a whole number`);
  return value;
}

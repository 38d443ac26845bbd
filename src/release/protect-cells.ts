import type { DuckDBConnection } from '../archive/duckdb.ts';
import { addressOnStem, type Place } from '../disclosure/addresses.ts';
import { isCell } from '../disclosure/implied-cells.ts';
import { cellDigest, firstUint32 } from '../disclosure/keys.ts';
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
import { cellFinder, type PlannedFigure, type TableAndPeriod } from './cell-plan.ts';
import { type CellQuery, SCORE_SCALE } from './cell-sql.ts';
import { readSums, type Totals } from './read-sums.ts';

/** A figure that may be shown as far as it alone is concerned; its parents are still to be asked. */
export interface ProtectedCell {
  readonly place: Place;
  readonly figure: string;
  /** Null where a table of things does not hold the figure. */
  readonly value: number | null;
}

/**
 * Adds up the rows and lets out only what the publishing rule allows.
 *
 * The one function that sees true counts, keys and noise together; what it yields cannot carry them.
 */
export async function* protectCells(
  connection: DuckDBConnection,
  query: CellQuery,
  at: TableAndPeriod & { readonly cellKey: Uint8Array },
): AsyncGenerator<readonly ProtectedCell[]> {
  const find = cellFinder(query, at);
  for await (const rows of readSums(connection, query.sql)) {
    const shown: ProtectedCell[] = [];
    for (const totals of rows) {
      const cell = find(totals);
      if (!cell || !isCell(cell.place)) continue;
      for (const figure of cell.figures) {
        const value = protect(cell.place, figure, totals, at.cellKey);
        if (value !== null) shown.push({ place: cell.place, figure: figure.field.name, value });
      }
    }
    yield shown;
  }
}

function protect(place: Place, figure: PlannedFigure, totals: Totals, cellKey: Uint8Array): number | null {
  const { field, cap } = figure;
  const digest = (rowKeySum: number) =>
    cellDigest(cellKey, figure.label, addressOnStem(figure.addressStem, place), rowKeySum);
  const n = numberIn(totals, `n_${field.name}`);
  if (field.magnitude === null) {
    // Below the floor no noise could show it, and a digest is the dearest step.
    if (n < FLOOR * cap || totals(`no_sum_${field.name}`) === true) return null;
    return publishCount(n, firstUint32(digest(numberIn(totals, `keys_${field.name}`))), cap);
  }
  if (n < MAGNITUDE_MINIMUM) return null;
  // Where means were sent, the change is their published difference: a second draw would tell more.
  if (field.name === 'mean_change' && numberIn(totals, 'n_mean_baseline') > 0) return null;
  const keys = numberIn(totals, 'keys_n_paired');
  const measure = MEASURES[place.selectors.measure as MeasureId];
  const scale = scaleOf(field, measure);
  const decimals = publishedDecimals(measure);
  const sum = integerIn(totals, `sum_${field.name}`);
  const scoreSum = Number(sum) / Number(SCORE_SCALE);
  if (field.magnitude === 'mean') {
    return roundMagnitude(perturbMean(n, scoreSum - n * scale.lower, scale, digest(keys)), decimals);
  }
  const squares = centredSquares(n, sum, integerIn(totals, `squares_${field.name}`));
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

function numberIn(totals: Totals, name: string): number {
  return Number(totals(name) ?? 0);
}

function integerIn(totals: Totals, name: string): bigint {
  const value = totals(name) ?? 0n;
  if (typeof value !== 'bigint') throw new Error(`${name} is not a whole number`);
  return value;
}

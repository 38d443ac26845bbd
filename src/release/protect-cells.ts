import type { DuckDBConnection } from '../archive/duckdb.ts';
import { addressOf, labelOf, type Place } from '../disclosure/addresses.ts';
import { isCountedElsewhere } from '../disclosure/home.ts';
import { isCell } from '../disclosure/implied-cells.ts';
import { cellDigest, firstUint32 } from '../disclosure/keys.ts';
import {
  AREA,
  type Cuboid,
  carriedBy,
  cuboidsOf,
  isFigureOf,
  periodLevelOf,
  type Selectors,
} from '../disclosure/lattice.ts';
import { contributionCap } from '../disclosure/parents.ts';
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
import type { TableName } from '../standard/generated/tables.ts';
import type { SchemaVersion } from '../standard/generated/versions.ts';
import type { Measure } from '../standard/measure.ts';
import { publishedDecimals } from '../standard/measures/published-decimals.ts';
import { type FieldDescription, INDEX_SELECTOR } from '../standard/table-description.ts';
import { type CellQuery, SCORE_SCALE, shapeKey } from './cell-sql.ts';

/** A figure that may be shown as far as it alone is concerned; its parents are still to be asked. */
export interface ProtectedCell {
  readonly place: Place;
  readonly figure: string;
  /** Null where a table of things does not hold the figure. */
  readonly value: number | null;
}

/** Reads one row of sums by the name of its column. */
export type Totals = (name: string) => unknown;

/**
 * Adds up the rows and lets out only what the publishing rule allows.
 *
 * The one function that sees true counts, keys and noise together; what it yields cannot carry them.
 */
export async function* protectCells(
  connection: DuckDBConnection,
  query: CellQuery,
  at: { readonly table: TableName; readonly period: string; readonly cellKey: Uint8Array },
): AsyncGenerator<ProtectedCell> {
  const result = await connection.stream(query.sql);
  const columns = new Map(result.columnNames().map((name, index) => [name, index]));
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) return;
    for (const values of chunk.getRows()) {
      const totals: Totals = (name) => values[columns.get(name) ?? -1] ?? null;
      const shape = shapeOf(query, totals);
      const place = placeOf(query, shape, at, totals);
      if (!place || !isCell(place)) continue;
      for (const figure of query.figures) {
        if (isCountedElsewhere({ place, figure: figure.name })) continue;
        if (!isFigureOf(figure.name, shape, { ...place, version: query.version })) continue;
        const value = protect(place, figure, totals, at.cellKey);
        if (value !== null) yield { place, figure: figure.name, value };
      }
    }
  }
}

export function shapeOf(query: CellQuery, totals: Totals): Cuboid {
  const shape = query.shapes.get(Number(totals('mask')));
  if (!shape) throw new Error(`No cuboid has the grouping mask ${String(totals('mask'))}`);
  return shape;
}

/** The place of a grouped row; undefined when its selectors do not allow the shape. */
export function placeOf(
  query: CellQuery,
  shape: Cuboid,
  at: { readonly table: TableName; readonly period: string },
  totals: Totals,
): Place | undefined {
  const chosen = Object.fromEntries(query.selectors.map((name) => [name, String(totals(name))]));
  if (!allowedShapes(at.table, chosen, query.version).has(shapeKey(shape))) return undefined;
  const { [AREA]: area, ...dimensions } = tokensOf(shape, totals);
  const index = totals(INDEX_SELECTOR);
  const selectors =
    typeof index === 'string' && index !== '' ? { ...chosen, [INDEX_SELECTOR]: index } : chosen;
  return {
    table: at.table,
    selectors,
    period: at.period,
    area: area as string,
    dimensions: carriedBy(at.table, dimensions),
  };
}

function tokensOf(shape: Cuboid, totals: Totals): Record<string, string> {
  return Object.fromEntries(
    [{ name: AREA, level: shape.area }, ...shape.dimensions].map(({ name, level }) => {
      const token = totals(`${name}__${level}`);
      if (typeof token !== 'string') throw new Error(`A row has no category of ${name} at level ${level}`);
      return [name, token];
    }),
  );
}

const allowed = new Map<string, ReadonlySet<string>>();

/** The shapes that these selectors allow, worked out once for each choice of them. */
function allowedShapes(table: TableName, selectors: Selectors, version: SchemaVersion): ReadonlySet<string> {
  const key = JSON.stringify([table, selectors, version]);
  const shapes = allowed.get(key) ?? new Set(cuboidsOf(table, selectors, version).map(shapeKey));
  allowed.set(key, shapes);
  return shapes;
}

function protect(place: Place, figure: FieldDescription, totals: Totals, cellKey: Uint8Array): number | null {
  const digest = (rowKeySum: number) =>
    cellDigest(cellKey, labelOf(figure, place.selectors), addressOf(place, figure), rowKeySum);
  const n = numberIn(totals, `n_${figure.name}`);
  if (figure.magnitude === null) {
    if (totals(`no_sum_${figure.name}`) === true) return null;
    const cap = contributionCap({ place, figure: figure.name }, periodLevelOf(place.period));
    // Below the floor no noise could show it, and a digest is the dearest step.
    if (n < FLOOR * cap) return null;
    return publishCount(n, firstUint32(digest(numberIn(totals, `keys_${figure.name}`))), cap);
  }
  if (n < MAGNITUDE_MINIMUM) return null;
  // Where means were sent, the change is their published difference: a second draw would tell more.
  if (figure.name === 'mean_change' && numberIn(totals, 'n_mean_baseline') > 0) return null;
  const keys = numberIn(totals, 'keys_n_paired');
  const measure = MEASURES[place.selectors.measure as MeasureId];
  const scale = scaleOf(figure, measure);
  const decimals = publishedDecimals(measure);
  const sum = integerIn(totals, `sum_${figure.name}`);
  const scoreSum = Number(sum) / Number(SCORE_SCALE);
  if (figure.magnitude === 'mean') {
    return roundMagnitude(perturbMean(n, scoreSum - n * scale.lower, scale, digest(keys)), decimals);
  }
  const squares = centredSquares(n, sum, integerIn(totals, `squares_${figure.name}`));
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

export function numberIn(totals: Totals, name: string): number {
  return Number(totals(name) ?? 0);
}

function integerIn(totals: Totals, name: string): bigint {
  const value = totals(name) ?? 0n;
  if (typeof value !== 'bigint') throw new Error(`${name} is not a whole number`);
  return value;
}

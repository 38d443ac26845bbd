import { SCHEMA_VERSION, TABLES, type TableName } from '../standard/generated/tables.ts';
import type { SchemaVersion } from '../standard/generated/versions.ts';
import { countsOf, dimensionsOf, type FieldDescription } from '../standard/table-description.ts';
import { tableOfVersion } from '../standard/versions/of-version.ts';
import type { CategorySystem, Level } from './categories.ts';
import { AREA, cuboidsOf, type Selectors, systemOf } from './lattice.ts';
import { NOISE_VARIANCE } from './noise.ts';
import { ROUNDING } from './publish.ts';

/** The least variance an attacker must be left with, however many margins of a cell he combines. */
export const LEAST_REMAINING_VARIANCE = 1;

/**
 * The variance left to someone who reads every margin of a cell once and combines them as well as can be.
 *
 * @throws {RangeError} If any set of dimensions of the table leaves less than `LEAST_REMAINING_VARIANCE`.
 * @returns The least variance over the table's sets of dimensions.
 */
export function checkRemainingVariance(
  table: TableName,
  selectors: Selectors,
  version: SchemaVersion = SCHEMA_VERSION,
): number {
  const fields = new Map(dimensionsOf(TABLES[table]).map((field) => [field.name, field]));
  const sets = cuboidsOf(table, selectors, version).map((cuboid) =>
    [AREA, ...cuboid.dimensions.map((dimension) => dimension.name)]
      .map((name) => fields.get(name) as FieldDescription)
      // Categories that overlap for every count are never added up, so they give no second look.
      .filter((field) => field.overlap !== true)
      .map((field) => systemOf(field, selectors, version)),
  );
  // Four quarters and their year are five draws where a count has both.
  const hasBoth = countsOf(tableOfVersion(table, version)).some((count) => count.periods.length > 1);
  return leastVariance(table, sets, hasBoth ? 4 / 5 : 1);
}

/**
 * The same over any sets of dimensions: Var = (V + 25/12) · Π aⱼ, where aⱼ is the factor of dimension j for its
 * category that is known best.
 *
 * @param name - What the sets belong to, for the message.
 * @param periodFactor - The factor of the period.
 */
export function leastVariance(
  name: string,
  sets: readonly (readonly CategorySystem[])[],
  periodFactor: number,
): number {
  const factors = new Map([...new Set(sets.flat())].map((system) => [system, factorOf(system)]));
  const variances = sets.map((systems) =>
    systems.reduce(
      (product, system) => product * (factors.get(system) as number),
      (NOISE_VARIANCE + (ROUNDING * ROUNDING) / 12) * periodFactor,
    ),
  );
  const least = Math.min(...variances);
  if (least < LEAST_REMAINING_VARIANCE) {
    throw new RangeError(`The margins of ${name} can be averaged down to a variance of ${least.toFixed(2)}`);
  }
  return least;
}

/** The factor of each system that has been asked for: areas are many, and every table has them. */
const factorsBySystem = new WeakMap<CategorySystem, number>();

function factorOf(system: CategorySystem): number {
  const known = factorsBySystem.get(system) ?? averagingFactor(system);
  factorsBySystem.set(system, known);
  return known;
}

/**
 * min diag (Σ BₗᵀBₗ)⁻¹ over the levels l of a dimension, everyone included: how far noise can be averaged away
 * for the category where that goes furthest.
 *
 * A group that has one token at several levels is one cell, so it is drawn once.
 */
function averagingFactor(system: CategorySystem): number {
  const finest = system.levels.at(-1) as Level;
  const leafOf = (code: string) => system.tokenAt(code, finest);
  const leaves = [...new Set(system.sentCodes().map(leafOf))];
  const positions = new Map(leaves.map((leaf, position) => [leaf, position]));
  const draws = new Map<string, Set<number>>();
  for (const level of system.levels) {
    for (const code of system.sentCodes()) {
      const token = system.tokenAt(code, level);
      const position = positions.get(leafOf(code)) as number;
      draws.set(token, (draws.get(token) ?? new Set()).add(position));
    }
  }
  const information = leaves.map(() => leaves.map(() => 0));
  for (const set of [...draws.values(), new Set(positions.values())]) {
    for (const row of set) {
      for (const column of set)
        (information[row] as number[])[column] = numberOf(information, row, column) + 1;
    }
  }
  return Math.min(...inverseDiagonal(information));
}

function numberOf(matrix: readonly (readonly number[])[], row: number, column: number): number {
  return matrix[row]?.[column] ?? 0;
}

/** Diagonal of the inverse of a symmetric positive definite matrix, by Gauss–Jordan elimination. */
export function inverseDiagonal(matrix: readonly (readonly number[])[]): number[] {
  const size = matrix.length;
  let rows = matrix.map((row, index) => [...row, ...row.map((_, column) => (column === index ? 1 : 0))]);
  for (let pivot = 0; pivot < size; pivot++) {
    const chosen = rows[pivot] as number[];
    const scaled = chosen.map((value) => value / (chosen[pivot] as number));
    rows = rows.map((row, index) => {
      if (index === pivot) return scaled;
      return row.map((value, column) => value - (row[pivot] as number) * (scaled[column] as number));
    });
  }
  return rows.map((row, index) => row[size + index] as number);
}

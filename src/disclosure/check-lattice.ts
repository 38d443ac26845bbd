import { TABLES, type TableName } from '../standard/generated/tables.ts';
import { countsOf, dimensionsOf } from '../standard/table-description.ts';
import type { CategorySystem } from './categories.ts';
import { AREA, cuboidsOf, type Selectors, systemOf } from './lattice.ts';
import { NOISE_VARIANCE } from './noise.ts';
import { ROUNDING } from './publish.ts';

/** The least variance an attacker must be left with, however many margins of a cell he combines. */
export const LEAST_REMAINING_VARIANCE = 1;

/**
 * The variance left to someone who reads every margin of a cell once and combines them as well as can be.
 *
 * Var = (V + 25/12) · Π aⱼ over the dimensions of the cell, where aⱼ is the largest diagonal of
 * (Σ BₗᵀBₗ)⁻¹ over the levels l of dimension j, everyone included.
 *
 * @throws {RangeError} If any set of dimensions of the table leaves less than `LEAST_REMAINING_VARIANCE`.
 * @returns The least variance over the table's sets of dimensions.
 */
export function checkRemainingVariance(table: TableName, selectors: Selectors): number {
  const fields = new Map(dimensionsOf(TABLES[table]).map((field) => [field.name, field]));
  const factors = new Map(
    [...fields].map(([name, field]) => [name, averagingFactor(systemOf(field, selectors))] as const),
  );
  // Four quarters and their year are five draws where a count has both.
  const hasBoth = countsOf(TABLES[table]).some((count) => count.periods.length > 1);
  const yearFactor = hasBoth ? 4 / 5 : 1;
  const variances = cuboidsOf(table, selectors).map((cuboid) => {
    const names = [AREA, ...cuboid.dimensions.map((dimension) => dimension.name)];
    const product = names.reduce((soFar, name) => soFar * (factors.get(name) as number), yearFactor);
    return (NOISE_VARIANCE + (ROUNDING * ROUNDING) / 12) * product;
  });
  const least = Math.min(...variances);
  if (least < LEAST_REMAINING_VARIANCE) {
    throw new RangeError(`The margins of ${table} can be averaged down to a variance of ${least.toFixed(2)}`);
  }
  return least;
}

/** max diag (Σ BₗᵀBₗ)⁻¹: how far the levels of one dimension let noise be averaged away. */
function averagingFactor(system: CategorySystem): number {
  const finest = system.levels.at(-1);
  if (!finest) return 1;
  const leaves = system.categoriesAt(finest, null);
  // Each leaf is drawn once by itself and once in the total of everyone.
  const information = leaves.map((_, row) => leaves.map((__, column) => (row === column ? 2 : 1)));
  for (const level of system.levels.slice(0, -1)) {
    const groups = leaves.map((leaf) =>
      system.has(leaf.code) ? system.tokenAt(leaf.code, level) : leaf.token,
    );
    leaves.forEach((leaf, row) => {
      // A group that is one leaf is the same cell, so it is not drawn again.
      if (groups[row] === leaf.token) return;
      const values = information[row] as number[];
      groups.forEach((group, column) => {
        if (group === groups[row]) values[column] = (values[column] as number) + 1;
      });
    });
  }
  return Math.max(...inverseDiagonal(information));
}

/** Diagonal of the inverse of a symmetric positive definite matrix, by Gauss–Jordan elimination. */
export function inverseDiagonal(matrix: readonly (readonly number[])[]): number[] {
  const size = matrix.length;
  const rows = matrix.map((row, index) => [...row, ...row.map((_, column) => (column === index ? 1 : 0))]);
  for (let pivot = 0; pivot < size; pivot++) {
    const pivotRow = rows[pivot] as number[];
    const scale = pivotRow[pivot] as number;
    for (let column = 0; column < 2 * size; column++) pivotRow[column] = (pivotRow[column] as number) / scale;
    rows.forEach((row, index) => {
      const factor = row[pivot] as number;
      if (index === pivot || factor === 0) return;
      for (let column = 0; column < 2 * size; column++) {
        row[column] = (row[column] as number) - factor * (pivotRow[column] as number);
      }
    });
  }
  return rows.map((row, index) => row[size + index] as number);
}

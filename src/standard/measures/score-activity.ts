import type { ActivityAlgorithm, MatrixAlgorithm } from '../measure-algorithm.ts';

/**
 * The entry of a table of two ways in: one item names the row, the sum of others says how many columns along.
 *
 * @throws {Error} If the registry's own table has no such entry.
 */
export function scoreInMatrix(algorithm: MatrixAlgorithm, values: readonly number[]): number {
  const row = values[algorithm.row_item - 1] ?? 0;
  const sum = algorithm.column_items.reduce((total, item) => total + (values[item - 1] ?? 0), 0);
  const column = algorithm.column_limits.filter((limit) =>
    'above' in limit ? sum > limit.above : sum >= limit.from,
  ).length;
  const score = algorithm.scores[row - 1]?.[column];
  if (score === undefined) throw new Error(`The matrix has no row ${row} and column ${column}`);
  return score;
}

/** Minutes of activity in a week, each kind weighed by its energy and counted up to so many minutes a day. */
export function scoreActivity(algorithm: ActivityAlgorithm, values: readonly number[]): number {
  return algorithm.activities.reduce((sum, { days_item, minutes_item, per_minute }) => {
    const minutes = Math.min(values[minutes_item - 1] ?? 0, algorithm.maximum_minutes);
    return sum + (values[days_item - 1] ?? 0) * minutes * per_minute;
  }, 0);
}

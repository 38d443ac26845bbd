import type { CollectionCode } from '../generated/code-lists.ts';
import type { OutcomesRow } from '../generated/types.ts';
import { type Group, type Pooled, poolGroups } from './pool-groups.ts';

/** A row of outcomes with the collection it was published in. */
export interface CollectedOutcomes extends OutcomesRow {
  readonly collection: CollectionCode;
}

/** Several rows of outcomes read as one. A statistic that some row does not give is null. */
export interface PooledOutcomes {
  readonly measure: OutcomesRow['measure'];
  readonly value_set: OutcomesRow['value_set'];
  readonly collection: CollectionCode;
  readonly change_method: OutcomesRow['change_method'];
  readonly n_paired: number;
  readonly baseline: Pooled | null;
  readonly followUp: Pooled | null;
  /** Null for unpaired rows: a difference between different people is not a change. */
  readonly change: Pooled | null;
  readonly n_improved: number | null;
  readonly n_unchanged: number | null;
  readonly n_worse: number | null;
  readonly improvement_threshold: number | null;
}

/** What all rows of a pool must share, and the words for it. */
const SAME = [
  ['measure', 'measures'],
  ['value_set', 'value sets'],
  ['collection', 'collections'],
  ['change_method', 'paired and unpaired changes'],
  ['breakdown', 'breakdowns'],
] as const;

/**
 * Reads rows of outcomes of different people as one row. Counts are added, never percentages averaged.
 *
 * @throws {RangeError} If there is no row, or the rows mix what must not be mixed: measures, value sets,
 *   collections, paired with unpaired change, thresholds of improvement, or breakdowns (which count the same
 *   people again).
 */
export function poolOutcomes(rows: readonly CollectedOutcomes[]): PooledOutcomes {
  const [first] = rows;
  if (first === undefined) throw new RangeError('There is no row to pool');
  for (const [field, words] of SAME)
    refuseMixed(
      words,
      rows.map((row) => row[field]),
    );
  refuseMixed(
    'thresholds of improvement',
    rows.filter((row) => row.n_improved !== null).map((row) => row.improvement_threshold),
  );
  const { measure, value_set, collection, change_method } = first;
  const n_improved = sumOf(rows, 'n_improved');
  return {
    measure,
    value_set,
    collection,
    change_method,
    n_paired: rows.reduce((sum, row) => sum + row.n_paired, 0),
    baseline: poolStatistic(rows, 'mean_baseline', 'sd_baseline'),
    followUp: poolStatistic(rows, 'mean_follow_up', 'sd_follow_up'),
    change: change_method === 'paired' ? poolStatistic(rows, 'mean_change', 'sd_change') : null,
    n_improved,
    n_unchanged: sumOf(rows, 'n_unchanged'),
    n_worse: sumOf(rows, 'n_worse'),
    improvement_threshold: n_improved === null ? null : first.improvement_threshold,
  };
}

function refuseMixed(words: string, values: readonly unknown[]): void {
  const different = [...new Set(values)];
  if (different.length > 1) {
    throw new RangeError(`Different ${words} cannot be pooled: ${different.join(', ')}`);
  }
}

function poolStatistic(
  rows: readonly CollectedOutcomes[],
  mean: 'mean_baseline' | 'mean_follow_up' | 'mean_change',
  sd: 'sd_baseline' | 'sd_follow_up' | 'sd_change',
): Pooled | null {
  const groups: Group[] = [];
  for (const row of rows) {
    const value = row[mean];
    if (value === null) return null;
    groups.push({ n: row.n_paired, mean: value, sd: row[sd] });
  }
  return poolGroups(groups);
}

function sumOf(
  rows: readonly CollectedOutcomes[],
  field: 'n_improved' | 'n_unchanged' | 'n_worse',
): number | null {
  let sum = 0;
  for (const row of rows) {
    const value = row[field];
    if (value === null) return null;
    sum += value;
  }
  return sum;
}

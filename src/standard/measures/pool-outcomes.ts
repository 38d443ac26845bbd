import type { CollectionCode } from '../generated/code-lists.ts';
import { MEASURES } from '../generated/measures.ts';
import type { OutcomesRow } from '../generated/types.ts';
import { type Group, impossibleGroup, type Pooled, poolGroups } from './pool-groups.ts';
import { type PoolRefusal, type PoolRefusalReason, poolRefusal } from './pool-refusal.ts';

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

export type PoolResult =
  | { readonly pooled: PooledOutcomes; readonly refusal: null }
  | { readonly pooled: null; readonly refusal: PoolRefusal };

/** What all rows of a pool must share. */
const SAME = [
  ['measure', 'measures'],
  ['value_set', 'value_sets'],
  ['collection', 'collections'],
  ['change_method', 'change_methods'],
  ['breakdown', 'breakdowns'],
] as const satisfies readonly (readonly [keyof CollectedOutcomes, PoolRefusalReason])[];

const STATISTICS = [
  ['mean_baseline', 'sd_baseline'],
  ['mean_follow_up', 'sd_follow_up'],
  ['mean_change', 'sd_change'],
] as const;

type Mean = (typeof STATISTICS)[number][0];
type Deviation = (typeof STATISTICS)[number][1];

/**
 * Reads rows of outcomes of different people as one row. Counts are added, never percentages averaged.
 *
 * @returns The pool, or why there is none: no row, figures that cannot be, or rows that mix measures, value
 *   sets, collections, paired with unpaired change, thresholds of improvement, or what counts the same people again:
 *   breakdowns, a row that is there twice, an area with a wider one of its nation.
 */
export function poolOutcomes(rows: readonly CollectedOutcomes[]): PoolResult {
  const refusal = refusalOf(rows);
  if (refusal !== null) return { pooled: null, refusal };
  const [first] = rows;
  if (first === undefined) throw new Error('unreachable: no rows were refused above');
  const { measure, value_set, collection, change_method } = first;
  const n_improved = sumOf(rows, 'n_improved');
  const pooled = {
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
  return { pooled, refusal: null };
}

function refusalOf(rows: readonly CollectedOutcomes[]): PoolRefusal | null {
  if (rows.length === 0) return poolRefusal('nothing_to_pool');
  for (const [field, reason] of SAME) {
    const values = new Set(rows.map((row) => row[field]));
    if (values.size > 1) return poolRefusal(reason, [...values]);
  }
  if (new Set(rows.map(asText)).size < rows.length) return poolRefusal('same_row');
  const overlapping = areasOfSeveralKinds(rows.map((row) => row.area_code));
  if (overlapping.length > 0) return poolRefusal('kinds_of_area', overlapping);
  const counting = rows.filter((row) => row.n_improved !== null);
  const thresholds = new Set(counting.map((row) => row.improvement_threshold));
  if (thresholds.size > 1) return poolRefusal('thresholds', [...thresholds]);
  return rows.map(faultOf).find((fault) => fault !== null) ?? null;
}

/** A row as one text, whatever the order of its fields. */
function asText(row: CollectedOutcomes): string {
  return JSON.stringify(Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** The nations that codes of the Government Statistical Service begin with; K is of several together. */
const OF_SEVERAL_NATIONS: string | undefined = 'K';
const LETTERS_OF_KIND = 3;

/**
 * The areas of a nation that are not all of one kind. Areas of one kind share no people; a code of the Government
 * Statistical Service says its kind in its first three characters, its nation in the first.
 */
function areasOfSeveralKinds(areas: readonly string[]): string[] {
  const coded = areas.filter((area) => /^[A-Z]\d{8}$/.test(area));
  return coded.filter((area) => coded.some((other) => mayOverlap(area, other)));
}

function mayOverlap(area: string, other: string): boolean {
  if (area.slice(0, LETTERS_OF_KIND) === other.slice(0, LETTERS_OF_KIND)) return false;
  return [area[0], OF_SEVERAL_NATIONS].includes(other[0]) || area[0] === OF_SEVERAL_NATIONS;
}

function faultOf(row: CollectedOutcomes): PoolRefusal | null {
  for (const [mean, sd] of STATISTICS) {
    if (row[mean] === null) continue;
    if (MEASURES[row.measure].aggregate !== 'mean') return poolRefusal('not_averaged', [row.measure]);
    if (impossibleGroup(groupOf(row, row[mean], sd)) !== null) {
      return poolRefusal('impossible_figures', [mean, sd]);
    }
  }
  return null;
}

function groupOf(row: CollectedOutcomes, mean: number, sd: Deviation): Group {
  return { n: row.n_paired, mean, sd: row[sd] };
}

function poolStatistic(rows: readonly CollectedOutcomes[], mean: Mean, sd: Deviation): Pooled | null {
  const groups: Group[] = [];
  for (const row of rows) {
    if (row[mean] === null) return null;
    groups.push(groupOf(row, row[mean], sd));
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

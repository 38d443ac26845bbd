import type { TableName } from '../../generated/tables.ts';
import { columnsOf, type RowValues } from '../../row.ts';
import { areaAsRead } from './areas.ts';
import { cellKey } from './passes.ts';
import { codeAt } from './values.ts';

const COVERAGE = columnsOf('outcome_coverage');
const OUTCOMES = columnsOf('outcomes');

export type OutcomeTable = Extract<TableName, 'outcome_coverage' | 'outcomes'>;

/** The tables about what was measured. */
export const OUTCOME_TABLES: readonly OutcomeTable[] = ['outcome_coverage', 'outcomes'];

export function isOutcomeTable(table: TableName): table is OutcomeTable {
  return table === 'outcome_coverage' || table === 'outcomes';
}

/** The counts of people that the categories of a breakdown share out. */
const SHARED_COUNTS = {
  outcome_coverage: ['n_eligible', 'n_baseline', 'n_follow_up', 'n_paired'],
  outcomes: ['n_paired', 'n_improved', 'n_unchanged', 'n_worse'],
} as const satisfies Record<OutcomeTable, readonly string[]>;

/** What a row of an outcome table has in common with the row of everyone: all but breakdown and category. */
export function everyoneCell(table: OutcomeTable, values: RowValues): string {
  const columns = table === 'outcomes' ? OUTCOMES : COVERAGE;
  const further = table === 'outcomes' ? [OUTCOMES.interval, OUTCOMES.completion_mode] : [];
  return cellKey(
    table,
    codeAt(values, columns.measure),
    codeAt(values, columns.value_set),
    areaAsRead(codeAt(values, columns.area_code)),
    ...further.map((column) => codeAt(values, column)),
  );
}

export function breakdownOf(table: OutcomeTable, values: RowValues): string {
  return codeAt(values, table === 'outcomes' ? OUTCOMES.breakdown : COVERAGE.breakdown);
}

/** Where the shared counts of an outcome table stand in its rows. */
export function sharedColumns(table: OutcomeTable): readonly (readonly [field: string, column: number])[] {
  return table === 'outcomes'
    ? SHARED_COUNTS.outcomes.map((field) => [field, OUTCOMES[field]] as const)
    : SHARED_COUNTS.outcome_coverage.map((field) => [field, COVERAGE[field]] as const);
}

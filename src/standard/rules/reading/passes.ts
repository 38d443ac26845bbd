import type { TableName } from '../../generated/tables.ts';
import type { RowValues } from '../../row.ts';
import type { RulePass } from '../rule.ts';

/** A pass that looks at the rows of one table, each by itself. */
export function overRowsOf(table: TableName, look: LookAtRow): RulePass {
  return overTables({ [table]: look });
}

/** Looks at one row, given where it stands in its table. */
export type LookAtRow = (values: RowValues, row: number) => void;

/** A pass that looks at the rows of some tables, each in its own way, and then at what it gathered. */
export function overTables(looks: Partial<Record<TableName, LookAtRow>>, end?: () => void): RulePass {
  return {
    reads: Object.keys(looks) as TableName[],
    row(table, values, index) {
      looks[table]?.(values, index);
    },
    ...(end === undefined ? {} : { end }),
  };
}

/** A pass with nothing to look at. */
export const NOTHING_TO_CHECK: RulePass = {};

/** One text for a combination of codes. */
export function cellKey(...codes: readonly string[]): string {
  return codes.join('|');
}

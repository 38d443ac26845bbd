import type { TableName } from '../../generated/tables.ts';
import type { RowValues } from '../../row.ts';
import type { RulePass } from '../rule.ts';

/** A pass that looks at the rows of one table, each by itself. */
export function overRowsOf(table: TableName, look: (values: RowValues, row: number) => void): RulePass {
  return {
    row(name, values, index) {
      if (name === table) look(values, index);
    },
  };
}

/** A pass with nothing to look at. */
export const NOTHING_TO_CHECK: RulePass = {};

/** One text for a combination of codes. */
export function cellKey(...codes: readonly string[]): string {
  return codes.join('|');
}

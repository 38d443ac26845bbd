import type { TableName } from '../../standard/generated/tables.ts';
import type { ReturnHeader } from '../../standard/row.ts';
import type { AcceptedTable } from '../../store/accepted-tables.ts';
import type { Database } from '../../store/database.ts';
import { sumCounts } from '../../store/sum-counts.ts';
import { countedIn, type Totals, totalKey } from '../../validation/total-counts.ts';

/** What was accepted before, of the tables that a return brings again. */
export interface EarlierTotals {
  readonly totals: Totals;
  /** The header each table was last accepted with. */
  readonly headers: ReadonlyMap<TableName, ReturnHeader>;
}

/** Has the database add up the tables that stand, of those wanted. */
export async function readEarlierTotals(
  db: Database,
  standing: readonly AcceptedTable[],
  isWanted: (table: TableName) => boolean,
): Promise<EarlierTotals> {
  const totals: Totals = new Map();
  const headers = new Map<TableName, ReturnHeader>();
  for (const { submission_id, table, header } of standing) {
    const counted = countedIn(table);
    if (counted === undefined || !isWanted(table)) continue;
    headers.set(table, header);
    for (const { codes, count } of await sumCounts(db, submission_id, table, counted)) {
      totals.set(totalKey(table, ...codes), { table, row: null, field: counted.count, codes, count });
    }
  }
  return { totals, headers };
}

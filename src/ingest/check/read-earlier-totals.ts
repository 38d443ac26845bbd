import type { TableName } from '../../standard/generated/tables.ts';
import type { ReturnHeader } from '../../standard/row.ts';
import type { AcceptedTable } from '../../store/accepted-tables.ts';
import type { Database } from '../../store/database.ts';
import { listStoredTotals } from '../../store/stored-totals.ts';
import { countedIn, type Totals, totalKey } from '../../validation/total-counts.ts';

/** What was accepted before, of the tables that a return brings again. */
export interface EarlierTotals {
  readonly totals: Totals;
  /** The header each table was last accepted with. */
  readonly headers: ReadonlyMap<TableName, ReturnHeader>;
}

/** Reads the totals of the tables that stand, of those wanted. */
export async function readEarlierTotals(
  db: Database,
  standing: readonly AcceptedTable[],
  isWanted: (table: TableName) => boolean,
): Promise<EarlierTotals> {
  const compared = standing.filter(({ table }) => countedIn(table) !== undefined && isWanted(table));
  const totals = await readTotals(db, compared);
  return { totals, headers: new Map(compared.map(({ table, header }) => [table, header])) };
}

/** Totals of stored tables, as they were added up when these came; no row has them any more. */
export async function readTotals(
  db: Database,
  tables: readonly Pick<AcceptedTable, 'standing_submission_id' | 'table'>[],
): Promise<Totals> {
  const totals: Totals = new Map();
  for (const { table, codes, count } of await listStoredTotals(db, tables)) {
    const field = countedIn(table)?.count ?? '';
    totals.set(totalKey(table, ...codes), { table, row: null, field, codes, count });
  }
  return totals;
}

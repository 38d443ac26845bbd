import type pg from 'pg';
import type { TableName } from '../../standard/generated/tables.ts';
import type { ReturnHeader } from '../../standard/row.ts';
import type { AcceptedTable } from '../../store/accepted-tables.ts';
import { copyRowsOut } from '../../store/copy-rows.ts';
import { addToTotals, TOTALLED, type Totals } from './total-counts.ts';

/** What was accepted before, of the tables that a return brings again. */
export interface EarlierTotals {
  readonly totals: Totals;
  /** The header each table was last accepted with. */
  readonly headers: ReadonlyMap<TableName, ReturnHeader>;
}

/** Adds up the tables that stand, of those wanted, a batch of rows at a time. */
export async function readEarlierTotals(
  client: pg.PoolClient,
  standing: readonly AcceptedTable[],
  isWanted: (table: TableName) => boolean,
): Promise<EarlierTotals> {
  const totals: Totals = new Map();
  const wanted = standing.filter(({ table }) => TOTALLED.includes(table) && isWanted(table));
  for (const { submission_id, table } of wanted) {
    for await (const batch of copyRowsOut(client, submission_id, table)) addToTotals(totals, table, batch);
  }
  return { totals, headers: new Map(wanted.map(({ table, header }) => [table, header])) };
}

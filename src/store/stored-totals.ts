import { and, eq, or } from 'drizzle-orm';
import type { TableName } from '../standard/generated/tables.ts';
import type { AcceptedTable } from './accepted-tables.ts';
import type { Database } from './database.ts';
import type { StoredTotal } from './stored-values.ts';
import { submissionTables } from './tables/submissions.ts';

/** What was added up when the tables were stored. A table without rows has no totals. */
export async function listStoredTotals(
  db: Database,
  tables: readonly Pick<AcceptedTable, 'standing_submission_id' | 'table'>[],
): Promise<(StoredTotal & { readonly table: TableName })[]> {
  if (tables.length === 0) return [];
  const rows = await db
    .select({ table: submissionTables.table_name, totals: submissionTables.totals })
    .from(submissionTables)
    .where(
      or(
        ...tables.map(({ standing_submission_id, table }) =>
          and(
            eq(submissionTables.submission_id, standing_submission_id),
            eq(submissionTables.table_name, table),
          ),
        ),
      ),
    );
  return rows.flatMap(({ table, totals }) => totals.map((total) => ({ table, ...total })));
}

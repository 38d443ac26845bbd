import { getTableName, sql } from 'drizzle-orm';
import type { TableName } from '../standard/generated/tables.ts';
import type { Database } from './database.ts';
import { ROW_TABLES } from './generated/row-tables.ts';

/** A count added over the rows that share some codes. */
export interface CountSum {
  readonly codes: readonly string[];
  readonly count: number;
}

/**
 * Adds up a count over the stored rows of one table of a submission, for each combination of codes that they have
 * in the fields given. A count that is not known adds nothing. A table without rows has no sums.
 */
export async function sumCounts(
  db: Database,
  submission_id: string,
  table: TableName,
  { by, count }: { readonly by: readonly string[]; readonly count: string },
): Promise<CountSum[]> {
  const codes = sql.join([sql`array[]::text[]`, ...by.map((field) => sql.identifier(field))], sql` || `);
  const { rows } = await db.execute<{ codes: string[]; count: string }>(sql`
    select ${codes} as codes, coalesce(sum(${sql.identifier(count)}), 0) as count
    from ${sql.identifier(getTableName(ROW_TABLES[table]))}
    where submission_id = ${submission_id}
    group by 1
    order by 1`);
  return rows.map((row) => ({ codes: row.codes, count: Number(row.count) }));
}

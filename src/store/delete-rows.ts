import { eq } from 'drizzle-orm';
import type { TableName } from '../standard/generated/tables.ts';
import type { Database } from './database.ts';
import { ROW_TABLES } from './generated/row-tables.ts';

/** Removes the rows of a submission that never stood. Rows that stand, or stood, are never removed. */
export async function deleteRows(
  db: Database,
  submission_id: string,
  tables: readonly TableName[],
): Promise<void> {
  for (const table of tables) {
    const rows = ROW_TABLES[table];
    await db.delete(rows).where(eq(rows.submission_id, submission_id));
  }
}

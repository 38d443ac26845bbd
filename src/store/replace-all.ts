import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';

/** For `onConflictDoUpdate`: every column but the key takes the value that was to be inserted. */
export function replaceAllBut(table: PgTable, key: string): Record<string, SQL> {
  const replaced = Object.values(getTableColumns(table)).filter(({ name }) => name !== key);
  return Object.fromEntries(replaced.map(({ name }) => [name, sql`excluded.${sql.identifier(name)}`]));
}

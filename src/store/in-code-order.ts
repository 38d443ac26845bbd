import { type AnyColumn, type SQL, sql } from 'drizzle-orm';

/** Orders by code point, the same on every machine; a database's own order depends on its language. */
export function inCodeOrder(column: AnyColumn): SQL {
  return sql`${column} collate "C"`;
}

import { join } from 'node:path';
import type { TableName } from '../standard/generated/tables.ts';

/** The forms in which all published cells of a table can be had as one file. */
export const BULK_FORMATS = ['parquet', 'csv'] as const;

export type BulkFormat = (typeof BULK_FORMATS)[number];

/** Where, below a release, all published cells of one table are, every period of it. */
export function bulkPath(table: TableName, format: BulkFormat): string {
  return join('tables', `${table}.${format}`);
}

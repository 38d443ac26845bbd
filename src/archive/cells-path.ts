import { join } from 'node:path';
import type { TableName } from '../standard/generated/tables.ts';

/** Where, below a release, the published cells of one table and period are. */
export function cellsPath(table: TableName, period: string): string {
  return join('cells', `table=${table}`, `period=${period}`, 'cells.parquet');
}

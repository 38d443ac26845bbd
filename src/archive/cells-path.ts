import { join } from 'node:path';
import type { TableName } from '../standard/generated/tables.ts';

/** Where, below a release, the published cells of one table and period are. */
export function cellsPath(table: TableName, period: string): string {
  return join(cellsFolder(table), `period=${period}`, 'cells.parquet');
}

/** Where, below a release, the published cells of one table are, with a slash at its end. */
export function cellsFolder(table: TableName): string {
  return join('cells', `table=${table}`, '/');
}

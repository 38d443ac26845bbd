import type { TableName } from '../../generated/tables.ts';
import type { ReturnHeader } from '../../row.ts';

/** Whether the return says that an item of a table (a field, a stage, a characteristic) is not collected. */
export function isNamedNotCollected(header: ReturnHeader, table: TableName, item: string): boolean {
  return header.coverage.tables?.[table]?.not_collected?.includes(item) ?? false;
}

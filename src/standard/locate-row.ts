import type { Location } from './finding.ts';
import type { TableName } from './generated/tables.ts';
import { pointerTo } from './pointer.ts';
import { safeValue } from './safe-value.ts';

/** The form a return came in: places of a CSV are also given by record and column. */
export type ReturnForm = 'json' | 'csv';

/** The header of a CSV is record 1. */
const RECORD_OF_FIRST_ROW = 2;

/** A row of a table, or one field of it. */
export interface RowPlace {
  readonly table: TableName;
  /** Index of the row, from 0. */
  readonly row: number;
  readonly field: string | null;
  readonly value: string | null;
  readonly suggestion: string | null;
}

/** The place of a row, or of a field of it, as a report gives it. */
export function locateRow(form: ReturnForm, { table, row, field, value, suggestion }: RowPlace): Location {
  return {
    pointer: pointerTo(['tables', table, row, ...(field === null ? [] : [field])]),
    row: form === 'csv' ? row + RECORD_OF_FIRST_ROW : null,
    column: form === 'csv' && field !== null ? safeValue(field) : null,
    value,
    suggestion,
  };
}

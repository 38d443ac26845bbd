import type { Location } from './finding.ts';
import type { TableName } from './generated/tables.ts';
import { pointerTo } from './pointer.ts';
import { quoteName } from './quote-value.ts';

/** The form a return came in: places are also given as a person finds them there. */
export type ReturnForm = 'json' | 'ndjson' | 'csv' | 'zip' | 'xlsx';

/** The number that a row of a table has in its file: its line in NDJSON, its row in a sheet. */
export type RowNumbers = (table: TableName, row: number) => number | null;

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

/**
 * The place of a row, or of a field of it, as a report gives it.
 *
 * @param numbers - For the forms in which the number of a row does not follow from its index.
 */
export function locateRow(form: ReturnForm, place: RowPlace, numbers?: RowNumbers): Location {
  const { table, row, field, value, suggestion } = place;
  const hasColumns = form === 'csv' || form === 'zip' || form === 'xlsx';
  return {
    pointer: pointerTo(['tables', table, row, ...(field === null ? [] : [field])]),
    ...(form === 'xlsx' ? { sheet: table } : {}),
    row: form === 'csv' || form === 'zip' ? row + RECORD_OF_FIRST_ROW : (numbers?.(table, row) ?? null),
    column: hasColumns && field !== null ? quoteName(field) : null,
    value,
    suggestion,
  };
}

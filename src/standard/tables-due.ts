import { TABLE_NAMES, TABLES, type TableName } from './generated/tables.ts';
import type { Organisation } from './generated/types.ts';
import { datesOf } from './period.ts';

const LEVELS: readonly Organisation['obligation'][] = ['core', 'standard', 'full'];

/**
 * The tables that an organisation has to send for a quarter: those it declared, else all of its obligation level.
 *
 * Tables of a financial year are due with the quarter that ends it. An organisation that sends returns on no day of
 * the quarter has none.
 *
 * @returns The tables in schema order.
 * @throws {RangeError} If the period is not a quarter or financial year.
 * @example
 * tablesDue({ code: '7A7', obligation: 'core', valid_from: '2026-04-01' }, '2026-Q2');
 * // ['profiles', 'characteristics', 'pathway']
 */
export function tablesDue(organisation: Organisation, quarter: string): TableName[] {
  const { start, end } = datesOf(quarter);
  const { valid_from, valid_to, obligation, tables } = organisation;
  if (valid_from > end || (valid_to !== undefined && valid_to < start)) return [];
  const isOfLevel = (table: TableName) =>
    LEVELS.indexOf(TABLES[table].obligation) <= LEVELS.indexOf(obligation);
  const endsTheYear = quarter.endsWith('Q1');
  return TABLE_NAMES.filter(
    (table) =>
      (tables?.includes(table) ?? isOfLevel(table)) && (endsTheYear || TABLES[table].covers === 'quarter'),
  );
}

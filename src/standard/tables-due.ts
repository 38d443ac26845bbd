import { TABLE_NAMES, TABLES, type TableName } from './generated/tables.ts';
import type { Organisation } from './generated/types.ts';
import { datesOf } from './period.ts';

/** Tables whose rows describe the last day of a period, and which have to come at least once a year. */
export const ONCE_A_YEAR: ReadonlySet<TableName> = new Set(['workforce', 'assets']);

const LEVELS: readonly Organisation['obligation'][] = ['core', 'standard', 'full'];

/**
 * The tables that an organisation has to send for a quarter: those it declared, else all of its obligation level.
 *
 * Tables of a financial year are due with the quarter that ends it, and so is at the latest one that comes once a
 * year. An organisation that sends returns on no day of
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
  const isYearly = (table: TableName) => TABLES[table].covers === 'financial_year' || ONCE_A_YEAR.has(table);
  return TABLE_NAMES.filter(
    (table) => (tables?.includes(table) ?? isOfLevel(table)) && (endsTheYear || !isYearly(table)),
  );
}

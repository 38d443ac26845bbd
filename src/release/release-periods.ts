import { TABLES, type TableName } from '../standard/generated/tables.ts';
import { financialYearOf, quartersOf } from '../standard/period.ts';
import type { PrivateRows } from './private-rows.ts';

/** A period of a release with the quarters whose rows it adds up. */
export interface ReleasePeriod {
  readonly period: string;
  readonly quarters: readonly string[];
}

/** The quarters that some table holds, then the financial years that end within them, in order. */
export function releasePeriods(rows: readonly PrivateRows[]): ReleasePeriod[] {
  const quarters = [...new Set(rows.map((row) => row.period))].sort();
  const years = [...new Set(quarters.map(financialYearOf))];
  return [
    ...quarters.map((quarter) => ({ period: quarter, quarters: [quarter] })),
    ...years
      .map((year) => ({ period: year, quarters: quartersOf(year) }))
      .filter((year) => quarters.includes(year.quarters.at(-1) as string)),
  ];
}

/**
 * The returns that a period of a table adds up; none where the release does not hold all of them.
 *
 * Rows that describe a financial year come with the return of its last quarter, and with no quarter of their own.
 */
export function returnsOf(
  rows: readonly PrivateRows[],
  table: TableName,
  { quarters }: ReleasePeriod,
): readonly PrivateRows[] {
  const isOfYears = TABLES[table].covers === 'financial_year';
  if (isOfYears && quarters.length === 1) return [];
  const needed = isOfYears ? quarters.slice(-1) : quarters;
  const found = rows.filter((row) => row.table === table && needed.includes(row.period));
  return needed.every((quarter) => found.some((row) => row.period === quarter)) ? found : [];
}

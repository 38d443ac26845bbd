import { financialYearOf, quartersOf } from '../standard/period.ts';
import type { PrivateRows } from './private-rows.ts';

/** A period of a release with the quarters whose rows it adds up. */
export interface ReleasePeriod {
  readonly period: string;
  readonly quarters: readonly string[];
}

/** The quarters that some table holds, then the financial years of which every quarter is there, in order. */
export function releasePeriods(rows: readonly PrivateRows[]): ReleasePeriod[] {
  const quarters = [...new Set(rows.map((row) => row.period))].sort();
  const years = [...new Set(quarters.map(financialYearOf))];
  return [
    ...quarters.map((quarter) => ({ period: quarter, quarters: [quarter] })),
    ...years
      .map((year) => ({ period: year, quarters: quartersOf(year) }))
      .filter((year) => year.quarters.every((quarter) => quarters.includes(quarter))),
  ];
}

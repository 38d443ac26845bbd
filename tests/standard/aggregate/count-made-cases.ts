import { aggregateRecords, type Records } from '../../../src/standard/aggregate/aggregate-records.ts';
import type { TableName } from '../../../src/standard/generated/tables.ts';
import { EVERYTHING, headerOf } from './made-records.ts';

type Row = Readonly<Record<string, string | number | null>>;

/** Aggregates a few made records into the return of one quarter. */
export function countOfPeriod(period: string, records: Partial<Records>) {
  const aggregated = aggregateRecords(
    { cases: [], connections: [], scores: [], ...records },
    { header: headerOf(period), holdings: EVERYTHING, forReferred: [] },
  );
  const tables = aggregated.document.tables as unknown as Partial<Record<TableName, readonly Row[]>>;
  const rows = (table: TableName, where: Row = {}) =>
    (tables[table] ?? []).filter((row) =>
      Object.entries(where).every(([field, value]) => row[field] === value),
    );
  return {
    ...aggregated,
    rows,
    /** Adds up one count of the rows that hold these codes. */
    sum: (table: TableName, count: string, where: Row = {}) =>
      rows(table, where).reduce((total, row) => total + Number(row[count]), 0),
  };
}

import type { Manifest } from '../archive/manifest.ts';
import { CODE_LISTS, type FiguresStatusCode } from '../standard/generated/code-lists.ts';
import { TABLE_NAMES, type TableName } from '../standard/generated/tables.ts';
import { quartersWithin } from './coverage-state.ts';

/** Of the code list, which goes from the least settled to the most. */
const STATUSES = CODE_LISTS.figures_status.codes.map(({ code }) => code as FiguresStatusCode);

/**
 * How settled the figures of a table and period are, by what its returns say: as settled as the least settled of them.
 * Null where no return holds the table.
 */
export function figuresStatus(release: Manifest, table: TableName, period: string): FiguresStatusCode | null {
  const quarters = quartersWithin(period, table);
  const said = release.coverage
    .filter((item) => quarters.includes(item.period) && item.tables[table] !== undefined)
    .map(({ figures_status }) => figures_status);
  return leastSettled(said);
}

/** The status of every table and period of a release. */
export function statusesOf(release: Manifest): Partial<Record<TableName, Record<string, FiguresStatusCode>>> {
  return Object.fromEntries(
    TABLE_NAMES.flatMap((table) => {
      const contents = release.tables[table];
      if (contents === undefined) return [];
      const periods = [...contents.quarters, ...contents.financial_years];
      const statuses = periods.flatMap((period) => {
        const status = figuresStatus(release, table, period);
        return status === null ? [] : [[period, status]];
      });
      return [[table, Object.fromEntries(statuses)]];
    }),
  );
}

/** The status of a release as a whole: that of its least settled figures. */
export function releaseStatus(release: Manifest): FiguresStatusCode | null {
  return leastSettled(release.coverage.map(({ figures_status }) => figures_status));
}

function leastSettled(said: readonly string[]): FiguresStatusCode | null {
  return STATUSES.find((status) => said.includes(status)) ?? null;
}

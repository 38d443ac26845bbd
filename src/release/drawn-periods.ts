import { TABLE_NAMES, type TableName } from '../standard/generated/tables.ts';
import type { PrivateRows } from './private-rows.ts';
import { type ReleasePeriod, releasePeriods } from './release-periods.ts';
import { contentKey, type RevisionContents } from './revision-contents.ts';

/** A period of a release, with the tables that are drawn for it. */
export interface DrawnPeriod extends ReleasePeriod {
  readonly tables: readonly TableName[];
}

/** The periods of a release in order, each with its tables in order. */
export function drawnPeriods(rows: readonly PrivateRows[], drawn: RevisionContents): DrawnPeriod[] {
  return releasePeriods(rows).map((period) => ({
    ...period,
    tables: TABLE_NAMES.filter((table) => contentKey(table, period.period) in drawn),
  }));
}

import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { figuresOf, periodLevelOf } from '../disclosure/lattice.ts';
import { SCHEMA_VERSION, TABLE_NAMES, TABLES, type TableName } from '../standard/generated/tables.ts';
import type { SchemaVersion } from '../standard/generated/versions.ts';
import { isQuarter, quarterAfter } from '../standard/period.ts';
import type { PrivateRows } from './private-rows.ts';
import { type ReleasePeriod, releasePeriods, returnsOf } from './release-periods.ts';

/**
 * What the figures of a release were drawn from: for each table and period a digest of the keyed rows behind
 * it. Rows that are the same have the same name, so equal digests are equal figures under equal noise.
 */
export type RevisionContents = Readonly<Record<string, string>>;

/** Names a table's own figures of a period, or those that it reads from the quarter before. */
export function contentKey(table: TableName, period: string, isCarried = false): string {
  return `${table} ${period}${isCarried ? ' carried' : ''}`;
}

/** Whether a table of a version can be asked for a period of these rows. */
export function holds(
  rows: readonly PrivateRows[],
  table: TableName,
  period: ReleasePeriod,
  version: SchemaVersion = SCHEMA_VERSION,
): boolean {
  return (
    figuresOf(table, periodLevelOf(period.period), version).length > 0 &&
    returnsOf(rows, table, period).length > 0
  );
}

/**
 * The contents of a release of these rows. Private: a digest of a small table could be guessed.
 *
 * Rows that a release lifts to a later version keep their names, so that they are the same contents there.
 */
export function contentsOf(
  rows: readonly PrivateRows[],
  version: SchemaVersion = SCHEMA_VERSION,
): RevisionContents {
  const contents: Record<string, string> = {};
  const periods = releasePeriods(rows);
  for (const table of TABLE_NAMES) {
    for (const period of periods.filter((each) => holds(rows, table, each, version))) {
      const own = digestOf(returnsOf(rows, table, period));
      contents[contentKey(table, period.period)] = own;
      if (TABLES[table].carried_over.length === 0 || !isQuarter(period.period)) continue;
      const before = periods.find(
        ({ period: other }) => isQuarter(other) && quarterAfter(other) === period.period,
      );
      const source =
        before && holds(rows, table, before, version) ? returnsOf(rows, table, before) : undefined;
      contents[contentKey(table, period.period, true)] = source ? digestOf(source) : own;
    }
  }
  return contents;
}

/** The names are keyed digests of the rows and of the header fields that they carry. */
function digestOf(rows: readonly PrivateRows[]): string {
  const names = rows.map(({ path }) => basename(path)).sort();
  return createHash('sha256').update(names.join('\n')).digest('hex');
}

import { basename } from 'node:path';
import type { ReleaseChange } from '../archive/manifest.ts';
import { TABLE_NAMES, type TableName } from '../standard/generated/tables.ts';
import type { AcceptedTable } from '../store/accepted-tables.ts';
import type { PrivateRows } from './private-rows.ts';

/**
 * The tables that a release was drawn from: by organisation, period and table the name of its keyed rows, which is
 * the same for the same rows. Private.
 */
export type ReturnNames = Readonly<Record<string, string>>;

function returnKey(organisation: string, period: string, table: TableName): string {
  return `${period} ${organisation} ${table}`;
}

/** What each table of a return is kept as, by whose it is. `rows` are in the order of `accepted`. */
export function namesOfReturns(
  accepted: readonly AcceptedTable[],
  rows: readonly PrivateRows[],
): ReturnNames {
  return Object.fromEntries(
    accepted.map(({ organisation, period, table }, index) => [
      returnKey(organisation, period, table),
      basename((rows[index] as PrivateRows).path),
    ]),
  );
}

/**
 * What came, was sent again with other rows, or was taken back between two releases: names alone, by period,
 * organisation and table. A table that was sent again as it was is no change.
 */
export function listChanges(before: ReturnNames, after: ReturnNames): ReleaseChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].sort(inOrder).flatMap((key) => {
    const [period = '', organisation = '', table = ''] = key.split(' ');
    const change = changeOf(before[key], after[key]);
    return change === undefined ? [] : [{ organisation, period, table: table as TableName, change }];
  });
}

function changeOf(
  before: string | undefined,
  after: string | undefined,
): ReleaseChange['change'] | undefined {
  if (before === undefined) return 'new';
  if (after === undefined) return 'withdrawn';
  return before === after ? undefined : 'revised';
}

function inOrder(left: string, right: string): number {
  const [a, b] = [left, right].map((key) => {
    const [period, organisation, table] = key.split(' ');
    const place = String(TABLE_NAMES.indexOf(table as TableName)).padStart(2, '0');
    return `${period} ${organisation} ${place}`;
  });
  return (a as string) < (b as string) ? -1 : 1;
}

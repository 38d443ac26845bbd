import { TABLE_NAMES } from '../standard/generated/tables.ts';
import { isQuarter, quartersOf } from '../standard/period.ts';
import type { AcceptedTable } from '../store/accepted-tables.ts';
import type { PublishedContents } from './published-contents.ts';
import { contentKey, type RevisionContents } from './revision-contents.ts';

/** Provisional, revised and final: with more draws of one cell, their mean would come close to the true count. */
export const QUARTER_VERSIONS = 3;
/** When its four quarters are in, and when all of them are final. */
export const YEAR_VERSIONS = 2;

/** A table and period whose figures may not change again. */
export interface FrozenPeriod {
  readonly table: string;
  readonly period: string;
  readonly versions: number;
  /** Those who sent the table again since it was last published. */
  readonly organisations: readonly string[];
}

/**
 * The first table and period that these contents would draw once too often; undefined where there is none.
 *
 * @param published - What releases of the same collection were published with.
 */
export function frozenPeriod(
  contents: RevisionContents,
  published: readonly PublishedContents[],
  accepted: readonly AcceptedTable[],
): FrozenPeriod | undefined {
  for (const [key, content] of Object.entries(contents)) {
    const [table = '', period = ''] = key.split(' ');
    const drawn = versionsOf(key, published);
    const versions = isQuarter(period) ? QUARTER_VERSIONS : YEAR_VERSIONS;
    if (drawn.has(content) || drawn.size < versions) continue;
    const last =
      published
        .map(({ built_at }) => built_at)
        .sort()
        .at(-1) ?? '';
    const quarters = isQuarter(period) ? [period] : quartersOf(period);
    const changed = accepted.filter(
      (item) =>
        item.table === table && quarters.includes(item.period) && item.accepted_at.toISOString() > last,
    );
    const organisations = [...new Set(changed.map(({ organisation }) => organisation))].sort();
    return { table, period, versions, organisations };
  }
  return undefined;
}

/**
 * The financial years that wait: published once, changed since, and not yet final in every return, so that
 * their second and last version is kept for the final figures.
 *
 * @returns Keys of contents.
 */
export function waitingYears(
  contents: RevisionContents,
  published: readonly PublishedContents[],
  accepted: readonly AcceptedTable[],
): ReadonlySet<string> {
  const waiting = new Set<string>();
  for (const table of TABLE_NAMES) {
    for (const year of new Set(published.flatMap(yearsOf))) {
      const key = contentKey(table, year);
      const content = contents[key];
      const drawn = versionsOf(key, published);
      if (content === undefined || drawn.has(content) || drawn.size !== YEAR_VERSIONS - 1) continue;
      const returns = accepted.filter(
        (item) => item.table === table && quartersOf(year).includes(item.period),
      );
      if (returns.some(({ header }) => header.figures_status !== 'final')) waiting.add(key);
    }
  }
  return waiting;
}

function yearsOf({ contents }: PublishedContents): string[] {
  return Object.keys(contents)
    .map((key) => key.split(' ')[1] as string)
    .filter((period) => !isQuarter(period));
}

function versionsOf(key: string, published: readonly PublishedContents[]): ReadonlySet<string> {
  return new Set(published.flatMap(({ contents }) => contents[key] ?? []));
}

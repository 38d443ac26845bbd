import type { Manifest } from '../archive/manifest.ts';
import { periodLevelOf } from '../disclosure/lattice.ts';
import { CODE_LISTS } from '../standard/generated/code-lists.ts';
import type { TableName } from '../standard/generated/tables.ts';
import { quartersOf } from '../standard/period.ts';
import { ancestryOf, leavesOf } from './scope.ts';

/** How complete the returns of an area are: a statement of the submitters, never a reading of counts. */
export type CoverageState = 'complete' | 'partial' | 'no_return';

/** An organisation whose return of a period is missing or incomplete. */
export interface Gap {
  readonly organisation: string;
  readonly period: string;
  readonly state: 'partial' | 'no_return';
}

/**
 * How complete a table is for an area and period.
 *
 * Complete when every finest area within it is covered by a statement of completeness in every quarter;
 * `no_return` when no organisation returned the table for any of it; else partial.
 */
export function coverageState(
  release: Manifest,
  table: TableName,
  area: string,
  period: string,
): CoverageState {
  // An evaluation reports the people it measured: it makes no claim about everyone in an area.
  if (release.collection === 'evidence') return 'complete';
  const states = quartersWithin(period).flatMap((quarter) =>
    leavesOf(area).map((leaf) => leafState(release, table, leaf, quarter)),
  );
  if (states.every((state) => state === 'complete')) return 'complete';
  return states.every((state) => state === 'no_return') ? 'no_return' : 'partial';
}

/** The organisations that serve an area and whose return of the table is missing or incomplete. */
export function coverageGaps(release: Manifest, table: TableName, area: string, period: string): Gap[] {
  return quartersWithin(period).flatMap((quarter) =>
    organisationsServing(area).flatMap(({ code, areaCode }) => {
      const state = coverageState(release, table, areaCode, quarter);
      return state === 'complete' ? [] : [{ organisation: code, period: quarter, state }];
    }),
  );
}

function leafState(release: Manifest, table: TableName, leaf: string, quarter: string): CoverageState {
  const ancestry = ancestryOf(leaf);
  const returns = release.coverage.filter(
    (item) => item.period === quarter && item.tables[table] !== undefined,
  );
  const isComplete = returns.some((item) =>
    item.areas_complete[table]?.some((area) => ancestry.includes(area)),
  );
  if (isComplete) return 'complete';
  const serves = organisationsServing(leaf).map((organisation) => organisation.code);
  return returns.some((item) => serves.includes(item.organisation)) ? 'partial' : 'no_return';
}

/** Organisations of the register whose own area is the area, within it, or around it. */
function organisationsServing(area: string): { code: string; areaCode: string }[] {
  return CODE_LISTS.organisations.codes.flatMap(({ code, extra }) => {
    const areaCode = extra?.area_code;
    const isPublisher = extra?.nation === '';
    if (areaCode === undefined || isPublisher) return [];
    return ancestryOf(areaCode).includes(area) || ancestryOf(area).includes(areaCode)
      ? [{ code, areaCode }]
      : [];
  });
}

function quartersWithin(period: string): readonly string[] {
  return periodLevelOf(period) === 'quarter' ? [period] : quartersOf(period);
}

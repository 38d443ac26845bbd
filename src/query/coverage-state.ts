import type { Manifest, ReturnCoverage } from '../archive/manifest.ts';
import { periodLevelOf, type Selectors } from '../disclosure/lattice.ts';
import { type CodeList, isValidThroughout } from '../standard/code-list.ts';
import { CODE_LISTS } from '../standard/generated/code-lists.ts';
import { MEASURES, type MeasureId } from '../standard/generated/measures.ts';
import { TABLES, type TableName } from '../standard/generated/tables.ts';
import { datesOf, quartersOf } from '../standard/period.ts';
import { ancestryOf, leavesOf } from './scope.ts';

/**
 * How complete the returns of an area are: a statement of the submitters, never a reading of counts.
 *
 * `not_collected` where a return of the table came, but says that it does not hold what is asked.
 */
export type CoverageState = 'complete' | 'partial' | 'not_collected' | 'no_return';

/** What a question asks of the returns: a table, under selectors such as one characteristic or one measure. */
export interface Covered {
  readonly release: Manifest;
  readonly table: TableName;
  readonly selectors: Selectors;
  /**
   * The person dimensions that are fixed, where they are known: a stage may be one that a system does not hold, a code
   * one that came after the version of a return.
   */
  readonly fixed?: Readonly<Record<string, string>>;
}

/** An organisation whose return of a period is missing or incomplete, or does not hold what is asked. */
export interface Gap {
  readonly organisation: string;
  readonly period: string;
  readonly state: Exclude<CoverageState, 'complete'>;
}

/**
 * How complete the returns are for an area and period.
 *
 * Complete when every finest area within it is covered by a statement of completeness in every quarter;
 * `no_return` or `not_collected` when that is so of all of it; else partial.
 */
export function coverageState(covered: Covered, area: string, period: string): CoverageState {
  // An evaluation reports the people it measured: it makes no claim about everyone in an area.
  if (covered.release.collection === 'evidence') return 'complete';
  const states = new Set(
    quartersWithin(period, covered.table).flatMap((quarter) =>
      leavesOf(area, datesOf(quarter)).map((leaf) => leafState(covered, leaf, quarter)),
    ),
  );
  const [only] = states;
  if (states.size === 1 && only !== undefined) return only;
  return states.has('complete') || states.has('partial') ? 'partial' : 'no_return';
}

/** The organisations that serve an area and whose returns do not cover it, or not what is asked. */
export function coverageGaps(covered: Covered, area: string, period: string): Gap[] {
  return quartersWithin(period, covered.table).flatMap((quarter) =>
    organisationsServing(area).flatMap((organisation) => {
      const areaCode = areaIn(organisation, quarter);
      if (areaCode === undefined || !isExpected(covered, organisation.code)) return [];
      const state = coverageState(covered, areaCode, quarter);
      return state === 'complete' ? [] : [{ organisation: organisation.code, period: quarter, state }];
    }),
  );
}

/** The area of an organisation in a quarter; undefined where either was not there throughout. */
function areaIn({ code, areas }: ServingOrganisation, quarter: string): string | undefined {
  const { start, end } = datesOf(quarter);
  const isThere = (list: CodeList, wanted: string) =>
    list.codes.some((candidate) => candidate.code === wanted && isValidThroughout(candidate, start, end));
  if (!isThere(CODE_LISTS.organisations, code)) return undefined;
  return areas.find((area) => isThere(CODE_LISTS.areas, area));
}

/** A partnership of a health board may send for itself or through its board: it is missed once it has sent. */
function isExpected({ release }: Covered, organisation: string): boolean {
  return (
    !PARTNERSHIPS.has(organisation) || release.coverage.some((item) => item.organisation === organisation)
  );
}

function leafState(covered: Covered, leaf: string, quarter: string): CoverageState {
  const { release, table } = covered;
  const ancestry = ancestryOf(leaf);
  const returns = release.coverage.filter(
    (item) => item.period === quarter && item.tables[table] !== undefined,
  );
  const holding = returns.filter((item) => !isNotCollected(covered, item));
  const isComplete = holding.some((item) =>
    item.areas_complete[table]?.some((area) => ancestry.includes(area)),
  );
  if (isComplete) return 'complete';
  const serves = organisationsServing(leaf).map((organisation) => organisation.code);
  if (holding.some((item) => serves.includes(item.organisation))) return 'partial';
  return returns.some((item) => serves.includes(item.organisation)) ? 'not_collected' : 'no_return';
}

/** The returns of the periods asked that came with the table and do not say that they lack what is asked. */
export function returnsHolding(covered: Covered & { readonly periods: readonly string[] }): ReturnCoverage[] {
  const quarters = covered.periods.flatMap((period) => quartersWithin(period, covered.table));
  return covered.release.coverage.filter(
    (item) =>
      quarters.includes(item.period) &&
      item.tables[covered.table] !== undefined &&
      !isNotCollected(covered, item),
  );
}

/** Whether a return does not hold the characteristic, stage, measure or code of a dimension that is asked. */
function isNotCollected({ table, selectors, fixed }: Covered, item: ReturnCoverage): boolean {
  const { population, characteristic, measure } = selectors;
  const asked = [
    characteristic,
    `${population}.${characteristic}`,
    measure,
    MEASURES[measure as MeasureId]?.instrument,
    fixed?.stage,
    ...Object.entries(fixed ?? {}).map(([dimension, code]) => `${dimension}.${code}`),
  ];
  // Both outcome tables are of the same measures.
  const tables: readonly TableName[] = measure === undefined ? [table] : ['outcome_coverage', 'outcomes'];
  return tables.some((name) => item.tables[name]?.not_collected.some((code) => asked.includes(code)));
}

/** The dimensions, of those that are fixed, whose code some return of the release may not hold. */
export function thatMayLack(
  release: Manifest,
): (fixed: Readonly<Record<string, string>>) => Record<string, string> {
  const named = new Set(
    release.coverage.flatMap(({ tables }) =>
      Object.values(tables).flatMap(({ not_collected }) => not_collected),
    ),
  );
  return (fixed) =>
    Object.fromEntries(
      Object.entries(fixed).filter(([name, code]) => name === 'stage' || named.has(`${name}.${code}`)),
    );
}

/**
 * Whether some return of the period holds a figure: false where each that came names it as not collected.
 *
 * @param figure - Name of a field of the table.
 */
export function isFigureHeld(covered: Covered, figure: string, period: string): boolean {
  const returns = returnsHolding({ ...covered, periods: [period] });
  const lacks = (item: ReturnCoverage) => item.tables[covered.table]?.not_collected.includes(figure) === true;
  return returns.length === 0 || !returns.every(lacks);
}

/** An organisation with its areas: several where the code of its area changed. */
export interface ServingOrganisation {
  readonly code: string;
  readonly areas: readonly string[];
}

/** Organisations of the register, of any time, whose own area is the area, within it, or around it. */
export function organisationsServing(area: string): ServingOrganisation[] {
  const around = ancestryOf(area);
  return SERVING.filter(({ areas }) =>
    areas.some((own) => around.includes(own) || ancestryOf(own).includes(area)),
  );
}

const SERVING: readonly ServingOrganisation[] = CODE_LISTS.organisations.codes
  .filter(({ extra }) => extra?.nation)
  .map(({ code, extra }) => ({ code, areas: (extra?.area_code ?? '').split(';') }));

const PARTNERSHIPS: ReadonlySet<string> = new Set(
  CODE_LISTS.organisations.codes
    .filter(({ level }) => level === 'health_and_social_care_partnership')
    .map(({ code }) => code),
);

/** The quarters whose returns make up a period: of a table that comes once a year, the last one. */
export function quartersWithin(period: string, table: TableName): readonly string[] {
  if (periodLevelOf(period) === 'quarter') return [period];
  return TABLES[table].covers === 'quarter' ? quartersOf(period) : quartersOf(period).slice(-1);
}

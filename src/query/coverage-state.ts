import type { Manifest, ReturnCoverage } from '../archive/manifest.ts';
import { periodLevelOf, type Selectors } from '../disclosure/lattice.ts';
import { MEASURES, type MeasureId } from '../standard/generated/measures.ts';
import { TABLES, type TableName } from '../standard/generated/tables.ts';
import { quartersOf } from '../standard/period.ts';
import { returnsOfQuarter, type StatesWithin } from './returns-of-quarter.ts';
import { areaOf, isPartnership, organisationsServing } from './serving-organisations.ts';

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
  return coverageStates(covered, period)(area);
}

/** The same of every area of a period. */
export function coverageStates(covered: Covered, period: string): (area: string) => CoverageState {
  const { release, table } = covered;
  // An evaluation reports the people it measured: it makes no claim about everyone in an area.
  if (release.collection === 'evidence') return () => 'complete';
  const quarters = quartersWithin(period, table).map((quarter) => statesOfQuarter(covered, quarter));
  return (area) => {
    const states = new Set(quarters.flatMap((statesWithin) => statesWithin(area)));
    const [only] = states;
    if (states.size === 1 && only !== undefined) return only;
    return states.has('complete') || states.has('partial') ? 'partial' : 'no_return';
  };
}

function statesOfQuarter(covered: Covered, quarter: string): StatesWithin {
  const { lacking, statesWithout } = returnsOfQuarter(covered.release, covered.table, quarter);
  return statesWithout(lacking.filter((item) => isNotCollected(covered, item)));
}

/** The organisations that serve any of these areas and whose returns do not cover it, or not what is asked. */
export function coverageGaps(covered: Covered, areas: readonly string[], period: string): Gap[] {
  const serving = new Map(
    areas.flatMap(organisationsServing).map((organisation) => [organisation.code, organisation]),
  );
  return quartersWithin(period, covered.table).flatMap((quarter) => {
    const stateOf = coverageStates(covered, quarter);
    return [...serving.values()].flatMap((organisation) => {
      const area = areaOf(organisation, quarter);
      if (area === undefined || !isExpected(covered, organisation.code)) return [];
      const state = stateOf(area);
      return state === 'complete' ? [] : [{ organisation: organisation.code, period: quarter, state }];
    });
  });
}

/** A partnership of a health board is missed once it has sent. */
function isExpected({ release }: Covered, organisation: string): boolean {
  return !isPartnership(organisation) || release.coverage.some((item) => item.organisation === organisation);
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
  // Both outcome tables are of the same measures.
  const tables: readonly TableName[] = measure === undefined ? [table] : ['outcome_coverage', 'outcomes'];
  const asked = [
    characteristic,
    `${population}.${characteristic}`,
    measure,
    MEASURES[measure as MeasureId]?.instrument,
    fixed?.stage,
    ...Object.entries(fixed ?? {}).map(([dimension, code]) => `${dimension}.${code}`),
  ];
  return tables.some((name) => item.tables[name]?.not_collected.some((code) => asked.includes(code)));
}

/** The dimensions, of those that are fixed, whose code some return of the release may not hold. */
export function thatMayLack(
  release: Manifest,
): (fixed: Readonly<Record<string, string>>) => Record<string, string> {
  const named = notCollected.get(release) ?? namedAsNotCollected(release);
  notCollected.set(release, named);
  return (fixed) => {
    const found: Record<string, string> = {};
    for (const name in fixed) {
      const code = fixed[name] as string;
      if (name === 'stage' || named.has(`${name}.${code}`)) found[name] = code;
    }
    return found;
  };
}

const notCollected = new WeakMap<Manifest, ReadonlySet<string>>();

function namedAsNotCollected({ coverage }: Manifest): ReadonlySet<string> {
  return new Set(
    coverage.flatMap(({ tables }) => Object.values(tables).flatMap(({ not_collected }) => not_collected)),
  );
}

/**
 * Whether some return of the period holds a figure: false where each that came names it as not collected.
 *
 * @param figure - Name of a field of the table.
 */
export function isFigureHeld(covered: Covered, figure: string, period: string): boolean {
  const returns = quartersWithin(period, covered.table).flatMap((quarter) => {
    const { all, lacking } = returnsOfQuarter(covered.release, covered.table, quarter);
    return lacking.length === 0 ? all : all.filter((item) => !isNotCollected(covered, item));
  });
  const lacks = (item: ReturnCoverage) => item.tables[covered.table]?.not_collected.includes(figure) === true;
  return returns.length === 0 || !returns.every(lacks);
}

/** The quarters whose returns make up a period: of a table that comes once a year, the last one. */
export function quartersWithin(period: string, table: TableName): readonly string[] {
  if (periodLevelOf(period) === 'quarter') return [period];
  return TABLES[table].covers === 'quarter' ? quartersOf(period) : quartersOf(period).slice(-1);
}

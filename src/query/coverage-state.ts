import type { Manifest, ReturnCoverage } from '../archive/manifest.ts';
import { periodLevelOf, type Selectors } from '../disclosure/lattice.ts';
import { type Code, isValidThroughout } from '../standard/code-list.ts';
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
    quartersWithin(period, covered.table).flatMap((quarter) => {
      const stateOf = leafStates(covered, quarter);
      return leavesOf(area, datesOf(quarter)).map(stateOf);
    }),
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
  const isThere = (codes: ReadonlyMap<string, Code>, wanted: string) => {
    const found = codes.get(wanted);
    return found !== undefined && isValidThroughout(found, start, end);
  };
  if (!isThere(ORGANISATIONS, code)) return undefined;
  return areas.find((area) => isThere(AREAS, area));
}

const byCode = (codes: readonly Code[]): ReadonlyMap<string, Code> =>
  new Map(codes.map((code) => [code.code, code]));
const ORGANISATIONS = byCode(CODE_LISTS.organisations.codes);
const AREAS = byCode(CODE_LISTS.areas.codes);

/** A partnership of a health board may send for itself or through its board: it is missed once it has sent. */
function isExpected({ release }: Covered, organisation: string): boolean {
  return (
    !PARTNERSHIPS.has(organisation) || release.coverage.some((item) => item.organisation === organisation)
  );
}

/** What the returns of a quarter say of each finest area. */
type StateOfLeaf = (leaf: string) => CoverageState;

/** The returns of a quarter that came with a table. */
interface ReturnsOfQuarter {
  readonly all: readonly ReturnCoverage[];
  /** Those that name something they do not hold. */
  readonly lacking: readonly ReturnCoverage[];
  /** Where each of them holds what is asked. */
  readonly stateOf: StateOfLeaf;
}

function leafStates(covered: Covered, quarter: string): StateOfLeaf {
  const { release, table } = covered;
  const { all, lacking, stateOf } = returnsOf(release, table, quarter);
  if (!lacking.some((item) => isNotCollected(covered, item))) return stateOf;
  return stateReader(
    table,
    all,
    all.filter((item) => !isNotCollected(covered, item)),
  );
}

/** @param holding - Those of the returns that hold what is asked. */
function stateReader(
  table: TableName,
  returns: readonly ReturnCoverage[],
  holding: readonly ReturnCoverage[],
): StateOfLeaf {
  const complete = new Set(holding.flatMap((item) => item.areas_complete[table] ?? []));
  const senders = new Set<string>(returns.map(({ organisation }) => organisation));
  const holders = new Set<string>(holding.map(({ organisation }) => organisation));
  const stateOf: StateOfLeaf = (leaf) => {
    if (ancestryOf(leaf).some((area) => complete.has(area))) return 'complete';
    const serving = organisationsServing(leaf);
    if (serving.some(({ code }) => holders.has(code))) return 'partial';
    return serving.some(({ code }) => senders.has(code)) ? 'not_collected' : 'no_return';
  };
  const known = new Map<string, CoverageState>();
  return (leaf) => {
    const state = known.get(leaf) ?? stateOf(leaf);
    if (AREAS.has(leaf)) known.set(leaf, state);
    return state;
  };
}

const returnsOfReleases = new WeakMap<Manifest, Map<string, ReturnsOfQuarter>>();

function returnsOf(release: Manifest, table: TableName, quarter: string): ReturnsOfQuarter {
  const known = returnsOfReleases.get(release) ?? new Map<string, ReturnsOfQuarter>();
  returnsOfReleases.set(release, known);
  const key = `${table} ${quarter}`;
  const kept = known.get(key);
  if (kept !== undefined) return kept;
  const all = release.coverage.filter((item) => item.period === quarter && item.tables[table] !== undefined);
  const found: ReturnsOfQuarter = {
    all,
    lacking: all.filter(({ tables }) =>
      Object.values(tables).some(({ not_collected }) => not_collected.length > 0),
    ),
    stateOf: stateReader(table, all, all),
  };
  // A quarter without returns may be any that somebody thinks of.
  if (all.length > 0) known.set(key, found);
  return found;
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
  const named = new Set(
    release.coverage.flatMap(({ tables }) =>
      Object.values(tables).flatMap(({ not_collected }) => not_collected),
    ),
  );
  return (fixed) => {
    const found: Record<string, string> = {};
    for (const name in fixed) {
      const code = fixed[name] as string;
      if (name === 'stage' || named.has(`${name}.${code}`)) found[name] = code;
    }
    return found;
  };
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
export function organisationsServing(area: string): readonly ServingOrganisation[] {
  const known = servingAreas.get(area);
  if (known !== undefined) return known;
  const around = ancestryOf(area);
  const found = SERVING.filter(({ areas }) =>
    areas.some((own) => around.includes(own) || ancestryOf(own).includes(area)),
  );
  // Only codes of the list are kept: there is no end of others.
  if (AREAS.has(area)) servingAreas.set(area, found);
  return found;
}

const servingAreas = new Map<string, readonly ServingOrganisation[]>();

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

import { SCHEMA_VERSION, TABLES, type TableName } from '../standard/generated/tables.ts';
import type { SchemaVersion } from '../standard/generated/versions.ts';
import { isQuarter } from '../standard/period.ts';
import { MAXIMUM_DIMENSIONS } from '../standard/question-limits.ts';
import {
  type ChosenList,
  dimensionsOf,
  type FieldDescription,
  type PeriodLevel,
  personDimensions,
} from '../standard/table-description.ts';
import { fieldsOfVersion } from '../standard/versions/every-version.ts';
import { type CategorySystem, categorySystem } from './categories.ts';

/** Every table has these two dimensions, so this many are left for what is known of the people. */
export const MAXIMUM_PERSON_DIMENSIONS = MAXIMUM_DIMENSIONS - 2;

export const AREA = 'area_code';

export type Selectors = Readonly<Record<string, string>>;

export function periodLevelOf(period: string): PeriodLevel {
  return isQuarter(period) ? 'quarter' : 'financial_year';
}

/** The dimensions of a table other than area: what is known of the people. */
export function personDimensionsOf(table: TableName): readonly FieldDescription[] {
  return personDimensions(TABLES[table]);
}

/**
 * The list that a chosen dimension takes under these selectors; undefined for any other dimension.
 *
 * @throws {RangeError} If the selector that chooses is missing or names no list.
 */
export function chosenListOf(field: FieldDescription, selectors: Selectors): ChosenList | undefined {
  if (!field.chosen_by) return undefined;
  const value = selectors[field.chosen_by.field];
  const chosen = value === undefined ? undefined : field.chosen_by.lists[value];
  if (!chosen) throw new RangeError(`${field.chosen_by.field}=${value} chooses no list for ${field.name}`);
  return chosen;
}

/** The categories of a dimension under these selectors, in the current version unless another is named. */
export function systemOf(
  field: FieldDescription,
  selectors: Selectors,
  version: SchemaVersion = SCHEMA_VERSION,
): CategorySystem {
  return categorySystem(field, chosenListOf(field, selectors), version);
}

/** Whether a dimension's categories are fifths of a deprivation index, so that the index must be named. */
export function isByIndex(field: FieldDescription, selectors: Selectors): boolean {
  return field.index_from !== null || chosenListOf(field, selectors)?.index === true;
}

/**
 * Whether the dimension holds one code only under these selectors: `category` when the breakdown is `all`, or a
 * dimension that the breakdown does not use.
 */
export function isFixed(field: FieldDescription, selectors: Selectors): boolean {
  const { used_when: used } = field;
  if (used) return !used.codes.includes(selectors[used.field] ?? '');
  return chosenListOf(field, selectors)?.fixed === true;
}

/** Whether one person may stand in several categories of a dimension, as counted by a figure. */
export function isOverlapping(field: FieldDescription, figure: string): boolean {
  return Array.isArray(field.overlap) ? field.overlap.includes(figure) : field.overlap === true;
}

/** Whether a figure may be shown for dimensions at these levels: categories that overlap are never merged. */
export function isFigureOf(
  figure: string,
  shape: Cuboid,
  of: { readonly table: TableName; readonly selectors: Selectors; readonly version?: SchemaVersion },
): boolean {
  const { table, selectors, version } = of;
  const fields = personDimensionsOf(table);
  return shape.dimensions.every(({ name, level }) => {
    const field = fields.find((candidate) => candidate.name === name) as FieldDescription;
    return !isOverlapping(field, figure) || systemOf(field, selectors, version).levels.at(-1)?.id === level;
  });
}

/** Whether a kind of period may be asked of these codes: stocks and cohorts have quarters only. */
export function isPeriodOf(
  level: PeriodLevel,
  table: TableName,
  codes: Readonly<Record<string, string>>,
): boolean {
  return (
    level === 'quarter' ||
    TABLES[table].fields.every((field) => !field.quarters_only.includes(codes[field.name] ?? ''))
  );
}

/** The counts and magnitudes that a table publishes for a kind of period, in the current version unless another is named. */
export function figuresOf(
  table: TableName,
  level: PeriodLevel,
  version: SchemaVersion = SCHEMA_VERSION,
): readonly FieldDescription[] {
  return fieldsOfVersion(table, version).filter(
    (field) => field.released && (field.magnitude !== null || field.periods.includes(level)),
  );
}

/**
 * A set of dimensions that a question may fix or group together, each at one level.
 *
 * `dimensions` are person dimensions in schema order.
 */
export interface Cuboid {
  readonly area: string;
  readonly dimensions: readonly { readonly name: string; readonly level: string }[];
}

/** Every cuboid of a table under given selectors: each area level with every allowed set of person dimensions. */
export function cuboidsOf(
  table: TableName,
  selectors: Selectors,
  version: SchemaVersion = SCHEMA_VERSION,
): readonly Cuboid[] {
  const area = dimensionsOf(TABLES[table]).find((field) => field.name === AREA) as FieldDescription;
  const person = personDimensionsOf(table).filter((field) => !isFixed(field, selectors));
  const options = person.map((field) =>
    systemOf(field, selectors, version).levels.map((level) => ({ name: field.name, level: level.id })),
  );
  const required = person.filter((field) => field.required_in_question).map((field) => field.name);
  const sets = subsetsOf(options).filter(
    (set) =>
      set.length <= MAXIMUM_PERSON_DIMENSIONS &&
      !namesWhatAnotherCarries(set, person) &&
      required.every((name) => set.some((dimension) => dimension.name === name)),
  );
  return systemOf(area, selectors, version)
    .levels.filter((level) => isAreaLevelAllowed(table, selectors, level.id))
    .flatMap((level) => sets.map((dimensions) => ({ area: level.id, dimensions })));
}

/** Dimensions with the codes that go with them: a barrier is always of what was not taken up. */
export function carriedBy(
  table: TableName,
  dimensions: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const carrying = personDimensionsOf(table).filter(
    (field) => field.carries !== null && dimensions[field.name] !== undefined,
  );
  if (carrying.length === 0) return dimensions;
  const all = Object.assign({ ...dimensions }, ...carrying.map((field) => field.carries));
  return Object.fromEntries(
    personDimensionsOf(table)
      .filter((field) => all[field.name] !== undefined)
      .map((field) => [field.name, all[field.name] as string]),
  );
}

/** A dimension that carries a code of another is asked without that other: it could hold nothing else. */
function namesWhatAnotherCarries(
  set: readonly { readonly name: string }[],
  fields: readonly FieldDescription[],
): boolean {
  const names = set.map(({ name }) => name);
  return fields.some(
    ({ name, carries }) =>
      names.includes(name) && Object.keys(carries ?? {}).some((other) => names.includes(other)),
  );
}

/** Whether a table may be shown at an area level: some characteristics never below the board. */
export function isAreaLevelAllowed(table: TableName, selectors: Selectors, areaLevel: string): boolean {
  const belowBoard = areaLevel === 'local_authority';
  return (
    !belowBoard ||
    personDimensionsOf(table).every((field) => chosenListOf(field, selectors)?.below_board !== false)
  );
}

const boardTokens = new Map<TableName, ReadonlySet<string>>();

/** Whether an area token is of a place within a health board; a board of one authority is a board. */
export function isBelowBoard(table: TableName, token: string): boolean {
  const known = boardTokens.get(table) ?? tokensOfBoards(table);
  boardTokens.set(table, known);
  return !known.has(token);
}

function tokensOfBoards(table: TableName): ReadonlySet<string> {
  const area = dimensionsOf(TABLES[table]).find((field) => field.name === AREA) as FieldDescription;
  const system = categorySystem(area);
  const board = system.level('health_board');
  const levels = system.levels.filter(({ rank }) => board === undefined || rank <= board.rank);
  return new Set(levels.flatMap((level) => system.sentCodes().map((code) => system.tokenAt(code, level))));
}

/** Every way to leave out or take one choice of each option. */
function subsetsOf<Item>([choices, ...others]: readonly (readonly Item[])[]): Item[][] {
  if (!choices) return [[]];
  const rest = subsetsOf(others);
  return [...rest, ...choices.flatMap((choice) => rest.map((set) => [choice, ...set]))];
}

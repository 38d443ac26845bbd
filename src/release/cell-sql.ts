import { quoteText } from '../archive/duckdb.ts';
import {
  AREA,
  type Cuboid,
  figuresOf,
  isByIndex,
  personDimensionsOf,
  type Selectors,
  systemOf,
} from '../disclosure/lattice.ts';
import { PARTS_OF_PAIRED } from '../disclosure/parents.ts';
import { FLOOR } from '../disclosure/publish.ts';
import { MEASURE_IDS, MEASURES } from '../standard/generated/measures.ts';
import { TABLES, type TableName } from '../standard/generated/tables.ts';
import type { SchemaVersion } from '../standard/generated/versions.ts';
import {
  dimensionsOf,
  type FieldDescription,
  INDEX_SELECTOR,
  type PeriodLevel,
  selectorsOf,
} from '../standard/table-description.ts';
import { alias, joinOf, joinOfSelector, type LevelColumn, tokenTextsOf } from './token-table.ts';

/** Scores travel as whole millionths, so that sums are exact and the same in whatever order they are added. */
export const SCORE_SCALE = 1_000_000n;

export interface CellQuery {
  readonly sql: string;
  readonly selectors: readonly string[];
  /** The texts that the numbers in columns of selectors, index and dimensions stand for. */
  readonly texts: readonly string[];
  readonly figures: readonly FieldDescription[];
  /** The dimensions of the grouping set with this `GROUPING` mask. */
  readonly shapes: ReadonlyMap<number, Cuboid>;
  readonly version: SchemaVersion;
}

/** What one statement adds up: the rows of one choice of lists, into some of the shapes that it allows. */
export interface ShapesOfChoice {
  readonly chosen: Selectors;
  readonly shapes: readonly Cuboid[];
}

/**
 * The statement that adds up the rows of one table and period into cells of some shapes, with the sums
 * of their keys. Its result holds true counts and must not leave the function that reads it.
 *
 * @param rows - The statement that selects the keyed rows of the periods to add up; see `liftedRows`.
 * @param version - The version that the release is built at.
 * @param asked - The rows of which choice of lists, and into which of its shapes; see `cellBatches`.
 */
export function cellQuery(
  table: TableName,
  level: PeriodLevel,
  of: { readonly rows: string; readonly version: SchemaVersion; readonly asked: ShapesOfChoice },
): CellQuery {
  const { rows, version, asked } = of;
  const selectors = selectorsOf(TABLES[table]).map((field) => field.name);
  const levels = levelColumnsOf(table, version, asked);
  const figures = summedFigures(table, level, version);
  const sets = asked.shapes.map((shape) => ({
    shape,
    columns: columnsOf(table, shape, levels, asked.chosen),
  }));
  const hasIndex = sets.some(({ columns }) => columns.includes(INDEX_SELECTOR));
  const grouped = [...levels.map((item) => item.column), ...(hasIndex ? [INDEX_SELECTOR] : [])];
  const named = [...selectors, ...(hasIndex ? [INDEX_SELECTOR] : [])];
  const shapes = new Map(sets.map(({ shape, columns }) => [maskOf(grouped, columns), shape]));
  const having = figures
    .filter((field) => field.magnitude === null)
    .map(({ name }) => `SUM(${name}) >= ${FLOOR}`);
  const isOfPersons = TABLES[table].disclosure === 'persons';
  const sql = [
    `WITH kept AS (SELECT * EXCLUDE (${INDEX_SELECTOR}), ${indexToken(table)} AS ${INDEX_SELECTOR}`,
    ` FROM (${rows})${whereChosen(asked.chosen)}),`,
    `tokens AS (SELECT kept.* EXCLUDE (${INDEX_SELECTOR}, ${selectors.join(', ')})`,
    ...(selectors.includes('measure') ? [`, ${registryThreshold} AS registry_threshold`] : []),
    ...named.map((name) => `, of_${name}.token AS ${name}`),
    ...levels.map((item) => `, ${alias(item)}.token AS ${item.column}`),
    ` FROM kept ${named.map((name) => joinOfSelector(table, name)).join(' ')}`,
    ` ${levels.map((item) => joinOf(table, item)).join(' ')})`,
    `SELECT ${[...selectors, ...fixedTokens(levels, hasIndex)].join(', ')}, GROUPING(${grouped.join(', ')})::INTEGER AS mask,`,
    figures.flatMap(isOfPersons ? sumsOf : plainSumOf).join(', '),
    'FROM tokens GROUP BY GROUPING SETS',
    `(${sets.map(({ columns }) => `(${[...selectors, ...columns].join(', ')})`).join(', ')})`,
    // Of persons, nothing below the floor can be shown, and that is most of the cells.
    ...(isOfPersons ? [`HAVING ${having.join(' OR ')}`] : []),
  ].join('\n');
  return { sql, selectors, texts: tokenTextsOf(table, version), figures, shapes, version };
}

/** The token of a dimension, at whichever level a cell fixes it, or of the index; `NOT_FIXED` where it has none. */
export function fixedColumn(dimension: string): string {
  return `fixed_${dimension}`;
}

/** No token. A number rather than null, as whether a value is null is slow to ask. */
const NOT_FIXED = -1;

/** Of a grouping set no more than one level of a dimension is there: the others are null. */
function fixedTokens(levels: readonly LevelColumn[], hasIndex: boolean): string[] {
  const dimensions = new Set(levels.map(({ dimension }) => dimension));
  const columnsOf = (name: string) =>
    name === INDEX_SELECTOR
      ? [name]
      : levels.filter((item) => item.dimension === name).map(({ column }) => column);
  return [...dimensions, ...(hasIndex ? [INDEX_SELECTOR] : [])].map((dimension) => {
    const columns = columnsOf(dimension);
    return `COALESCE(${columns.join(', ')}, ${NOT_FIXED}) AS ${fixedColumn(dimension)}`;
  });
}

/** The figures of a table that are sums of its rows. */
export function summedFigures(
  table: TableName,
  level: PeriodLevel,
  version: SchemaVersion,
): readonly FieldDescription[] {
  return figuresOf(table, level, version).filter((field) => field.kind !== 'code');
}

/** The rows of a choice of lists; all rows of a table that leaves none. */
function whereChosen(chosen: Selectors): string {
  const conditions = Object.entries(chosen).map(([name, code]) => `${name} = ${quoteText(code)}`);
  return conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
}

/** The columns that the shapes need, and no other: each costs a join. */
function levelColumnsOf(
  table: TableName,
  version: SchemaVersion,
  { chosen, shapes }: ShapesOfChoice,
): LevelColumn[] {
  return dimensionsOf(TABLES[table]).flatMap((field) =>
    systemOf(field, chosen, version)
      .levels.map(({ id }) => ({ dimension: field.name, level: id, column: `${field.name}__${id}` }))
      .filter((item) => shapes.some((shape) => fixes(shape, item))),
  );
}

function fixes(shape: Cuboid, { dimension, level }: LevelColumn): boolean {
  if (dimension === AREA) return shape.area === level;
  return shape.dimensions.some((each) => each.name === dimension && each.level === level);
}

export function shapeKey(shape: Cuboid): string {
  return [shape.area, ...shape.dimensions.map((dimension) => `${dimension.name}.${dimension.level}`)].join(
    ' ',
  );
}

function columnsOf(
  table: TableName,
  shape: Cuboid,
  levels: readonly LevelColumn[],
  chosen: Selectors,
): string[] {
  const columns = levels.filter((item) => fixes(shape, item)).map((item) => item.column);
  return needsIndex(table, shape, chosen) ? [...columns, INDEX_SELECTOR] : columns;
}

/** Whether, under these selectors, a dimension of the shape is by fifths of an index. */
export function needsIndex(table: TableName, shape: Cuboid, chosen: Selectors): boolean {
  return personDimensionsOf(table).some(
    (field) =>
      shape.dimensions.some((dimension) => dimension.name === field.name) && isByIndex(field, chosen),
  );
}

/** The row's index where its dimension is by fifths; else empty, so that other rows are not split by index. */
function indexToken(table: TableName): string {
  const chosen = personDimensionsOf(table).find((field) => field.chosen_by !== null)?.chosen_by;
  const byIndex = Object.entries(chosen?.lists ?? {}).filter(([, list]) => list.index);
  if (!chosen) return INDEX_SELECTOR;
  if (byIndex.length === 0) return "''";
  const choosers = byIndex.map(([chooser]) => quoteText(chooser)).join(', ');
  return `CASE WHEN ${chosen.field} IN (${choosers}) THEN ${INDEX_SELECTOR} ELSE '' END`;
}

/** DuckDB's `GROUPING(a, b, c)`: a bit set for each column that is not in the grouping set, the last one lowest. */
function maskOf(grouped: readonly string[], present: readonly string[]): number {
  return grouped.reduce((mask, column) => mask * 2 + (present.includes(column) ? 0 : 1), 0);
}

/** The sum of a figure of things; null where some row does not hold it. */
function plainSumOf({ name }: FieldDescription): string[] {
  return [`CASE WHEN BOOL_OR(${name} IS NULL) THEN NULL ELSE SUM(${name}) END::DOUBLE AS n_${name}`];
}

/** The registry's threshold of the measure of a row, as SQL. */
const registryThreshold = `CASE kept.measure ${MEASURE_IDS.map(
  (id) => `WHEN ${quoteText(id)} THEN ${MEASURES[id].reporting_threshold?.value ?? 'NULL'}`,
).join(' ')} END`;

/**
 * True where rows count "improved" from thresholds that cannot be pooled: other than the registry's, or, for a
 * measure without one in the registry, differing among themselves or said of some rows only.
 */
const otherThreshold = [
  'CASE WHEN MAX(registry_threshold) IS NULL',
  'THEN MIN(improvement_threshold) IS DISTINCT FROM MAX(improvement_threshold)',
  'OR COUNT(improvement_threshold) NOT IN (0, COUNT(*))',
  'ELSE BOOL_OR(improvement_threshold IS DISTINCT FROM registry_threshold) END',
].join(' ');

/**
 * The sums a figure needs: for a count, itself and its keys; for a magnitude, weighted powers of it.
 *
 * A count that some row of the cell does not hold, or holds by another threshold, has no sum: what the other
 * rows add up to would be read as the count of all.
 */
function sumsOf(figure: FieldDescription): string[] {
  const { name } = figure;
  if (figure.magnitude === null) {
    const hasNoSum = [
      ...(figure.nullable ? [`BOOL_OR(${name} IS NULL)`] : []),
      ...(PARTS_OF_PAIRED.has(name) ? [otherThreshold] : []),
    ];
    return [
      `SUM(${name})::DOUBLE AS n_${name}`,
      // Modulo 2³²: of numbers that are never negative, their last 32 bits, without a division.
      `(SUM(key_${name}) & 4294967295)::DOUBLE AS keys_${name}`,
      ...(hasNoSum.length > 0 ? [`(${hasNoSum.join(' OR ')}) AS no_sum_${name}`] : []),
    ];
  }
  const score = `ROUND(${name} * ${SCORE_SCALE})::HUGEINT`;
  const weight = 'n_paired::HUGEINT';
  const held = `${name} IS NOT NULL AND change_method = 'paired'`;
  const where = (condition: string, term: string) => `SUM(CASE WHEN ${condition} THEN ${term} END)`;
  if (figure.magnitude === 'mean') {
    return [
      `${where(held, 'n_paired')}::DOUBLE AS n_${name}`,
      `${where(held, `${weight} * ${score}`)} AS sum_${name}`,
    ];
  }
  const meanName = name.replace('sd_', 'mean_');
  const mean = `ROUND(${meanName} * ${SCORE_SCALE})::HUGEINT`;
  // One pair has no deviation; its score still counts in the spread between rows.
  const spread = `COALESCE(${score}, 0)`;
  const usable = `(${name} IS NOT NULL OR n_paired = 1) AND ${meanName} IS NOT NULL AND change_method = 'paired'`;
  return [
    `${where(usable, 'n_paired')}::DOUBLE AS n_${name}`,
    `${where(usable, `${weight} * ${mean}`)} AS sum_${name}`,
    `${where(usable, `(${weight} - 1) * ${spread} * ${spread} + ${weight} * ${mean} * ${mean}`)} AS squares_${name}`,
  ];
}

import type { Archive } from '../archive/archive.ts';
import { quoteText } from '../archive/duckdb.ts';
import type { Manifest } from '../archive/manifest.ts';
import { type Place, placeId } from '../disclosure/addresses.ts';
import { type FigureAt, homeOf } from '../disclosure/home.ts';
import { AREA, personDimensionsOf } from '../disclosure/lattice.ts';
import { TABLES } from '../standard/generated/tables.ts';
import { INDEX_SELECTOR, selectorsOf } from '../standard/table-description.ts';
import type { CellSource } from './cell-source.ts';
import { gridOf } from './lay-on-grid.ts';
import type { Question } from './question.ts';

/**
 * Published figures by `placeId`; a cell that is not there is not shown. Null is a figure of things that the
 * returns did not hold.
 */
export type PublishedCells = ReadonlyMap<string, number | null>;

/**
 * Reads the published cells that a question can meet, from the files of its periods alone.
 *
 * People who are counted in another table are looked up there, so that every way of asking gives one number.
 */
export async function lookUpCells(source: CellSource, question: Question): Promise<PublishedCells> {
  const homes = gridOf(question).flatMap(({ place }) =>
    question.figures.map(({ name }) => homeOf({ place, figure: name })),
  );
  const groups = new Map<string, FigureAt[]>();
  for (const home of homes) {
    const key = JSON.stringify([home.place.table, home.place.selectors, Object.keys(home.place.dimensions)]);
    const group = groups.get(key);
    if (group) group.push(home);
    else groups.set(key, [home]);
  }
  const files = await Promise.all(
    [...groups.values()].map(async (group) => ({
      group,
      files: await filesOf(source.archive, question.release, group),
    })),
  );
  const lookUps = files
    .filter((each) => each.files.length > 0)
    .map((each) => lookUpOf(each.group, each.files));
  if (lookUps.length === 0) return new Map();
  return source.lookUp(async (connection) => {
    const cells = new Map<string, number | null>();
    for (const { sql, read } of lookUps) {
      const reader = await connection.runAndReadAll(sql);
      for (const row of reader.getRows()) cells.set(...read(row));
    }
    return cells;
  });
}

/** A statement, and how a row of its result is read. */
interface LookUp {
  readonly sql: string;
  readonly read: (row: readonly unknown[]) => [string, number | null];
}

/** How figures of one table are looked up, under the same selectors and with the same dimensions fixed. */
function lookUpOf(group: readonly FigureAt[], files: readonly string[]): LookUp {
  const { place: example } = group[0] as FigureAt;
  const dimensions = personDimensionsOf(example.table).map((field) => field.name);
  const columns = ['figure', 'period', AREA, ...Object.keys(example.dimensions), 'value'];
  const conditions = [
    oneOf('figure', group, ({ figure }) => figure),
    ...selectorsOf(TABLES[example.table]).map(
      ({ name }) => `${name} = ${quoteText(example.selectors[name] as string)}`,
    ),
    example.selectors[INDEX_SELECTOR] === undefined
      ? `${INDEX_SELECTOR} IS NULL`
      : `${INDEX_SELECTOR} = ${quoteText(example.selectors[INDEX_SELECTOR])}`,
    oneOf(AREA, group, ({ place }) => place.area),
    ...dimensions.map((name) =>
      example.dimensions[name] === undefined
        ? `${name} IS NULL`
        : oneOf(name, group, ({ place }) => place.dimensions[name] as string),
    ),
  ];
  const sql = `SELECT ${columns.join(', ')} FROM read_parquet([${files.map(quoteText).join(', ')}], hive_partitioning = false) WHERE ${conditions.join(' AND ')}`;
  return {
    sql,
    read(row) {
      const cell = Object.fromEntries(columns.map((name, index) => [name, row[index]]));
      return [cellId(example, cell), cell.value === null ? null : Number(cell.value)];
    },
  };
}

/** The files of the periods asked; none of a period that the release does not hold of the table. */
async function filesOf(
  archive: Archive,
  release: Manifest,
  group: readonly FigureAt[],
): Promise<readonly string[]> {
  const { table } = (group[0] as FigureAt).place;
  const held = release.tables[table];
  const periods = [...new Set(group.map(({ place }) => place.period))];
  return Promise.all(
    periods
      .filter((period) => held?.quarters.includes(period) || held?.financial_years.includes(period))
      .map((period) => archive.cellsFile(release.release, table, period)),
  );
}

function oneOf(column: string, group: readonly FigureAt[], textOf: (at: FigureAt) => string): string {
  const texts = [...new Set(group.map(textOf))];
  return `${column} IN (${texts.map(quoteText).join(', ')})`;
}

function cellId(example: Place, cell: Readonly<Record<string, unknown>>): string {
  const dimensions = Object.fromEntries(
    Object.keys(example.dimensions).map((name) => [name, String(cell[name])]),
  );
  return placeId(
    { ...example, period: String(cell.period), area: String(cell[AREA]), dimensions },
    String(cell.figure),
  );
}

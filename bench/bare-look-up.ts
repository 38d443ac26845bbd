import type { Archive } from '../src/archive/archive.ts';
import { quoteText } from '../src/archive/duckdb.ts';
import type { Manifest } from '../src/archive/manifest.ts';
import { type FigureAt, homeOf } from '../src/disclosure/home.ts';
import { AREA, personDimensionsOf } from '../src/disclosure/lattice.ts';
import { gridOf } from '../src/query/lay-on-grid.ts';
import type { Question } from '../src/query/question.ts';
import { TABLES } from '../src/standard/generated/tables.ts';
import { INDEX_SELECTOR, selectorsOf } from '../src/standard/table-description.ts';

/**
 * The statements by which bare DuckDB looks up the published cells that a question can meet, from the files of its periods
 * alone: one for each table, choice of selectors and set of dimensions that they are published under.
 */
export async function bareLookUps(archive: Archive, question: Question): Promise<string[]> {
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
  const statements: string[] = [];
  for (const group of groups.values()) {
    const files = await filesOf(archive, question.release, group);
    if (files.length > 0) statements.push(statementOf(group, files));
  }
  return statements;
}

function statementOf(group: readonly FigureAt[], files: readonly string[]): string {
  const { place: example } = group[0] as FigureAt;
  const dimensions = personDimensionsOf(example.table).map((field) => field.name);
  const columns = ['figure', 'period', AREA, ...Object.keys(example.dimensions), 'value'];
  const index = example.selectors[INDEX_SELECTOR];
  const conditions = [
    oneOf('figure', group, ({ figure }) => figure),
    ...selectorsOf(TABLES[example.table]).map(
      ({ name }) => `${name} = ${quoteText(example.selectors[name] as string)}`,
    ),
    index === undefined ? `${INDEX_SELECTOR} IS NULL` : `${INDEX_SELECTOR} = ${quoteText(index)}`,
    oneOf(AREA, group, ({ place }) => place.area),
    ...dimensions.map((name) =>
      example.dimensions[name] === undefined
        ? `${name} IS NULL`
        : oneOf(name, group, ({ place }) => place.dimensions[name] as string),
    ),
  ];
  return `SELECT ${columns.join(', ')} FROM read_parquet([${files.map(quoteText).join(', ')}], hive_partitioning = false) WHERE ${conditions.join(' AND ')}`;
}

/** The files of the periods asked; none of a period that the release does not hold of the table. */
async function filesOf(archive: Archive, release: Manifest, group: readonly FigureAt[]): Promise<string[]> {
  const { table } = (group[0] as FigureAt).place;
  const held = release.tables[table];
  const periods = [...new Set(group.map(({ place }) => place.period))];
  const files = await Promise.all(
    periods
      .filter((period) => held?.quarters.includes(period) || held?.financial_years.includes(period))
      .map((period) => archive.cellsFile(release.release, table, period)),
  );
  return files.map(({ path }) => path);
}

function oneOf(column: string, group: readonly FigureAt[], textOf: (at: FigureAt) => string): string {
  const texts = [...new Set(group.map(textOf))];
  return `${column} IN (${texts.map(quoteText).join(', ')})`;
}

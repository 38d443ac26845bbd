import type { Archive } from '../archive/archive.ts';
import { quoteText } from '../archive/duckdb.ts';
import { placeId } from '../disclosure/addresses.ts';
import { AREA, personDimensionsOf } from '../disclosure/lattice.ts';
import { TABLES } from '../standard/generated/tables.ts';
import { INDEX_SELECTOR, selectorsOf } from '../standard/table-description.ts';
import type { CellSource } from './cell-source.ts';
import type { Question } from './question.ts';

/** Published figures by `placeId`; a cell that is not there is not shown. */
export type PublishedCells = ReadonlyMap<string, number>;

/** Reads the published cells that a question can meet, from the files of its periods alone. */
export async function lookUpCells(source: CellSource, question: Question): Promise<PublishedCells> {
  const { sql, columns } = lookUpStatement(source.archive, question);
  return source.limit(async () => {
    const connection = await (await source.duckdb()).connect();
    try {
      const reader = await connection.runAndReadAll(sql);
      return new Map(
        reader.getRows().map((row) => {
          const cell = Object.fromEntries(columns.map((name, index) => [name, row[index]]));
          return [cellId(question, cell), Number(cell.value)];
        }),
      );
    } finally {
      connection.closeSync();
    }
  });
}

function lookUpStatement(archive: Archive, question: Question): { sql: string; columns: string[] } {
  const { table, release, periods, selectors, figures, area, dimensions } = question;
  const files = periods.map((period) => quoteText(archive.cellsFile(release.release, table, period)));
  const oneOf = (column: string, texts: readonly string[]) =>
    `${column} IN (${texts.map(quoteText).join(', ')})`;
  const conditions = [
    oneOf(
      'figure',
      figures.map((figure) => figure.name),
    ),
    ...selectorsOf(TABLES[table]).map(
      (field) => `${field.name} = ${quoteText(selectors[field.name] as string)}`,
    ),
    selectors[INDEX_SELECTOR] === undefined
      ? `${INDEX_SELECTOR} IS NULL`
      : `${INDEX_SELECTOR} = ${quoteText(selectors[INDEX_SELECTOR])}`,
    oneOf(
      AREA,
      area.categories.map((category) => category.token),
    ),
    ...personDimensionsOf(table).map((field) => {
      const asked = dimensions.find((dimension) => dimension.field.name === field.name);
      return asked
        ? oneOf(
            field.name,
            asked.categories.map((category) => category.token),
          )
        : `${field.name} IS NULL`;
    }),
  ];
  const columns = ['figure', 'period', AREA, ...dimensions.map((dimension) => dimension.field.name), 'value'];
  const sql = `SELECT ${columns.join(', ')} FROM read_parquet([${files.join(', ')}], hive_partitioning = false) WHERE ${conditions.join(' AND ')}`;
  return { sql, columns };
}

function cellId(question: Question, cell: Readonly<Record<string, unknown>>): string {
  const dimensions = Object.fromEntries(
    question.dimensions.map(({ field }) => [field.name, String(cell[field.name])]),
  );
  const place = {
    table: question.table,
    selectors: question.selectors,
    period: String(cell.period),
    area: String(cell[AREA]),
    dimensions,
  };
  return placeId(place, String(cell.figure));
}

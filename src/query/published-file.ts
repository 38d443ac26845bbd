import { type DuckDBConnection, quoteText } from '../archive/duckdb.ts';
import { AREA, personDimensionsOf } from '../disclosure/lattice.ts';
import { TABLES, type TableName } from '../standard/generated/tables.ts';
import { INDEX_SELECTOR, selectorsOf } from '../standard/table-description.ts';

/**
 * The published cells of one table and period, held in memory as two columns of numbers.
 *
 * Where a cell stands is one number: of each column its text has a number, 0 where the column is not fixed, and the
 * place is the sum of these, each times the column's own step. So the place of a cell can be added up from its parts.
 */
export interface PublishedFile {
  /** What a text of a column adds to a place, none for `undefined`; NaN where no cell of the file has that text. */
  partOf(column: string, text: string | undefined): number;
  /** The figure at a place; null where the returns did not hold it, undefined where it is not published. */
  figureAt(place: number): number | null | undefined;
  /** What it takes in memory, by reckoning. */
  readonly bytes: number;
}

/** The numbers of the texts of a column, from 1, and how far apart two of them stand in a place. */
interface Column {
  readonly numbers: ReadonlyMap<string, number>;
  readonly step: number;
}

/** Of each text: its characters, its number, its place in a map. */
const BYTES_OF_TEXT = 150;

/** Of each cell: its place and its figure. */
const BYTES_OF_CELL = 16;

/** The columns of a file of cells in which a text may stand, beside the period. */
function columnsOf(table: TableName): string[] {
  return [
    'figure',
    ...selectorsOf(TABLES[table]).map(({ name }) => name),
    INDEX_SELECTOR,
    AREA,
    ...personDimensionsOf(table).map(({ name }) => name),
  ];
}

/**
 * Reads all cells of a file: the texts of each column first, then each cell as two numbers, which the engine works out
 * and sorts on its own threads.
 *
 * @throws {Error} Where the engine cannot read the file.
 */
export async function readPublishedFile(
  connection: DuckDBConnection,
  path: string,
  { table, period }: { readonly table: TableName; readonly period: string },
): Promise<PublishedFile> {
  const from = `FROM read_parquet(${quoteText(path)}, hive_partitioning = false) WHERE period = ${quoteText(period)}`;
  const { count, columns } = await readColumns(connection, table, from);
  const places = new Float64Array(count);
  const figures = new Float64Array(count);
  const result = await connection.stream(
    `SELECT ${placeIn(columns)} AS place, value::DOUBLE AS value ${from} ORDER BY place`,
  );
  for (let row = 0; ; ) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) break;
    const [ofPlaces, ofFigures] = [chunk.getColumnVector(0), chunk.getColumnVector(1)];
    for (let at = 0; at < chunk.rowCount; at += 1, row += 1) {
      places[row] = ofPlaces.getItem(at) as number;
      figures[row] = (ofFigures.getItem(at) as number | null) ?? Number.NaN;
    }
  }
  return openFile(columns, places, figures);
}

async function readColumns(connection: DuckDBConnection, table: TableName, from: string) {
  const names = columnsOf(table);
  const lists = names.map((name) => `list(DISTINCT ${name}) FILTER (WHERE ${name} IS NOT NULL)`);
  const reader = await connection.runAndReadAll(`SELECT count(*)::DOUBLE, ${lists.join(', ')} ${from}`);
  const [count, ...found] = reader.getRowsJS()[0] as [number, ...(readonly string[] | null)[]];
  const columns = new Map<string, Column>();
  let step = 1;
  for (const [index, name] of names.entries()) {
    const texts = [...(found[index] ?? [])].sort();
    columns.set(name, { numbers: new Map(texts.map((text, number) => [text, number + 1])), step });
    step *= texts.length + 1;
  }
  if (!Number.isSafeInteger(step)) throw new Error(`The cells of ${table} have more places than numbers`);
  return { count, columns };
}

/** The place of a row, as the engine works it out. */
function placeIn(columns: ReadonlyMap<string, Column>): string {
  const parts = [...columns]
    .filter(([, { numbers }]) => numbers.size > 0)
    .map(([name, { numbers, step }]) => {
      const texts = [...numbers.keys()].map(quoteText).join(', ');
      return `coalesce(enum_code(${name}::ENUM(${texts}))::DOUBLE + 1, 0) * ${step}`;
    });
  return parts.length === 0 ? '0::DOUBLE' : parts.join(' + ');
}

/** @param places - In ascending order, with the figure of each at the same position. */
function openFile(
  columns: ReadonlyMap<string, Column>,
  places: Float64Array,
  figures: Float64Array,
): PublishedFile {
  const texts = [...columns.values()].reduce((total, { numbers }) => total + numbers.size, 0);
  return {
    bytes: places.length * BYTES_OF_CELL + texts * BYTES_OF_TEXT,
    partOf(column, text) {
      if (text === undefined) return 0;
      const { numbers, step } = columns.get(column) ?? { numbers: new Map<string, number>(), step: 0 };
      return (numbers.get(text) ?? Number.NaN) * step;
    },
    figureAt(place) {
      let [low, high] = [0, places.length - 1];
      while (low <= high) {
        const middle = (low + high) >>> 1;
        const found = places[middle] as number;
        if (found === place) return Number.isNaN(figures[middle]) ? null : (figures[middle] as number);
        if (found < place) low = middle + 1;
        else high = middle - 1;
      }
      return undefined;
    },
  };
}

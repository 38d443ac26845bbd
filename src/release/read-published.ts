import { type DuckDBConnection, quoteText } from '../archive/duckdb.ts';
import { AREA, personDimensionsOf } from '../disclosure/lattice.ts';
import { TABLES, type TableName } from '../standard/generated/tables.ts';
import { INDEX_SELECTOR, selectorsOf } from '../standard/table-description.ts';
import type { ProtectedCell } from './protect-cells.ts';

/** What a file of published cells can be asked for. */
export interface CellsContents {
  /** Tokens of the areas that some cell is about. */
  readonly areas: readonly string[];
  /** The codes of each selector of which there is some cell. */
  readonly selectors: Readonly<Record<string, readonly string[]>>;
}

/** Reads from a file of published cells of a table what it can be asked for. */
export async function readContents(
  connection: DuckDBConnection,
  table: TableName,
  path: string,
): Promise<CellsContents> {
  const names = [...selectorNames(table), AREA];
  const lists = names.map((name) => `LIST(DISTINCT ${name}) FILTER (${name} IS NOT NULL) AS ${name}`);
  const result = await connection.runAndReadAll(`SELECT ${lists.join(', ')} FROM ${rowsOf(path)}`);
  const [row = {}] = result.getRowObjectsJson();
  const codesOf = (name: string) => ((row[name] ?? []) as string[]).sort();
  const selectors = selectorNames(table).map((name) => [name, codesOf(name)] as const);
  return {
    areas: codesOf(AREA),
    selectors: Object.fromEntries(selectors.filter(([, codes]) => codes.length > 0)),
  };
}

/** Reads the cells of a file back, as they were when they were written. */
export async function readPublished(
  connection: DuckDBConnection,
  table: TableName,
  path: string,
): Promise<ProtectedCell[]> {
  const result = await connection.runAndReadAll(`SELECT * FROM ${rowsOf(path)}`);
  const dimensionNames = personDimensionsOf(table).map(({ name }) => name);
  return result.getRowObjectsJson().map((row) => ({
    place: {
      table,
      selectors: present(row, selectorNames(table)),
      period: String(row.period),
      area: String(row[AREA]),
      dimensions: present(row, dimensionNames),
    },
    figure: String(row.figure),
    value: row.value === null ? null : Number(row.value),
  }));
}

function rowsOf(path: string): string {
  return `read_parquet(${quoteText(path)}, hive_partitioning = false)`;
}

function selectorNames(table: TableName): string[] {
  return [...selectorsOf(TABLES[table]).map(({ name }) => name), INDEX_SELECTOR];
}

function present(row: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (row[name] === null ? [] : [[name, String(row[name])]])));
}

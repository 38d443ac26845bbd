import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openDuckDb, quoteText } from '../../../src/archive/duckdb.ts';
import { type Place, placeId } from '../../../src/disclosure/addresses.ts';
import { AREA, personDimensionsOf } from '../../../src/disclosure/lattice.ts';
import { TABLES, type TableName } from '../../../src/standard/generated/tables.ts';
import { INDEX_SELECTOR, selectorsOf } from '../../../src/standard/table-description.ts';

/** A figure of the lattice: published, or true, by where it was read. */
export interface Cell {
  /** Canonical: one for each figure of each place, whatever the table's name says first. */
  readonly id: string;
  readonly place: Place;
  readonly figure: string;
  /** Null in tables of things alone, where no return held it. */
  readonly value: number | null;
}

/** Which cells to read; all of them where nothing is named. */
export interface CellFilter {
  readonly table?: TableName;
  readonly period?: string;
}

/** Reads the cells in the Parquet files below a folder, one period of one table after the other. */
export async function* readCellFiles(
  folder: string,
  filter: CellFilter = {},
): AsyncGenerator<readonly Cell[]> {
  const paths = (await readdir(join(folder, 'cells'), { recursive: true })).filter((path) =>
    path.endsWith('.parquet'),
  );
  const instance = await openDuckDb({ memoryLimit: '1GB', threads: 1, folders: [folder] });
  const connection = await instance.connect();
  try {
    for (const path of paths.sort()) {
      const table = /table=([a-z_]+)/.exec(path)?.[1] as TableName;
      const period = /period=([^/]+)/.exec(path)?.[1] as string;
      if ((filter.table ?? table) !== table || (filter.period ?? period) !== period) continue;
      const reader = await connection.runAndReadAll(
        `SELECT * FROM read_parquet(${quoteText(join(folder, 'cells', path))}, hive_partitioning = false)`,
      );
      yield asCells(table, reader.columnNames(), reader.getRows());
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

function asCells(
  table: TableName,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
): Cell[] {
  const at = (names: readonly string[]) =>
    names.map((name) => [name, columns.indexOf(name)] as const).filter(([, index]) => index >= 0);
  const selectors = at([...selectorsOf(TABLES[table]).map(({ name }) => name), INDEX_SELECTOR]);
  const dimensions = at(personDimensionsOf(table).map(({ name }) => name));
  const [figure, period, area, value] = ['figure', 'period', AREA, 'value'].map((name) =>
    columns.indexOf(name),
  );
  const fixed = (row: readonly unknown[], of: typeof selectors) => {
    const found: Record<string, string> = {};
    for (const [name, index] of of) if (row[index] !== null) found[name] = String(row[index]);
    return found;
  };
  return rows.map((row) => {
    const place: Place = {
      table,
      selectors: fixed(row, selectors),
      period: String(row[period as number]),
      area: String(row[area as number]),
      dimensions: fixed(row, dimensions),
    };
    const name = String(row[figure as number]);
    const held = row[value as number];
    return { id: placeId(place, name), place, figure: name, value: held === null ? null : Number(held) };
  });
}

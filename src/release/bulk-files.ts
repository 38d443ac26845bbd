import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bulkPath } from '../archive/bulk-path.ts';
import { cellsFolder } from '../archive/cells-path.ts';
import { copyToParquet } from '../archive/copy-to-parquet.ts';
import { type DuckDBConnection, openDuckDb, quoteText } from '../archive/duckdb.ts';
import { TABLE_NAMES } from '../standard/generated/tables.ts';
import { aboutCells } from './published-cells.ts';
import type { Reuse } from './write-release-cells.ts';

export interface BulkOptions {
  readonly schemaVersion: string;
  /** What the figures were drawn from: a file of invented ones says so wherever it has wandered. */
  readonly collection: string;
  readonly threads: number;
  /** Gives the release a file that was built before of the same cells, where there is one. */
  readonly reuse?: Reuse;
}

/**
 * Writes the published cells of each table once more, every period of it in one Parquet and one CSV file, for those
 * who want the whole and no questions.
 *
 * Rows come in the order of the files they are read from, as a stream: no table is held in memory. Nothing of the
 * release's name stands in them, so that the same cells are the same files in every release of a collection.
 *
 * @param folder - Of the release; it holds the files named.
 * @param cells - Paths of the files of cells below it, in the order of their periods.
 * @returns The paths of what was written.
 */
export async function writeBulkFiles(
  folder: string,
  cells: readonly string[],
  { schemaVersion, collection, threads, reuse = async () => false }: BulkOptions,
): Promise<string[]> {
  const instance = await openDuckDb({
    memoryLimit: '512MB',
    threads,
    folders: [folder],
    keepsOrder: true,
  });
  const connection = await instance.connect();
  try {
    const written: string[] = [];
    for (const table of TABLE_NAMES) {
      const paths = cells.filter((path) => path.startsWith(cellsFolder(table)));
      if (paths.length === 0) continue;
      const files = paths.map((path) => quoteText(join(folder, path)));
      const periods = paths.map((path) => /period=([^/]+)/.exec(path)?.[1] ?? '');
      const rows = `read_parquet([${files.join(', ')}], hive_partitioning = false)`;
      const [parquet, csv] = [bulkPath(table, 'parquet'), bulkPath(table, 'csv')];
      await mkdir(dirname(join(folder, parquet)), { recursive: true });
      if (!(await reuse(parquet))) {
        await copyToParquet(connection, `SELECT * FROM ${rows}`, join(folder, parquet), {
          compression: 'snappy',
          about: {
            ...aboutCells(table, periods, schemaVersion),
            spcd_collection: collection,
            spcd_table: table,
          },
        });
      }
      if (!(await reuse(csv))) await copyToCsv(connection, rows, join(folder, csv));
      written.push(parquet, csv);
    }
    return written;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** What is null is an empty field. A whole number has no point, as in answers. */
async function copyToCsv(connection: DuckDBConnection, rows: string, path: string): Promise<void> {
  const plain = "regexp_replace(CAST(value AS VARCHAR), '\\.0$', '')";
  await connection.run(
    `COPY (SELECT * REPLACE (${plain} AS value) FROM ${rows}) TO ${quoteText(path)} (FORMAT csv, HEADER)`,
  );
}

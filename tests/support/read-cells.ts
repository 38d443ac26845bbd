import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openDuckDb, quoteText } from '../../src/archive/duckdb.ts';

/** One published figure as a file of cells holds it: every column by its name. */
export type StoredCell = Readonly<Record<string, string | number | null>>;

/**
 * Every row of the Parquet files below a folder, with the table that each file is of. The bulk files of a release,
 * which hold the same cells once more, are passed over.
 */
export async function readCells(folder: string): Promise<StoredCell[]> {
  const paths = (await readdir(folder, { recursive: true })).filter(
    (path) => path.endsWith('.parquet') && !/(^|\/)tables\//.test(path),
  );
  const instance = await openDuckDb({ memoryLimit: '512MB', threads: 1, folders: [folder] });
  const connection = await instance.connect();
  try {
    const cells: StoredCell[] = [];
    for (const path of paths.sort()) {
      const table = /table=([a-z_]+)/.exec(path)?.[1] ?? null;
      const reader = await connection.runAndReadAll(
        `SELECT * FROM read_parquet(${quoteText(join(folder, path))}, hive_partitioning = false)`,
      );
      for (const row of reader.getRowObjectsJS()) {
        cells.push({ table, ...(row as Record<string, string | number | null>) });
      }
    }
    return cells;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

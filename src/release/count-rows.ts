import { type DuckDBConnection, quoteText } from '../archive/duckdb.ts';
import { TABLE_NAMES } from '../standard/generated/tables.ts';
import type { PrivateRows } from './private-rows.ts';
import { chooserOf } from './token-table.ts';

/** For each file of keyed rows, by its path, how many rows each choice of lists has, by the code that chooses. */
export type RowCounts = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Counts the rows of some files. Private: a count of rows is a count of people's groups. */
export async function countRows(
  connection: DuckDBConnection,
  rows: readonly PrivateRows[],
): Promise<RowCounts> {
  const counts = new Map<string, Map<string, number>>(rows.map(({ path }) => [path, new Map()]));
  for (const table of TABLE_NAMES) {
    const paths = rows.filter((each) => each.table === table).map(({ path }) => quoteText(path));
    if (paths.length === 0) continue;
    const chooser = chooserOf(table) ?? "''";
    const counted = await connection.runAndReadAll(
      `SELECT filename, ${chooser}, COUNT(*)::DOUBLE FROM read_parquet([${paths.join(', ')}], filename = true) GROUP BY ALL`,
    );
    for (const [path, code, count] of counted.getRows()) {
      counts.get(String(path))?.set(String(code), Number(count));
    }
  }
  return counts;
}

/** The rows of several files together. */
export function rowsOfFiles(counts: RowCounts, paths: readonly string[]): ReadonlyMap<string, number> {
  const together = new Map<string, number>();
  for (const path of paths) {
    for (const [code, count] of counts.get(path) ?? []) {
      together.set(code, (together.get(code) ?? 0) + count);
    }
  }
  return together;
}

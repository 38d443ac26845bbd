import { quoteText } from '../archive/duckdb.ts';
import type { Manifest } from '../archive/manifest.ts';
import type { Selectors } from '../disclosure/lattice.ts';
import { TABLES, type TableName } from '../standard/generated/tables.ts';
import { INDEX_SELECTOR, selectorsOf } from '../standard/table-description.ts';
import type { CellSource } from './cell-source.ts';
import { keptOfRelease } from './kept-of-release.ts';
import { lookUpInFiles } from './look-up-in-files.ts';

/** Selectors under which a period of a table has published cells. */
export interface PublishedCombination {
  readonly selectors: Selectors;
  readonly period: string;
}

/**
 * The combinations of selectors under which a table of a release has published cells, period by period, in the
 * order of their codes. Read from the published cells once and kept.
 */
export const publishedCombinations = keptOfRelease(readCombinations);

async function readCombinations(
  source: CellSource,
  release: Manifest,
  table: TableName,
): Promise<readonly PublishedCombination[]> {
  const { quarters = [], financial_years: years = [] } = release.tables[table] ?? {};
  const names = [...selectorsOf(TABLES[table]).map(({ name }) => name), INDEX_SELECTOR];
  const periods = [...quarters, ...years];
  if (periods.length === 0) return [];
  const columns = [...names, 'period'].join(', ');
  return lookUpInFiles(source, { release, table, periods }, async (connection, files) => {
    const sql = `SELECT DISTINCT ${columns} FROM read_parquet([${files.map(quoteText).join(', ')}], hive_partitioning = false) ORDER BY ALL`;
    const reader = await connection.runAndReadAll(sql);
    return reader.getRows().map((row) => ({
      selectors: Object.fromEntries(
        names.flatMap((name, index) => (row[index] === null ? [] : [[name, String(row[index])]])),
      ),
      period: String(row.at(-1)),
    }));
  });
}

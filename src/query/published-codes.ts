import { quoteText } from '../archive/duckdb.ts';
import type { Manifest } from '../archive/manifest.ts';
import type { Selectors } from '../disclosure/lattice.ts';
import { TABLES, type TableName } from '../standard/generated/tables.ts';
import { dimensionsOf, type FieldDescription } from '../standard/table-description.ts';
import type { CellSource } from './cell-source.ts';
import { keptOfRelease } from './kept-of-release.ts';
import { lookUpInFiles } from './look-up-in-files.ts';
import { publishedCombinations } from './published-combinations.ts';

/** The codes of a dimension of which a table has a published cell. */
export interface PublishedCodes {
  readonly dimension: string;
  /** The selector that chooses the dimension's list, where one does: a characteristic has codes of its own. */
  readonly when: Selectors;
  /** As a filter takes them: a broader one with its level in front, `age_group:65_plus`. */
  readonly codes: readonly string[];
}

/** What of a table has published cells: where a question about it can show something. */
export interface Availability {
  readonly combinations: readonly { readonly selectors: Selectors; readonly periods: readonly string[] }[];
  readonly codes: readonly PublishedCodes[];
}

/** What of a table of a release has published cells, read from these alone, once. */
export const availabilityOf = keptOfRelease(readAvailability);

async function readAvailability(
  source: CellSource,
  release: Manifest,
  table: TableName,
): Promise<Availability> {
  const combinations = new Map<string, { selectors: Selectors; periods: string[] }>();
  for (const { selectors, period } of await publishedCombinations(source, release, table)) {
    const key = JSON.stringify(selectors);
    const found = combinations.get(key) ?? { selectors, periods: [] };
    combinations.set(key, { selectors, periods: [...found.periods, period] });
  }
  return { combinations: [...combinations.values()], codes: await readCodes(source, release, table) };
}

async function readCodes(
  source: CellSource,
  release: Manifest,
  table: TableName,
): Promise<readonly PublishedCodes[]> {
  const { quarters = [], financial_years: years = [] } = release.tables[table] ?? {};
  const periods = [...quarters, ...years];
  if (periods.length === 0) return [];
  return lookUpInFiles(source, { release, table, periods }, async (connection, files) => {
    const from = `read_parquet([${files.map(quoteText).join(', ')}], hive_partitioning = false)`;
    const found: PublishedCodes[] = [];
    for (const field of dimensionsOf(TABLES[table])) {
      const chooser = chooserOf(field);
      const columns = chooser === undefined ? field.name : `${chooser}, ${field.name}`;
      const sql = `SELECT DISTINCT ${columns} FROM ${from} WHERE ${field.name} IS NOT NULL ORDER BY ALL`;
      const reader = await connection.runAndReadAll(sql);
      found.push(...codesByChooser(field.name, chooser, reader.getRows()));
    }
    return found;
  });
}

function chooserOf({ chosen_by: chosen, used_when: used }: FieldDescription): string | undefined {
  return chosen?.field ?? used?.field;
}

function codesByChooser(
  dimension: string,
  chooser: string | undefined,
  rows: readonly (readonly unknown[])[],
): PublishedCodes[] {
  const codes = new Map<string, string[]>();
  for (const row of rows) {
    const choice = chooser === undefined ? '' : String(row[0]);
    codes.set(choice, [...(codes.get(choice) ?? []), String(row.at(-1))]);
  }
  return [...codes].map(([choice, held]) => ({
    dimension,
    when: chooser === undefined ? {} : { [chooser]: choice },
    codes: held,
  }));
}

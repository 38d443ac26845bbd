import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { cellsPath } from '../archive/cells-path.ts';
import { copyToParquet } from '../archive/copy-to-parquet.ts';
import type { DuckDBConnection } from '../archive/duckdb.ts';
import { AREA, personDimensionsOf } from '../disclosure/lattice.ts';
import { ROUNDING, THRESHOLD } from '../disclosure/publish.ts';
import { TABLES, type TableName } from '../standard/generated/tables.ts';
import { largestContribution } from '../standard/largest-contribution.ts';
import { isQuarter } from '../standard/period.ts';
import { INDEX_SELECTOR, selectorsOf } from '../standard/table-description.ts';
import type { ProtectedCell } from './protect-cells.ts';

/** The text columns of a table's published cells, in order; `value` follows. A dimension not fixed is null. */
export function cellColumnsOf(table: TableName): string[] {
  return [
    'figure',
    ...selectorsOf(TABLES[table]).map((field) => field.name),
    INDEX_SELECTOR,
    'period',
    AREA,
    ...personDimensionsOf(table).map((field) => field.name),
  ];
}

/** What files of published cells say of themselves: the same of the same cells, so never which release they are of. */
export function aboutCells(
  table: TableName,
  periods: readonly string[],
  schemaVersion: string,
): Record<string, string> {
  const ways = new Set(periods.map((period) => disclosureWords(table, period)));
  return {
    spcd_schema_version: schemaVersion,
    licence: 'OGL-UK-3.0',
    disclosure_control: [...ways].join('; by year '),
  };
}

/** Writes the published cells of one table and period as sorted Parquet, the same bytes for the same cells. */
export async function writeCells(
  connection: DuckDBConnection,
  folder: string,
  at: {
    readonly table: TableName;
    readonly period: string;
    readonly release: string;
    readonly schemaVersion: string;
  },
  cells: Iterable<ProtectedCell>,
): Promise<string> {
  const columns = cellColumnsOf(at.table);
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE cells (${columns.map((name) => `${name} VARCHAR`).join(', ')}, value DOUBLE)`,
  );
  const appender = await connection.createAppender('cells');
  for (const cell of cells) {
    const { place } = cell;
    const known: Record<string, string | undefined> = {
      ...place.selectors,
      ...place.dimensions,
      figure: cell.figure,
      period: place.period,
      [AREA]: place.area,
    };
    for (const column of columns) {
      const value = known[column];
      if (value === undefined) appender.appendNull();
      else appender.appendVarchar(value);
    }
    if (cell.value === null) appender.appendNull();
    else appender.appendDouble(cell.value);
    appender.endRow();
  }
  appender.closeSync();
  const path = cellsPath(at.table, at.period);
  await mkdir(join(folder, path, '..'), { recursive: true });
  // A place that is of two levels, such as a board of one authority, comes from both.
  const query = 'SELECT DISTINCT * FROM cells ORDER BY ALL';
  await copyToParquet(connection, query, join(folder, path), {
    compression: 'zstd',
    about: aboutCells(at.table, [at.period], at.schemaVersion),
  });
  await connection.run('DROP TABLE cells');
  return path;
}

/** How the figures of a table and period are protected, for who reads the file alone. */
function disclosureWords(table: TableName, period: string): string {
  const { disclosure, least_shown: least, fields } = TABLES[table];
  if (disclosure === 'none') {
    return `published as returned${least ? `, ${least.figure} under ${least.minimum} not shown` : ''}`;
  }
  const times = largestContribution(fields, isQuarter(period) ? 'quarter' : 'financial_year');
  return `cell-key noise, counts under ${THRESHOLD * times} not shown, rounded to ${ROUNDING * times}`;
}

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
import { CellColumns } from './cell-columns.ts';
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
  const names = cellColumnsOf(at.table);
  const columns = new CellColumns(names);
  for (const cell of cells) columns.add(cell);
  await columns.fill(connection);
  const path = cellsPath(at.table, at.period);
  await mkdir(join(folder, path, '..'), { recursive: true });
  const texts = names.map((name) => `of_${name}.text AS ${name}`);
  const joins = names.map(
    (name) => `LEFT JOIN cell_texts AS of_${name} ON of_${name}.number = cells.${name}`,
  );
  const order = [...names, 'value'].map((name) => `cells.${name}`);
  // Of things, a place that is of two levels, such as a board of one authority, comes from both.
  const rows = TABLES[at.table].disclosure === 'none' ? '(SELECT DISTINCT * FROM cells)' : 'cells';
  const query = `SELECT ${texts.join(', ')}, cells.value FROM ${rows} AS cells ${joins.join(' ')} ORDER BY ${order.join(', ')}`;
  await copyToParquet(connection, query, join(folder, path), {
    compression: 'zstd',
    about: aboutCells(at.table, [at.period], at.schemaVersion),
  });
  await connection.run('DROP TABLE cells');
  await connection.run('DROP TABLE cell_texts');
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

import type { DuckDBConnection } from '../archive/duckdb.ts';
import type { TableContents } from '../archive/manifest.ts';
import { periodLevelOf } from '../disclosure/lattice.ts';
import { TABLE_NAMES, TABLES, type TableName } from '../standard/generated/tables.ts';
import type { SchemaVersion } from '../standard/generated/versions.ts';
import { carryOver } from './carry-over.ts';
import { cellQuery } from './cell-sql.ts';
import { countThings } from './count-things.ts';
import { liftedRows } from './lift-rows.ts';
import { applyParentRule } from './parent-rule.ts';
import type { PrivateRows } from './private-rows.ts';
import { type ProtectedCell, protectCells } from './protect-cells.ts';
import { ContentsCollector, writeCells } from './published-cells.ts';
import { type ReleasePeriod, releasePeriods, returnsOf } from './release-periods.ts';
import { isSpokenOf } from './release-scope.ts';
import { contentKey, type RevisionContents } from './revision-contents.ts';
import { tokenTableStatements } from './token-table.ts';

export interface CellWriter {
  readonly connection: DuckDBConnection;
  readonly cellKey: Uint8Array;
  /** Told what is being done, in a few words, as it goes. */
  readonly progress: (done: number, total: number, what: string) => void;
}

/** What a release is made of. */
export interface ReleaseContent {
  readonly rows: readonly PrivateRows[];
  readonly nations: readonly string[];
  readonly drawn: RevisionContents;
  readonly version: SchemaVersion;
  readonly release: string;
}

/** The files that were written, what each table can be asked for, and the areas that some cell is about. */
export interface WrittenCells {
  readonly paths: readonly string[];
  readonly contents: Readonly<Partial<Record<TableName, TableContents>>>;
  readonly areas: readonly string[];
}

/** Works out every allowed cell of a release, protects it and writes the cells that may be shown. */
export async function writeReleaseCells(
  { connection, cellKey, progress }: CellWriter,
  { rows, nations, drawn, version, release }: ReleaseContent,
  folder: string,
): Promise<WrittenCells> {
  for (const table of TABLE_NAMES) {
    for (const statement of tokenTableStatements(table, version)) await connection.run(statement);
  }
  const collectors = new Map<TableName, ContentsCollector>();
  const paths: string[] = [];
  const periods = releasePeriods(rows);
  let before: readonly ProtectedCell[] = [];
  for (const [index, period] of periods.entries()) {
    progress(index, periods.length, 'periods');
    const tables = TABLE_NAMES.filter((table) => contentKey(table, period.period) in drawn);
    const candidates = await protectPeriod(connection, { rows, tables, period, version }, cellKey);
    const own = applyParentRule(candidates).filter((cell) => isSpokenOf(nations, cell.place.area));
    const shown = carryOver(own, before, period.period);
    before = shown;
    for (const table of tables) {
      const cells = shown.filter((cell) => cell.place.table === table);
      const at = { table, period: period.period, release, schemaVersion: version };
      paths.push(await writeCells(connection, folder, at, cells));
      const collector = collectors.get(table) ?? new ContentsCollector();
      collector.add(period.period, cells);
      collectors.set(table, collector);
    }
  }
  const contents = Object.fromEntries([...collectors].map(([table, found]) => [table, found.contents()]));
  const areas = [...new Set([...collectors.values()].flatMap((found) => found.areas()))];
  return { paths, contents, areas };
}

async function protectPeriod(
  connection: DuckDBConnection,
  of: {
    readonly rows: readonly PrivateRows[];
    readonly tables: readonly TableName[];
    readonly period: ReleasePeriod;
    readonly version: SchemaVersion;
  },
  cellKey: Uint8Array,
): Promise<ProtectedCell[]> {
  const { period } = of.period;
  const cells: ProtectedCell[] = [];
  for (const table of of.tables) {
    const paths = returnsOf(of.rows, table, of.period).map((row) => row.path);
    const rows = liftedRows(table, of.version, paths);
    const query = cellQuery(table, periodLevelOf(period), { rows, version: of.version });
    const found =
      TABLES[table].disclosure === 'persons'
        ? protectCells(connection, query, { table, period, cellKey })
        : countThings(connection, query, { table, period });
    for await (const block of found) for (const cell of block) cells.push(cell);
  }
  return cells;
}

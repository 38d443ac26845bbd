import type { DuckDBConnection } from '../archive/duckdb.ts';
import type { TableContents } from '../archive/manifest.ts';
import { periodLevelOf } from '../disclosure/lattice.ts';
import { TABLE_NAMES, TABLES, type TableName } from '../standard/generated/tables.ts';
import type { SchemaVersion } from '../standard/generated/versions.ts';
import { carryOver, isCarriedFrom, type PeriodBefore } from './carry-over.ts';
import type { CellBlock } from './cell-block.ts';
import { cellQuery } from './cell-sql.ts';
import { countThings } from './count-things.ts';
import { liftedRows } from './lift-rows.ts';
import { parentRule } from './parent-rule.ts';
import type { PrivateRows } from './private-rows.ts';
import { type ProtectedCell, protectCells } from './protect-cells.ts';
import { ContentsCollector, writeCells } from './published-cells.ts';
import { publishedOfBlocks } from './published-of-blocks.ts';
import { type ReleasePeriod, releasePeriods, returnsOf } from './release-periods.ts';
import { scopeTester } from './release-scope.ts';
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
  const isSpoken = scopeTester(nations);
  let before: PeriodBefore | undefined;
  for (const [index, period] of periods.entries()) {
    progress(index, periods.length, 'periods');
    const tables = TABLE_NAMES.filter((table) => contentKey(table, period.period) in drawn);
    const found = await protectPeriod(connection, { rows, tables, period, version }, cellKey);
    const isShown = parentRule([...found.blocks.values()].flat());
    const left: ProtectedCell[] = [];
    const published = new Set<TableName>();
    for (const table of tables) {
      const at = { table, period: period.period, release, schemaVersion: version };
      const own = [
        ...(found.things.get(table) ?? []).filter((cell) => isSpoken(cell.place.area)),
        ...publishedOfBlocks(found.blocks.get(table) ?? [], isShown, isSpoken),
      ];
      const cells = [...carryOver(own, at, before)];
      if (cells.length > 0) published.add(table);
      left.push(...cells.filter((cell) => isCarriedFrom(cell.place)));
      paths.push(await writeCells(connection, folder, at, cells));
      const collector = collectors.get(table) ?? new ContentsCollector();
      collector.add(period.period, cells);
      collectors.set(table, collector);
    }
    before = { period: period.period, tables: published, cells: left };
  }
  const contents = Object.fromEntries(
    [...collectors].map(([table, collected]) => [table, collected.contents()]),
  );
  const areas = [...new Set([...collectors.values()].flatMap((collected) => collected.areas()))];
  return { paths, contents, areas };
}

/** What may be shown of a period as far as each cell alone is concerned. */
interface ProtectedPeriod {
  readonly blocks: ReadonlyMap<TableName, readonly CellBlock[]>;
  /** Cells of the tables of things. */
  readonly things: ReadonlyMap<TableName, readonly ProtectedCell[]>;
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
): Promise<ProtectedPeriod> {
  const { period } = of.period;
  const blocks = new Map<TableName, readonly CellBlock[]>();
  const things = new Map<TableName, readonly ProtectedCell[]>();
  for (const table of of.tables) {
    const paths = returnsOf(of.rows, table, of.period).map((row) => row.path);
    const rows = liftedRows(table, of.version, paths);
    const query = cellQuery(table, periodLevelOf(period), { rows, version: of.version });
    if (TABLES[table].disclosure === 'persons') {
      blocks.set(table, await protectCells(connection, query, { table, period, cellKey }));
    } else {
      things.set(table, await countThings(connection, query, { table, period }));
    }
  }
  return { blocks, things };
}

import type { DuckDBInstance } from '../archive/duckdb.ts';
import type { TableContents } from '../archive/manifest.ts';
import { periodLevelOf } from '../disclosure/lattice.ts';
import { TABLE_NAMES, TABLES, type TableName } from '../standard/generated/tables.ts';
import type { SchemaVersion } from '../standard/generated/versions.ts';
import { carryOver, PeriodNow } from './carry-over.ts';
import type { CellBlock } from './cell-block.ts';
import { type CellQuery, cellQuery } from './cell-sql.ts';
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
import { SumsAhead } from './sums-ahead.ts';
import { tokenTableStatements } from './token-table.ts';

export interface CellWriter {
  readonly instance: DuckDBInstance;
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
  { instance, cellKey, progress }: CellWriter,
  content: ReleaseContent,
  folder: string,
): Promise<WrittenCells> {
  const { rows, nations, drawn, version, release } = content;
  const connection = await instance.connect();
  for (const table of TABLE_NAMES) {
    for (const statement of tokenTableStatements(table, version)) await connection.run(statement);
  }
  const periods = releasePeriods(rows).map(
    (period): PeriodOfTables => ({
      ...period,
      tables: TABLE_NAMES.filter((table) => contentKey(table, period.period) in drawn),
    }),
  );
  const sums = await SumsAhead.open(instance, queriesOf(periods, content));
  const collectors = new Map<TableName, ContentsCollector>();
  const paths: string[] = [];
  const isSpoken = scopeTester(nations);
  let before: PeriodNow | undefined;
  try {
    for (const [index, { period, tables }] of periods.entries()) {
      progress(index, periods.length, 'periods');
      const found = await protectPeriod(sums, { tables, period, cellKey });
      const isShown = parentRule([...found.blocks.values()].flat());
      const now = new PeriodNow(period);
      for (const table of tables) {
        const at = { table, period, release, schemaVersion: version };
        const collector = collectors.get(table) ?? new ContentsCollector();
        collectors.set(table, collector);
        const own = found.things.get(table) ?? publishedOfBlocks(found.blocks.get(table) ?? [], isShown);
        const spoken = cellsWithin(own, isSpoken);
        const cells = collector.add(period, now.add(carryOver(spoken, at, before)));
        paths.push(await writeCells(connection, folder, at, cells));
      }
      before = now;
    }
  } finally {
    await sums.close();
    connection.closeSync();
  }
  const contents = Object.fromEntries(
    [...collectors].map(([table, collected]) => [table, collected.contents()]),
  );
  const areas = [...new Set([...collectors.values()].flatMap((collected) => collected.areas()))];
  return { paths, contents, areas };
}

interface PeriodOfTables extends ReleasePeriod {
  readonly tables: readonly TableName[];
}

/** The queries of all tables of all periods, in order. */
function* queriesOf(
  periods: readonly PeriodOfTables[],
  { rows, version }: ReleaseContent,
): Generator<CellQuery, void, undefined> {
  for (const period of periods) {
    for (const table of period.tables) {
      const paths = returnsOf(rows, table, period).map((row) => row.path);
      const lifted = liftedRows(table, version, paths);
      yield cellQuery(table, periodLevelOf(period.period), { rows: lifted, version });
    }
  }
}

/** Cells of areas that the release speaks of. */
function* cellsWithin(
  cells: Iterable<ProtectedCell>,
  isSpoken: (area: string) => boolean,
): Generator<ProtectedCell, void, undefined> {
  for (const cell of cells) if (isSpoken(cell.place.area)) yield cell;
}

/** What may be shown of a period as far as each cell alone is concerned. */
interface ProtectedPeriod {
  readonly blocks: ReadonlyMap<TableName, readonly CellBlock[]>;
  /** Cells of the tables of things. */
  readonly things: ReadonlyMap<TableName, readonly ProtectedCell[]>;
}

async function protectPeriod(
  sums: SumsAhead,
  of: { readonly tables: readonly TableName[]; readonly period: string; readonly cellKey: Uint8Array },
): Promise<ProtectedPeriod> {
  const blocks = new Map<TableName, readonly CellBlock[]>();
  const things = new Map<TableName, readonly ProtectedCell[]>();
  for (const table of of.tables) {
    const underway = sums.next();
    if (TABLES[table].disclosure === 'persons') {
      blocks.set(table, await protectCells(underway, { ...of, table }));
    } else {
      things.set(table, await countThings(underway, { ...of, table }));
    }
  }
  return { blocks, things };
}

import { join } from 'node:path';
import { cellsPath } from '../archive/cells-path.ts';
import { type DuckDBInstance, type EngineRoom, engineRoom } from '../archive/duckdb.ts';
import type { TableContents } from '../archive/manifest.ts';
import { periodLevelOf } from '../disclosure/lattice.ts';
import { TABLE_NAMES, TABLES, type TableName } from '../standard/generated/tables.ts';
import type { SchemaVersion } from '../standard/generated/versions.ts';
import { tablesAsked } from './asked-tables.ts';
import { carryOver, PeriodNow } from './carry-over.ts';
import { cellBatches } from './cell-batches.ts';
import type { CellBlock } from './cell-block.ts';
import { type CellQuery, cellQuery, type ShapesOfChoice } from './cell-sql.ts';
import { ContentsCollector } from './contents-collector.ts';
import { countRows, type RowCounts, rowsOfFiles } from './count-rows.ts';
import { countThings } from './count-things.ts';
import { type DrawnPeriod, drawnPeriods } from './drawn-periods.ts';
import { liftedRows } from './lift-rows.ts';
import { parentRule } from './parent-rule.ts';
import type { PrivateRows } from './private-rows.ts';
import { type ProtectedCell, protectCells } from './protect-cells.ts';
import { writeCells } from './published-cells.ts';
import { publishedOfBlocks } from './published-of-blocks.ts';
import { readContents, readPublished } from './read-published.ts';
import { returnsOf } from './release-periods.ts';
import { scopeTester } from './release-scope.ts';
import type { RevisionContents } from './revision-contents.ts';
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

/** The files of cells, what each table can be asked for, and the areas that some cell is about. */
export interface WrittenCells {
  readonly paths: readonly string[];
  readonly contents: Readonly<Partial<Record<TableName, TableContents>>>;
  readonly areas: readonly string[];
}

/** Gives the release a file that was built before of the same; false where there is none. */
export type Reuse = (path: string) => Promise<boolean>;

/**
 * Works out every allowed cell of a release, protects it and writes the cells that may be shown.
 *
 * Of a table and period whose file is there already nothing is worked out, unless another table asks its cells.
 */
export async function writeReleaseCells(
  { instance, cellKey, progress }: CellWriter,
  content: ReleaseContent,
  folder: string,
  reuse: Reuse = async () => false,
): Promise<WrittenCells> {
  const { rows, nations, drawn, version, release } = content;
  const connection = await instance.connect();
  for (const table of TABLE_NAMES) {
    for (const statement of tokenTableStatements(table, version)) await connection.run(statement);
  }
  const counts = await countRows(connection, rows);
  const batchesOf = batchesFinder(content, counts, await engineRoom(connection));
  const periods = await periodsToWrite(drawnPeriods(rows, drawn), reuse, batchesOf);
  const sums = await SumsAhead.open(instance, queriesOf(periods, content));
  const contents = new ContentsCollector();
  const paths: string[] = [];
  const isSpoken = scopeTester(nations);
  let before: PeriodNow | undefined;
  try {
    for (const [index, of] of periods.entries()) {
      const { period } = of;
      progress(index, periods.length, 'periods');
      const found = await protectPeriod(sums, { tables: of.asked, period, cellKey });
      const isShown = parentRule([...found.blocks.values()].flat());
      const now = new PeriodNow(period);
      for (const table of of.tables) {
        const path = cellsPath(table, period);
        if (of.written.has(table)) {
          const at = { table, period, release, schemaVersion: version };
          const own = found.things.get(table) ?? publishedOfBlocks(found.blocks.get(table) ?? [], isShown);
          const cells = now.add(carryOver(cellsWithin(own, isSpoken), at, before));
          await writeCells(connection, folder, at, cells);
        } else if (periods[index + 1]?.written.has(table) && TABLES[table].carried_over.length > 0) {
          now.addAll(await readPublished(connection, table, join(folder, path)));
        }
        contents.add(table, period, await readContents(connection, table, join(folder, path)));
        paths.push(path);
      }
      before = now;
    }
  } finally {
    await sums.close();
    connection.closeSync();
  }
  return { paths, contents: contents.byTable(), areas: contents.areas() };
}

interface PeriodToWrite extends DrawnPeriod {
  /** The tables whose files are not there yet. */
  readonly written: ReadonlySet<TableName>;
  /** The tables whose cells must be worked out: those, and whichever decide what is shown of them. */
  readonly asked: readonly AskedTable[];
}

/** A table whose cells must be worked out, with what each of its statements adds up. */
interface AskedTable {
  readonly table: TableName;
  readonly batches: readonly ShapesOfChoice[];
}

type BatchesFinder = (table: TableName, period: DrawnPeriod) => ShapesOfChoice[];

/** Tells how the cells of a table and period are shared out to statements. */
function batchesFinder(
  { rows, version }: ReleaseContent,
  counts: RowCounts,
  room: EngineRoom,
): BatchesFinder {
  return (table, period) => {
    const paths = returnsOf(rows, table, period).map(({ path }) => path);
    const level = periodLevelOf(period.period);
    return cellBatches({ table, level, version, rows: rowsOfFiles(counts, paths) }, room);
  };
}

async function periodsToWrite(
  periods: readonly DrawnPeriod[],
  reuse: Reuse,
  batchesOf: BatchesFinder,
): Promise<PeriodToWrite[]> {
  const found: PeriodToWrite[] = [];
  for (const of of periods) {
    const written = new Set<TableName>();
    for (const table of of.tables) if (!(await reuse(cellsPath(table, of.period)))) written.add(table);
    const wanted = new Set([...written].flatMap((table) => [...tablesAsked(table)]));
    const asked = of.tables.filter((table) => wanted.has(table));
    found.push({
      ...of,
      written,
      asked: asked.map((table) => ({ table, batches: batchesOf(table, of) })),
    });
  }
  return found;
}

/** The queries of all batches of all tables of all periods, in order. */
function* queriesOf(
  periods: readonly PeriodToWrite[],
  { rows, version }: ReleaseContent,
): Generator<CellQuery, void, undefined> {
  for (const period of periods) {
    for (const { table, batches } of period.asked) {
      const paths = returnsOf(rows, table, period).map((row) => row.path);
      const lifted = liftedRows(table, version, paths);
      for (const asked of batches) {
        yield cellQuery(table, periodLevelOf(period.period), { rows: lifted, version, asked });
      }
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
  of: { readonly tables: readonly AskedTable[]; readonly period: string; readonly cellKey: Uint8Array },
): Promise<ProtectedPeriod> {
  const blocks = new Map<TableName, readonly CellBlock[]>();
  const things = new Map<TableName, readonly ProtectedCell[]>();
  for (const { table, batches } of of.tables) {
    const underway = sums.next(batches.length);
    if (TABLES[table].disclosure === 'persons') {
      blocks.set(table, await protectCells(underway, { ...of, table }));
    } else {
      things.set(table, await countThings(underway, { ...of, table }));
    }
  }
  return { blocks, things };
}

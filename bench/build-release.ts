import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, engineRoom, openDuckDb } from '../src/archive/duckdb.ts';
import { periodLevelOf } from '../src/disclosure/lattice.ts';
import { cellBatches } from '../src/release/cell-batches.ts';
import { cellQuery } from '../src/release/cell-sql.ts';
import { countRows, rowsOfFiles } from '../src/release/count-rows.ts';
import { drawnPeriods } from '../src/release/drawn-periods.ts';
import { liftedRows } from '../src/release/lift-rows.ts';
import type { PrivateRows } from '../src/release/private-rows.ts';
import { returnsOf } from '../src/release/release-periods.ts';
import { contentsOf } from '../src/release/revision-contents.ts';
import { tokenTableStatements } from '../src/release/token-table.ts';
import { writeReleaseCells } from '../src/release/write-release-cells.ts';
import { TABLE_NAMES } from '../src/standard/generated/tables.ts';
import { LATEST_SETTLED_VERSION } from '../src/standard/versions/of-version.ts';
import { drawCountry, NATIONS } from './drawn-country.ts';
import { rebuildRelease, withOneRowLess } from './rebuild-release.ts';
import { describeMachine } from './rounds.ts';
import { watchFolder } from './watched-folder.ts';

const version = LATEST_SETTLED_VERSION;
const sizes = process.argv.slice(2).map(Number);

/** Seconds by the clock and of the processor, all threads together. */
interface Spent {
  readonly clock: number;
  readonly processor: number;
}

/** Runs a task and says how long it took. */
async function timed<Answer>(task: () => Promise<Answer>): Promise<[Spent, Answer]> {
  const [begun, before] = [performance.now(), process.cpuUsage()];
  const answer = await task();
  const { user, system } = process.cpuUsage(before);
  return [{ clock: (performance.now() - begun) / 1000, processor: (user + system) / 1e6 }, answer];
}

/** What changed since the last build, and which table and quarter it changed in; nothing where nothing did. */
const CHANGES = [
  ['one row of connections', { table: 'connections', period: '2026-Q1' }],
  ['one row of profiles, which others ask', { table: 'profiles', period: '2026-Q1' }],
  ['nothing', undefined],
] as const;

/** The most that a size may put on the disk. */
const DISK_BYTES = 30e9;

const inWords = ({ clock, processor }: Spent) => `${clock.toFixed(1)} s (${processor.toFixed(1)} s)`;

/** Runs the GROUPING SETS of every statement of a build, and counts what they give. */
async function groupAll(connection: DuckDBConnection, rows: readonly PrivateRows[]): Promise<number> {
  const [counts, room] = [await countRows(connection, rows), await engineRoom(connection)];
  let groups = 0;
  for (const period of drawnPeriods(rows, contentsOf(rows, version))) {
    const level = periodLevelOf(period.period);
    for (const table of period.tables) {
      const paths = returnsOf(rows, table, period).map(({ path }) => path);
      const of = { table, level, version, rows: rowsOfFiles(counts, paths) };
      for (const asked of cellBatches(of, room)) {
        const { sql } = cellQuery(table, level, { rows: liftedRows(table, version, paths), version, asked });
        const result = await connection.runAndReadAll(`SELECT COUNT(*)::INTEGER FROM (${sql})`);
        groups += Number(result.getRows()[0]?.[0]);
      }
    }
  }
  return groups;
}

console.log(describeMachine());
for (const size of sizes.length > 0 ? sizes : [100_000, 1_000_000, 10_000_000]) {
  const folder = await mkdtemp(join(tmpdir(), 'spcd-bench-release-'));
  const disk = watchFolder(folder, DISK_BYTES);
  const spillFolder = join(folder, 'spill');
  const instance = await openDuckDb({ memoryLimit: '1500MB', threads: 2, folders: [folder], spillFolder });
  const connection = await instance.connect();
  const rows = await drawCountry(connection, join(folder, 'rows'), size);
  for (const table of TABLE_NAMES) {
    for (const statement of tokenTableStatements(table, version)) await connection.run(statement);
  }
  const drawn = contentsOf(rows, version);
  const [bare, groups] = await timed(() => groupAll(connection, rows));
  const [ours, written] = await timed(() =>
    writeReleaseCells(
      { instance, cellKey: new Uint8Array(32).fill(7), progress: () => {} },
      { rows, nations: [...NATIONS], drawn, version, release: 'bench' },
      join(folder, 'release'),
    ),
  );
  const memory = process.resourceUsage().maxRSS / 1024;
  console.log(
    `${size} rows: grouping sets ${inWords(bare)} (${groups} groups of eight or more), release ${inWords(ours)}, ` +
      `${(ours.clock / bare.clock).toFixed(2)} times by the clock, ${(ours.processor / bare.processor).toFixed(2)} by the processor; ` +
      `${written.paths.length} files; ${memory.toFixed(0)} MB at most, load ${loadavg()[0]?.toFixed(1)}`,
  );
  await rm(join(folder, 'release'), { recursive: true });
  const [whole] = await timed(() => rebuildRelease(instance, folder, rows));
  for (const [what, change] of CHANGES) {
    const now = change === undefined ? rows : await withOneRowLess(instance, rows, change);
    const [again, { files, made }] = await timed(() => rebuildRelease(instance, folder, now));
    console.log(
      `   changed ${what}: ${made} of ${files} files made anew, ${inWords(again)} of ${inWords(whole)}, ` +
        `${((again.clock / whole.clock) * 100).toFixed(0)} % by the clock, ${((again.processor / whole.processor) * 100).toFixed(0)} % by the processor`,
    );
    // What follows is compared with the first build again.
    await rebuildRelease(instance, folder, rows);
  }
  console.log(`   ${(disk.most() / 1e6).toFixed(0)} MB on the disk at most`);
  disk.end();
  connection.closeSync();
  instance.closeSync();
  await rm(folder, { recursive: true, force: true });
}

import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openArchive } from '../src/archive/archive.ts';
import { bulkPath } from '../src/archive/bulk-path.ts';
import { openDuckDb, quoteText } from '../src/archive/duckdb.ts';
import type { Manifest } from '../src/archive/manifest.ts';
import { openCellSource } from '../src/query/cell-source.ts';
import { drawQuestions } from './drawn-questions.ts';
import { DRAWN_RELEASE } from './drawn-release.ts';
import { keepRelease } from './kept-release.ts';
import { describeMachine, median } from './rounds.ts';
import { startMeasuredService } from './started-service.ts';

const [rows = '1000000', rounds = '5', seed = '1'] = process.argv.slice(2);
const CELLS = 200_000;
/** The two with the most cells: their files have as many together. */
const TABLES = ['characteristics', 'connections'] as const;

/** Seconds by the clock and of the processor. */
interface Spent {
  readonly clock: number;
  readonly processor: number;
}

async function spentOn(cpuSeconds: () => number, task: () => Promise<unknown>): Promise<Spent> {
  const [begun, before] = [performance.now(), cpuSeconds()];
  await task();
  return { clock: (performance.now() - begun) / 1000, processor: cpuSeconds() - before };
}

const ownCpuSeconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** Asks, and reads the answer to its end: into a file, or to nowhere. */
function fetchWhole(url: string, file?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, (answer) => {
      if (answer.statusCode !== 200) return reject(new Error(`${url} answered ${answer.statusCode}`));
      const cells = Number(answer.headers['spcd-cells'] ?? 0);
      if (file !== undefined) {
        pipeline(answer, createWriteStream(file)).then(() => resolve(cells), reject);
        return;
      }
      answer.once('end', () => resolve(cells)).once('error', reject);
      answer.resume();
    }).once('error', reject);
  });
}

function tell(what: string, cells: number, ours: readonly Spent[], bare: readonly Spent[]) {
  const share = (of: keyof Spent) =>
    `${(median(ours.map((spent, round) => (bare[round] as Spent)[of] / spent[of])) * 100).toFixed(0)} %`;
  const rate = (spent: readonly Spent[]) =>
    (cells / median(spent.map(({ clock }) => clock)) / 1000).toFixed(0);
  console.log(
    `${what}, ${cells} cells: ${rate(ours)} thousand a second, COPY ${rate(bare)}: ${share('clock')} of its rate by the clock, ` +
      `${share('processor')} by the processor`,
  );
}

console.log(describeMachine());
const folder = await mkdtemp(join(tmpdir(), 'spcd-bench-csv-'));
const { archive } = await keepRelease(Number(rows));
const service = await startMeasuredService(archive);
const instance = await openDuckDb({
  memoryLimit: '512MB',
  threads: 2,
  folders: [archive, folder],
  keepsOrder: true,
});
const connection = await instance.connect();
const copy = async (queries: readonly string[]) => {
  for (const query of queries) {
    await connection.run(`COPY (${query}) TO ${quoteText(join(folder, 'bare.csv'))} (FORMAT csv, HEADER)`);
  }
};
const inTurns = async (ask: () => Promise<unknown>, ...queries: string[]) => {
  const [ours, bare]: [Spent[], Spent[]] = [[], []];
  for (let round = 0; round <= Number(rounds); round += 1) {
    const own = await spentOn(service.cpuSeconds, ask);
    const other = await spentOn(ownCpuSeconds, () => copy(queries));
    // The first round is for the engines to compile, and for the files to be known as whole.
    if (round === 0) continue;
    ours.push(own);
    bare.push(other);
  }
  return [ours, bare] as const;
};
try {
  const folderOfRelease = join(archive, DRAWN_RELEASE);
  const whole = TABLES.map(
    (table) => `read_parquet(${quoteText(join(folderOfRelease, bulkPath(table, 'parquet')))})`,
  );
  const counts = whole.map((file) => `(SELECT COUNT(*) FROM ${file})`);
  const counted = await connection.runAndReadAll(`SELECT (${counts.join(' + ')})::INTEGER`);
  const [ours, bare] = await inTurns(
    async () => {
      for (const table of TABLES) {
        await fetchWhole(`${service.address}/v1/releases/${DRAWN_RELEASE}/files/${bulkPath(table, 'csv')}`);
      }
    },
    ...whole.map((file) => `SELECT * FROM ${file}`),
  );
  tell(`files of ${TABLES.join(' and ')}`, Number(counted.getRows()[0]?.[0]), ours, bare);

  const source = openCellSource(openArchive(archive));
  const [release] = (await source.archive.list()) as [Manifest];
  const drawn = await drawQuestions(source, release, { seed: Number(seed), wanted: 200 });
  await source.close();
  const largest = [...drawn].sort((one, other) => other.cells - one.cells);
  const asked: string[] = [];
  const files: string[] = [];
  let cells = 0;
  for (let turn = 0; cells < CELLS; turn += 1) {
    const { path } = largest[turn % 40] as { path: string };
    const file = join(folder, `${turn % 40}.parquet`);
    cells += await fetchWhole(`${service.address}${path}&format=parquet`, file);
    asked.push(`${service.address}${path}&format=`);
    files.push(file);
  }
  const same = `SELECT * FROM read_parquet([${files.map(quoteText).join(', ')}], union_by_name = true)`;
  for (const format of ['csv', 'ndjson', 'json']) {
    const [ours, bare] = await inTurns(async () => {
      for (const address of asked) await fetchWhole(`${address}${format}`);
    }, same);
    tell(`${asked.length} answers as ${format}`, cells, ours, bare);
  }
} finally {
  connection.closeSync();
  instance.closeSync();
  await service.end();
  await rm(folder, { recursive: true, force: true });
}

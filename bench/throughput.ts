import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { openArchive } from '../src/archive/archive.ts';
import { openDuckDb } from '../src/archive/duckdb.ts';
import type { Manifest } from '../src/archive/manifest.ts';
import { openCellSource } from '../src/query/cell-source.ts';
import { parseQuestion } from '../src/query/parse-question.ts';
import { TABLE_NAMES, type TableName } from '../src/standard/generated/tables.ts';
import { startEmbeddedPostgres } from '../src/store/embedded-postgres.ts';
import { drawQuestions } from './drawn-questions.ts';
import { keepRelease } from './kept-release.ts';
import { cpuSecondsOf, cpuSecondsOfServer } from './processor-time.ts';
import { groupingOf, loadRawRows } from './raw-rows.ts';
import { describeMachine, median } from './rounds.ts';
import { startMeasuredService } from './started-service.ts';

const ROUTE = fileURLToPath(new URL('raw-rows-route.ts', import.meta.url));
const [sizes = '100000,1000000', rounds = '3', seed = '1'] = process.argv.slice(2);
const CLIENTS = 8;
const YEAR = '2025-26';

function ask(agent: Agent, url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${url} answered ${answer.statusCode}`));
      answer.once('end', resolve).once('error', reject).resume();
    }).once('error', reject);
  });
}

/** Asks each path once, over eight connections; seconds. */
async function askAll(address: string, paths: readonly string[]): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  const waiting = [...paths];
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
        await ask(agent, `${address}${path}`);
      }
    }),
  );
  agent.destroy();
  return (performance.now() - begun) / 1000;
}

async function measure(folder: string, size: number): Promise<void> {
  const { archive, rows } = await keepRelease(size);
  const source = openCellSource(openArchive(archive));
  const [release] = (await source.archive.list()) as [Manifest];
  const drawn = await drawQuestions(source, release, { seed: Number(seed), wanted: 200 });
  await source.close();
  const groupings = drawn.map(({ path }) => {
    const { pathname, searchParams } = new URL(path, 'http://localhost');
    searchParams.delete('release');
    const table = pathname.split('/').at(-1) as TableName;
    return [path, groupingOf(parseQuestion(release, table, Object.fromEntries(searchParams)))];
  });
  const statements = join(folder, `statements-${size}.json`);
  await writeFile(statements, JSON.stringify(Object.fromEntries(groupings)));

  const server = await startEmbeddedPostgres({ dataDir: join(folder, `data-${size}`) });
  const client = new pg.Client({ connectionString: server.connectionString() });
  await client.connect();
  const duckdb = await openDuckDb({ memoryLimit: '1GB', threads: 2, folders: [rows, folder] });
  const connection = await duckdb.connect();
  const files = await readdir(rows);
  for (const table of TABLE_NAMES) {
    const paths = files.filter((name) => name.startsWith(`${table}-2`)).map((name) => join(rows, name));
    if (paths.length > 0)
      await loadRawRows({ duckdb: connection, client, folder }, table, { paths, year: YEAR });
  }
  connection.closeSync();
  duckdb.closeSync();
  await client.end();

  const route = spawn(process.execPath, ['--import', 'tsx', ROUTE, statements, server.connectionString()], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = (await once(route.stdout, 'data')) as [Buffer];
  const service = await startMeasuredService(archive);
  const rivals = {
    ours: { address: service.address, cpu: service.cpuSeconds },
    rows: {
      address: String(said).trim(),
      cpu: () => cpuSecondsOf(route.pid ?? 0) + cpuSecondsOfServer(server.pid),
    },
  };
  const spent = { ours: [] as number[], rows: [] as number[] };
  const processor = { ours: [] as number[], rows: [] as number[] };
  const paths = drawn.map(({ path }) => path);
  for (let round = 0; round <= Number(rounds); round += 1) {
    for (const name of ['rows', 'ours'] as const) {
      const { address, cpu } = rivals[name];
      const before = cpu();
      const seconds = await askAll(address, paths);
      // The first round is for the engines to compile, and for the files to be known as whole.
      if (round === 0) continue;
      spent[name].push(seconds);
      processor[name].push(cpu() - before);
    }
  }
  const times = (of: typeof spent) =>
    median(of.rows.map((other, round) => other / (of.ours[round] as number))).toFixed(2);
  const rate = (seconds: readonly number[]) => (paths.length / median(seconds)).toFixed(1);
  console.log(
    `${size} rows, ${paths.length} shapes, ${CLIENTS} clients: ${rate(spent.ours)} a second, of raw rows in PostgreSQL ${rate(spent.rows)}: ` +
      `${times(spent)} times by the clock, ${times(processor)} by the processor`,
  );
  route.kill();
  await service.end();
  await server.stop();
}

console.log(describeMachine());
const folder = await mkdtemp(join(tmpdir(), 'spcd-bench-throughput-'));
try {
  for (const size of sizes.split(',')) await measure(folder, Number(size));
} finally {
  await rm(folder, { recursive: true, force: true });
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openArchive } from '../src/archive/archive.ts';
import type { Manifest } from '../src/archive/manifest.ts';
import { openCellSource } from '../src/query/cell-source.ts';
import { type DrawnQuestion, drawQuestions } from './drawn-questions.ts';
import { keepRelease } from './kept-release.ts';
import { cpuSecondsOf } from './processor-time.ts';
import { describeMachine, median } from './rounds.ts';

const SPCD = fileURLToPath(new URL('../bin/spcd.cjs', import.meta.url));
const RIVAL = fileURLToPath(new URL('bare-duckdb-route.cjs', import.meta.url));
const [rows = '100000', rounds = '9'] = process.argv.slice(2);

/** Milliseconds from the start of the process until it listens, and until it has answered; processor time of all its threads. */
interface Cold {
  readonly listening: number;
  readonly answered: number;
  readonly processor: number;
}

async function startAndAsk(
  args: readonly string[],
  path: string,
  environment: NodeJS.ProcessEnv = {},
): Promise<Cold> {
  const begun = performance.now();
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const address = await addressOf(child.stdout);
    const listening = performance.now() - begun;
    const answer = await fetch(`${address}${path}`);
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    const answered = performance.now() - begun;
    return { listening, answered, processor: cpuSecondsOf(child.pid ?? 0) * 1000 };
  } finally {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
}

async function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  let said = '';
  for await (const piece of output) {
    said += String(piece);
    const found = /http:\/\/[\d.]+:\d+/.exec(said)?.[0];
    if (found !== undefined) return found;
  }
  throw new Error(`It ended before it listened: ${said}`);
}

console.log(describeMachine());
const folder = await mkdtemp(join(tmpdir(), 'spcd-bench-cold-'));
try {
  const { archive } = await keepRelease(Number(rows));
  const source = openCellSource(openArchive(archive));
  const [release] = (await source.archive.list()) as [Manifest];
  const drawn = await drawQuestions(source, release, { seed: 1, wanted: 20 });
  await source.close();
  const { path, cells, statements } = drawn.find((each) => each.cells >= 100) as DrawnQuestion;
  const file = join(folder, 'statements.json');
  await writeFile(file, JSON.stringify(statements));
  const environment = {
    SPCD_ROLE: 'public',
    SPCD_ARCHIVE_DIR: archive,
    SPCD_DATA_DIR: join(folder, 'data'),
    SPCD_PORT: '0',
    SPCD_LOG_LEVEL: 'error',
  };
  const ours: Cold[] = [];
  const bare: Cold[] = [];
  for (let round = 0; round <= Number(rounds); round += 1) {
    const other = await startAndAsk([RIVAL, file], path);
    const own = await startAndAsk([SPCD, 'serve'], path, environment);
    // The first round is for the system, which keeps the files in memory afterwards.
    if (round === 0) continue;
    ours.push(own);
    bare.push(other);
  }
  const tell = (what: string, each: readonly Cold[]) => {
    const [listening, answered, processor] = (['listening', 'answered', 'processor'] as const).map((of) =>
      median(each.map((cold) => cold[of])).toFixed(0),
    );
    console.log(`${what}: listening ${listening} ms, answered ${answered} ms, processor ${processor} ms`);
  };
  tell('bare DuckDB and Fastify', bare);
  tell(`spcd serve, ${cells} cells`, ours);
  const allowed = median(
    ours.map(({ answered }, at) => answered / (1.5 * (bare[at] as Cold).answered + 200)),
  );
  console.log(`${allowed.toFixed(2)} of what is wanted (1.5 times the bare and 200 ms)`);
} finally {
  await rm(folder, { recursive: true, force: true });
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { openArchive } from '../src/archive/archive.ts';
import type { Manifest } from '../src/archive/manifest.ts';
import { openCellSource } from '../src/query/cell-source.ts';
import { type DrawnQuestion, drawQuestions } from './drawn-questions.ts';
import { keepRelease } from './kept-release.ts';
import { describeMachine } from './rounds.ts';
import { startMeasuredService } from './started-service.ts';

const [rows = '100000', rounds = '3', seed = '1'] = process.argv.slice(2);
const QUESTIONS = 200;

const at = (share: number, times: readonly number[]) =>
  [...times].sort((one, other) => one - other)[Math.floor(times.length * share)] ?? 0;

async function timed(task: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await task();
  return performance.now() - begun;
}

/** Asks each question once, over so many clients; how long the answers took, and how many were put off (503). */
async function ask(address: string, questions: readonly DrawnQuestion[], clients: number) {
  const waiting = [...questions];
  const times: number[] = [];
  let putOff = 0;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const { path } = next;
        const took = await timed(async () => {
          const answer = await fetch(`${address}${path}`);
          await answer.arrayBuffer();
          if (answer.status === 503) putOff += 1;
          else if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
        });
        times.push(took);
      }
    }),
  );
  return { times, putOff };
}

console.log(describeMachine());
const folder = await mkdtemp(join(tmpdir(), 'spcd-bench-questions-'));
const { archive } = await keepRelease(Number(rows));
const source = openCellSource(openArchive(archive));
const [release] = (await source.archive.list()) as [Manifest];
const questions = await drawQuestions(source, release, { seed: Number(seed), wanted: QUESTIONS });
await source.close();
const large = questions.filter(({ cells }) => cells >= 1000);
console.log(`${rows} rows; ${questions.length} shapes, ${large.length} of 1,000 cells or more`);

const service = await startMeasuredService(archive, { SPCD_DATA_DIR: join(folder, 'data') });
const { address, measured } = service;
// As it comes, so with whatever of the files it likes to keep.
const instance = await DuckDBInstance.create(':memory:', { memory_limit: '512MB', threads: '2' });
try {
  const ours: number[] = [];
  const bare: number[] = [];
  const processor = { ours: [] as number[], bare: [] as number[] };
  for (let round = 0; round <= Number(rounds); round += 1) {
    for (const question of questions) {
      const { processorMs: before = 0 } = await measured();
      const own = await ask(address, [question], 1);
      const { processorMs: after = 0 } = await measured();
      const begun = process.cpuUsage();
      const other = await timed(async () => {
        const connection = await instance.connect();
        for (const sql of question.statements) (await connection.runAndReadAll(sql)).getRows();
        connection.closeSync();
      });
      const { user, system } = process.cpuUsage(begun);
      // The first round is for the engines to compile, and for the files to be known as whole.
      if (round === 0) continue;
      ours.push(...own.times);
      bare.push(other);
      processor.ours.push(after - before);
      processor.bare.push((user + system) / 1000);
    }
  }
  for (const [what, mine, theirs] of [
    ['by the clock', ours, bare],
    ['of processor time', processor.ours, processor.bare],
  ] as const) {
    for (const share of [0.5, 0.95]) {
      const [own, other] = [at(share, mine), at(share, theirs)];
      const allowed = 1.3 * other + 3;
      console.log(
        `p${share * 100} ${what}: ${own.toFixed(1)} ms, bare DuckDB ${other.toFixed(1)} ms; 1.3 times that and 3 ms is ${allowed.toFixed(1)} ms (${(own / allowed).toFixed(2)} of it)`,
      );
    }
  }
  for (const clients of [1, 8, 50, 200]) {
    await measured();
    const took = await timed(async () => {
      const { times, putOff } = await ask(address, questions, clients);
      console.log(
        `${clients} clients: p50 ${at(0.5, times).toFixed(0)} ms, p95 ${at(0.95, times).toFixed(0)} ms, ${putOff} of ${questions.length} told to come again`,
      );
    });
    const { loopP99 = 0, statP99 = 0, turnP99 = 0 } = await measured();
    console.log(
      `   ${((questions.length / took) * 1000).toFixed(0)} a second; p99 of the event loop's delay ${loopP99.toFixed(1)} ms (its own processor time ${turnP99.toFixed(1)} ms), of fs.stat ${statP99.toFixed(1)} ms`,
    );
  }
} finally {
  instance.closeSync();
  await service.end();
  await rm(folder, { recursive: true, force: true });
}

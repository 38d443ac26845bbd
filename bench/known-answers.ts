import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { askOverSockets } from './ask-over-sockets.ts';
import { cpuSecondsOf } from './processor-time.ts';
import { describeMachine, median } from './rounds.ts';

const SPCD = fileURLToPath(new URL('../bin/spcd.cjs', import.meta.url));
const RIVAL = fileURLToPath(new URL('same-bytes-route.ts', import.meta.url));
const RELEASE = 'synthetic-2026-q1-1';
const QUESTIONS = {
  small: `/v1/data/profiles?population=referred&by=area_code.health_board&period=2025-26&release=${RELEASE}`,
  large: `/v1/data/profiles?population=referred&by=age_band,sex,area_code.health_board&period=2025-26&release=${RELEASE}`,
};
const [times = '5', perRound = '10000'] = process.argv.slice(2);
/** Connections that are kept open and used at once. */
const CLIENTS = 8;

interface Got {
  readonly status: number;
  readonly type: string;
  readonly etag: string;
  readonly body: Buffer;
}

function get(agent: Agent, port: number, path: string, headers: Record<string, string>): Promise<Got> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', agent, port, path, headers }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.once('error', reject);
      response.once('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers['content-type'] ?? '',
          etag: response.headers.etag ?? '',
          body: Buffer.concat(pieces),
        }),
      );
    })
      .once('error', reject)
      .end();
  });
}

/** What a task gives, and the seconds of processor time that a process used meanwhile. */
async function measured<Result>(
  process: ChildProcess,
  task: () => Promise<Result>,
): Promise<[Result, number]> {
  const before = cpuSecondsOf(process.pid ?? 0);
  const result = await task();
  return [result, cpuSecondsOf(process.pid ?? 0) - before];
}

function words(child: ChildProcess, wanted: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (piece: Buffer) => {
      said += piece.toString();
      const found = wanted.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${said}`)));
  });
}

console.log(describeMachine());
const folder = await mkdtemp(join(tmpdir(), 'spcd-bench-answers-'));
const service = spawn(process.execPath, [SPCD, 'demo'], {
  env: {
    ...process.env,
    SPCD_DATA_DIR: join(folder, 'data'),
    SPCD_PORT: '0',
    SPCD_REQUESTS_PER_MINUTE: '0',
  },
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const port = Number(await words(service, /curl 'http:\/\/[\d.]+:(\d+)/));
  const agent = new Agent();
  for (const [name, path] of Object.entries(QUESTIONS)) {
    const answer = await get(agent, port, path, {});
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${answer.body}`);
    const file = join(folder, name);
    await writeFile(file, answer.body);
    const rival = spawn(process.execPath, ['--import', 'tsx', RIVAL, file, answer.type, answer.etag], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const rivalPort = Number(await words(rival, /(\d+)\n/));
    for (const [kind, headers, status] of [
      ['known answer', {}, 200],
      ['not modified', { 'if-none-match': answer.etag }, 304],
    ] as const) {
      const asked = { path, headers, status, clients: CLIENTS, requests: Number(perRound) };
      const rates: [number, number][] = [];
      const costs: [number, number][] = [];
      for (let round = 0; round <= Number(times); round += 1) {
        const [bare, bareCost] = await measured(rival, () => askOverSockets({ ...asked, port: rivalPort }));
        const [ours, ourCost] = await measured(service, () => askOverSockets({ ...asked, port }));
        // The first round is for the engines to compile.
        if (round === 0) continue;
        rates.push([ours, bare]);
        costs.push([ourCost, bareCost]);
      }
      const share = (pairs: readonly [number, number][]) =>
        `${(median(pairs.map(([one, other]) => one / other)) * 100).toFixed(0)} %`;
      const microseconds = (median(costs.map(([ours]) => ours)) / Number(perRound)) * 1e6;
      console.log(
        `${name}, ${(answer.body.length / 1000).toFixed(1)} kB, ${kind}: ${median(rates.map(([ours]) => ours)).toFixed(0)} a second, ` +
          `${share(rates)} of the bare route; ${microseconds.toFixed(0)} µs of processor time each, ${share(costs.map(([ours, bare]) => [bare, ours]))} of its rate by that`,
      );
    }
    rival.kill();
  }
} finally {
  const ended = new Promise((resolve) => service.once('exit', resolve));
  service.kill('SIGTERM');
  await ended;
  await rm(folder, { recursive: true });
}

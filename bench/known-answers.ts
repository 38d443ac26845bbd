import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { askOverSockets } from './ask-over-sockets.ts';
import { DRAWN_RELEASE } from './drawn-release.ts';
import { keepRelease } from './kept-release.ts';
import { cpuSecondsOf } from './processor-time.ts';
import { describeMachine, median } from './rounds.ts';

const SPCD = fileURLToPath(new URL('../bin/spcd.cjs', import.meta.url));
const RIVAL = fileURLToPath(new URL('same-bytes-route.ts', import.meta.url));
const QUESTIONS = {
  small: `/v1/data/profiles?population=referred&by=area_code.nation,sex&period=2025-26&release=${DRAWN_RELEASE}`,
  large: `/v1/data/profiles?population=referred&by=age_band,area_code.health_board&period=2025-26&release=${DRAWN_RELEASE}`,
};
const [times = '5', perRound = '10000', clients = '1,8,50,200', rows = '100000'] = process.argv.slice(2);
/** Of each server in one round, at most: a large answer is asked less often, so that it is measured to its end. */
const BYTES = 200e6;

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
const { archive } = await keepRelease(Number(rows));
const service = spawn(process.execPath, [SPCD, 'serve'], {
  env: {
    ...process.env,
    SPCD_ROLE: 'public',
    SPCD_ARCHIVE_DIR: archive,
    SPCD_DATA_DIR: join(folder, 'data'),
    SPCD_PORT: '0',
    SPCD_REQUESTS_PER_MINUTE: '0',
  },
  // Its log is written, a line for each answer, to nowhere.
  stdio: ['ignore', 'pipe', 'ignore'],
});
try {
  const port = Number(await words(service, /http:\/\/[\d.]+:(\d+)/));
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
    const kinds = [
      { kind: 'known answer', headers: {}, status: 200, bytes: answer.body.length },
      { kind: 'not modified', headers: { 'if-none-match': answer.etag }, status: 304, bytes: 0 },
    ];
    for (const { kind, headers, status, bytes } of kinds) {
      const requests = Math.min(Number(perRound), Math.ceil(BYTES / Math.max(1, bytes)));
      for (const count of clients.split(',').map(Number)) {
        const asked = { path, headers, status, clients: count, requests };
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
        const microseconds = (median(costs.map(([ours]) => ours)) / requests) * 1e6;
        console.log(
          `${name}, ${(answer.body.length / 1000).toFixed(1)} kB, ${kind}, ${count} clients: ${median(rates.map(([ours]) => ours)).toFixed(0)} a second, ` +
            `${share(rates)} of the bare route; ${microseconds.toFixed(0)} µs of processor time each, ${share(costs.map(([ours, bare]) => [bare, ours]))} of its rate by that`,
        );
      }
    }
    rival.kill();
  }
} finally {
  const ended = new Promise((resolve) => service.once('exit', resolve));
  service.kill('SIGTERM');
  await ended;
  await rm(folder, { recursive: true });
}

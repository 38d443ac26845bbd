import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeMachine, median } from './rounds.ts';

const SPCD = fileURLToPath(new URL('../bin/spcd.cjs', import.meta.url));
const RIVAL = fileURLToPath(new URL('same-bytes-route.ts', import.meta.url));
const RELEASE = 'synthetic-2026-q1-1';
const QUESTIONS = {
  small: `/v1/data/profiles?population=referred&by=area_code.health_board&period=2025-26&release=${RELEASE}`,
  large: `/v1/data/profiles?population=referred&by=age_band,sex,area_code.health_board&period=2025-26&release=${RELEASE}`,
};
const [times = '5', perRound = '2000'] = process.argv.slice(2);
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

/** Requests a second, of so many that are sent over some connections at once. */
async function rate(port: number, path: string, headers: Record<string, string>, wanted: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  const start = performance.now();
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      for (let turn = 0; turn < Number(perRound) / CLIENTS; turn += 1) {
        const { status } = await get(agent, port, path, headers);
        if (status !== wanted) throw new Error(`${path} answered ${status}`);
      }
    }),
  );
  agent.destroy();
  return Number(perRound) / ((performance.now() - start) / 1000);
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
      const shares: number[] = [];
      const own: number[] = [];
      for (let round = 0; round <= Number(times); round += 1) {
        const bare = await rate(rivalPort, path, headers, status);
        const ours = await rate(port, path, headers, status);
        // The first round is for the engines to compile.
        if (round === 0) continue;
        shares.push(ours / bare);
        own.push(ours);
      }
      console.log(
        `${name}, ${(answer.body.length / 1000).toFixed(1)} kB, ${kind}: ${median(own).toFixed(0)} a second, ${(median(shares) * 100).toFixed(0)} % of the bare route`,
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

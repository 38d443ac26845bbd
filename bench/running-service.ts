import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Service } from '../src/standard/generated/types.ts';
import { HEADER } from './coded-rows.ts';
import { cpuSecondsOf } from './processor-time.ts';

const SPCD = fileURLToPath(new URL('../bin/spcd.cjs', import.meta.url));

/** The whole service in a process of its own, with a PostgreSQL and a data folder of its own. */
export interface RunningService {
  readonly port: number;
  /** Its data folder, through which another process may use its PostgreSQL. */
  readonly folder: string;
  /** A key of the organisation in the header of the coded rows. */
  readonly key: string;
  /** Megabytes of memory that the process has now, and has had at most. */
  memory(): { readonly now: number; readonly most: number };
  /** Seconds of processor time that the process has used. */
  cpuSeconds(): number;
  stop(): Promise<void>;
}

/** Starts the service, with the service register that the coded rows name, and others if they are given. */
export async function runService(others: readonly Service[] = []): Promise<RunningService> {
  const folder = await mkdtemp(join(tmpdir(), 'spcd-bench-service-'));
  const environment = {
    ...process.env,
    SPCD_DATA_DIR: folder,
    SPCD_PORT: '0',
    SPCD_LOG_LEVEL: 'warn',
    SPCD_REQUESTS_PER_MINUTE: '0',
  };
  const service = spawn(process.execPath, [SPCD, 'serve'], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await listeningPort(service);
  const command = (...args: string[]) =>
    execFileSync(process.execPath, [SPCD, ...args], { env: environment, encoding: 'utf8' });
  const register = join(folder, 'services.json');
  await writeFile(register, JSON.stringify([SERVICE, ...others]));
  command('services', 'import', register);
  const made = command('keys', 'create', '--organisation', SERVICE.submitter, '--json');
  return {
    port,
    folder,
    key: (JSON.parse(made) as { key: string }).key,
    memory: () => memoryOf(service.pid ?? 0),
    cpuSeconds: () => cpuSecondsOf(service.pid ?? 0),
    async stop() {
      const ended = new Promise((resolve) => service.once('exit', resolve));
      service.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const SERVICE = {
  id: HEADER.services_included,
  name: { en: 'Bench connectors', cy: 'Cysylltwyr y fainc' },
  submitter: String(HEADER.submitter),
  areas: ['W06000001', 'W06000002'],
  valid_from: '2019-04-01',
};

function listeningPort(service: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = '';
    service.stdout?.on('data', (words: Buffer) => {
      said += words.toString();
      const port = /http:\/\/[\d.]+:(\d+)/.exec(said)?.[1];
      if (port !== undefined) resolve(Number(port));
    });
    service.once('exit', (code) => reject(new Error(`the service ended with ${code}: ${said}`)));
  });
}

function memoryOf(pid: number): { now: number; most: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const megabytes = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024;
  return { now: megabytes('VmRSS'), most: megabytes('VmHWM') };
}

import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { access, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { platform, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { findBinaries } from '../../src/store/embedded-binaries.ts';
import { IN_NAMESPACE } from '../../src/store/embedded-launcher.ts';
import { freePort } from '../support/free-port.ts';

const run = promisify(execFile);

/** A PostgreSQL that is no part of the service, as an operator's own is. */
export interface SeparatePostgres {
  /** An empty database. */
  readonly connectionString: string;
  /** `pg_ctl restart -m immediate`: it goes down as in a crash, comes up again and recovers. */
  restartAtOnce(): Promise<void>;
  /** What an operator does with a server that went down by itself; one that runs is left alone. */
  startAgain(): Promise<void>;
  close(): Promise<void>;
}

/** Where PostgreSQL programs may be found, by the name of what they are. */
export const SEPARATE_POSTGRES = [
  { name: 'the PostgreSQL of npm', programs: async () => dirname((await findBinaries()).postgres) },
  { name: 'PostgreSQL 15', programs: async () => '/usr/lib/postgresql/15/bin' },
] as const;

export async function areThere(programs: () => Promise<string>): Promise<boolean> {
  return access(join(await programs(), 'pg_ctl')).then(
    () => true,
    () => false,
  );
}

/**
 * Makes a cluster in a temporary folder and starts it on the loopback address. For root it runs in a user namespace,
 * as the service's own does.
 *
 * @param place - Where the folder is made.
 */
export async function startSeparatePostgres(programs: string, place = tmpdir()): Promise<SeparatePostgres> {
  const folder = await mkdtemp(join(place, 'spcd-separate-'));
  const cluster = join(folder, 'cluster');
  const prefix = process.getuid?.() === 0 && platform() === 'linux' ? IN_NAMESPACE : [];
  const call = (program: string, ...options: string[]) => {
    const [command = '', ...rest] = [...prefix, join(programs, program), ...options];
    return run(command, rest, { cwd: '/' });
  };
  const password = randomBytes(12).toString('hex');
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, password);
  await call(
    'initdb',
    `--pgdata=${cluster}`,
    '--username=operator',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
  );
  const port = await freePort();
  const settings = `-c listen_addresses=127.0.0.1 -c port=${port} -c unix_socket_directories=`;
  const control = (...options: string[]) =>
    call('pg_ctl', '-D', cluster, '-w', '-t', '120', '-l', join(folder, 'server.log'), ...options);
  await control('start', '-o', settings);
  return {
    connectionString: `postgresql://operator:${password}@127.0.0.1:${port}/postgres`,
    async restartAtOnce() {
      await control('restart', '-m', 'immediate', '-o', settings);
    },
    async startAgain() {
      const isRunning = await control('status').then(
        () => true,
        () => false,
      );
      if (!isRunning) await control('start', '-o', settings);
    },
    async close() {
      await control('stop', '-m', 'immediate');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

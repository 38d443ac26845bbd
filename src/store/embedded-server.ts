import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, rename } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { clusterIn } from './embedded-cluster.ts';
import type { Home } from './embedded-home.ts';
import { handOver, launch } from './embedded-launcher.ts';
import { noneWhenMissing } from './embedded-marks.ts';

/** A PostgreSQL server that this process started. */
export interface RunningServer {
  readonly port: number;
  readonly pid: number;
  /** Settles when the process is gone, by itself or because it was stopped. */
  readonly ended: Promise<void>;
  /** Ends all sessions, writes everything down and waits for the server to be gone. */
  stop(): Promise<void>;
}

type Log = (message: string) => void;

const MAX_CONNECTIONS = 50;
const STOP_PATIENCE_MS = 60_000;
const LEFTOVER_PATIENCE_MS = 30_000;

/**
 * Starts the server on a loopback port, and waits until it takes connections.
 *
 * @param wantedPort - Where it is to listen; a free port, if none is named.
 * @throws {Error} If it does not start, with what the server said.
 */
export async function startServer(home: Home, log: Log, wantedPort?: number): Promise<RunningServer> {
  const deadline = Date.now() + LEFTOVER_PATIENCE_MS;
  for (;;) {
    const port = wantedPort ?? (await findFreePort());
    const { child, exit, failure } = await tryStart(home, port, log);
    if (failure === undefined) return superviseServer(child, exit, port, log);
    // Another program took the port in between, or sessions of a killed server have not noticed yet.
    const mayPass = /Address already in use|pre-existing shared memory block/.test(failure ?? '');
    if (!mayPass || Date.now() > deadline) throw new Error(`PostgreSQL did not start: ${failure}`);
    await sleep(200);
  }
}

interface Attempt {
  readonly child: ChildProcess;
  /** Settles when the process has ended, which may be at any time from its start. */
  readonly exit: Promise<unknown>;
  readonly failure: string | undefined;
}

async function tryStart({ folder, launcher }: Home, port: number, log: Log): Promise<Attempt> {
  const logFile = join(folder, 'server.log');
  await rename(logFile, `${logFile}.previous`).catch(noneWhenMissing);
  const output = await open(logFile, 'w', 0o600);
  try {
    await handOver(logFile, launcher);
    const child = launch(launcher, serverCommand(launcher.binaries.postgres, folder, port), output.fd);
    const exit = once(child, 'exit');
    const isReady = await Promise.race([untilReady(child, folder, log), exit.then(() => false)]);
    const failure = isReady ? undefined : await readLastWords(folder);
    return { child, exit, failure };
  } finally {
    await output.close();
  }
}

/** The end of the server's log, which holds no rows; empty when there is none. */
async function readLastWords(homeFolder: string): Promise<string> {
  const log = await readFile(join(homeFolder, 'server.log'), 'utf8').catch(noneWhenMissing);
  return (log ?? '').trim().slice(-1000);
}

function serverCommand(postgres: string, homeFolder: string, port: number): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    // A socket's path may have 107 bytes at most, and a data folder's may be longer.
    unix_socket_directories: '',
    max_connections: MAX_CONNECTIONS,
    fsync: 'on',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Failed statements and their details quote rows about people. The caller gets them, the log must not.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return [postgres, '-D', clusterIn(homeFolder), ...options];
}

/** Waits for the server's own word, in the file that `pg_ctl` reads too. Recovery may take long. */
async function untilReady(child: ChildProcess, homeFolder: string, log: Log): Promise<boolean> {
  const sayAfter = Date.now() + 10_000;
  let said = false;
  while (child.exitCode === null && child.signalCode === null) {
    const lines = await readFile(join(clusterIn(homeFolder), 'postmaster.pid'), 'utf8').catch(
      noneWhenMissing,
    );
    const [pid, , , , , , , status] = lines?.split('\n') ?? [];
    if (Number(pid) === child.pid && status?.trim() === 'ready') return true;
    if (!said && Date.now() > sayAfter) {
      log('PostgreSQL is still starting: it may be recovering from a sudden end');
      said = true;
    }
    await sleep(20);
  }
  return false;
}

function superviseServer(child: ChildProcess, exit: Promise<unknown>, port: number, log: Log): RunningServer {
  const { pid } = child;
  if (pid === undefined) throw new Error('A process that has started has a pid');
  const askToEnd = () => child.kill('SIGINT');
  // On systems that cannot tie the server to our life, this covers every end but a violent one.
  process.once('exit', askToEnd);
  let stopping: Promise<void> | undefined;
  const ended = exit.then(() => {
    process.off('exit', askToEnd);
    if (stopping === undefined) log(`PostgreSQL (process ${pid}) ended by itself: its server.log says why`);
  });
  // A command that forgets to stop the server may still end, and the server then ends with it.
  child.unref();
  const stop = async () => {
    child.ref();
    askToEnd();
    const forced = setTimeout(() => child.kill('SIGQUIT'), STOP_PATIENCE_MS);
    await ended;
    clearTimeout(forced);
  };
  return {
    port,
    pid,
    ended,
    stop() {
      stopping ??= child.exitCode === null && child.signalCode === null ? stop() : ended;
      return stopping;
    },
  };
}

async function findFreePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const address = listener.address();
  if (address === null || typeof address === 'string') throw new Error('The system gave no port');
  listener.close();
  await once(listener, 'close');
  return address.port;
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { openPostgres, startEmbeddedPostgres } from '../../src/store/embedded-postgres.ts';

/** Another process that uses the PostgreSQL of a data folder. */
export interface Holder {
  readonly pid: number;
  readonly serverPid: number;
  readonly connectionString: string;
  /** What it told its log so far. */
  readonly said: readonly string[];
  /** Has it stop, as a command at its end, and waits for it. */
  finish(): Promise<void>;
  /** Has it stop without waiting. */
  askToFinish(): void;
  /** Ends it without a word to anyone. */
  kill(): Promise<void>;
}

const thisFile = fileURLToPath(import.meta.url);

/** Starts a process of its own that opens the PostgreSQL of the folder and keeps it. */
export async function holdPostgres(dataDir: string, purpose: 'service' | 'command'): Promise<Holder> {
  const child = spawn(process.execPath, ['--import', 'tsx', thisFile, dataDir, purpose], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const said: string[] = [];
  const opened = await new Promise<string>((resolve, reject) => {
    child.on('exit', (code) =>
      reject(new Error(`The process that was to hold PostgreSQL ended with ${code}`)),
    );
    createInterface(child.stdout).on('line', (line) => {
      if (line.startsWith('{')) resolve(line);
      else said.push(line);
    });
  });
  const { serverPid, connectionString } = JSON.parse(opened);
  if (child.pid === undefined) throw new Error('The process that was to hold PostgreSQL did not start');
  return {
    pid: child.pid,
    serverPid,
    connectionString,
    said,
    askToFinish: () => child.stdin.end(),
    async finish() {
      child.stdin.end();
      await ended;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function hold(dataDir: string, purpose: string): Promise<void> {
  const open = purpose === 'service' ? startEmbeddedPostgres : openPostgres;
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const server = await open({ dataDir, log: (message) => say(`log: ${message}`) });
  say(JSON.stringify({ serverPid: server.pid, connectionString: server.connectionString() }));
  await once(process.stdin.resume(), 'end');
  await server.stop();
}

const [, startedFile, dataDir, purpose] = process.argv;
if (startedFile && dataDir && purpose && pathToFileURL(startedFile).href === import.meta.url) {
  await hold(dataDir, purpose);
}

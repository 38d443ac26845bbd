import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { markProcess } from '../../src/store/embedded-marks.ts';
import {
  type EmbeddedPostgres,
  openPostgres,
  startEmbeddedPostgres,
} from '../../src/store/embedded-postgres.ts';
import { folderElsewhere, locateHome } from '../../src/store/embedded-relocation.ts';
import { type Holder, holdPostgres } from '../support/hold-postgres.ts';

let dataDir: string;
const started: { stop(): Promise<void> }[] = [];
const folders: string[] = [];

/** Most tests follow each other in one folder, as starts do in life; this gives a test one of its own. */
async function useNewFolder(): Promise<void> {
  dataDir = await mkdtemp(join(tmpdir(), 'spcd-postgres-'));
  folders.push(dataDir, folderElsewhere(dataDir));
}

beforeAll(useNewFolder);

beforeEach(() => {
  dataDir = folders[0] ?? '';
});

afterEach(async () => {
  for (const each of started.splice(0).reverse()) await each.stop();
});

afterAll(async () => {
  // The server of a process that was killed may still be writing its last files.
  for (const folder of folders) await rm(folder, { recursive: true, force: true, maxRetries: 20 });
});

async function start(options: { patienceMs?: number } = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, ...options });
  started.push(server);
  return server;
}

async function open(): Promise<EmbeddedPostgres> {
  const server = await openPostgres({ dataDir });
  started.push(server);
  return server;
}

async function hold(purpose: 'service' | 'command'): Promise<Holder> {
  const holder = await holdPostgres(dataDir, purpose);
  started.push({ stop: holder.kill });
  return holder;
}

async function ask(connectionString: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

async function keepARow(connectionString: string): Promise<void> {
  const statements =
    "drop table if exists kept; create table kept (word text); insert into kept values ('kept')";
  await ask(connectionString, statements);
}

const keptRow = [{ word: 'kept' }];
const readKept = 'select word from kept';

test('keeps what was committed when it is stopped and started again', async () => {
  const first = await start();
  await keepARow(first.connectionString());
  await first.stop();
  const second = await start();
  expect(await ask(second.connectionString(), readKept)).toEqual(keptRow);
});

test('listens on the loopback address alone, and writes to the disk before it says so', async () => {
  const server = await start();
  const [settings] = await ask(
    server.connectionString(),
    `select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets,
       current_setting('fsync') as fsync, current_setting('server_encoding') as encoding`,
  );
  expect(settings).toEqual({ addresses: '127.0.0.1', sockets: '', fsync: 'on', encoding: 'UTF8' });
});

test('lets nobody in without the password, which only its own user can read', async () => {
  const server = await start();
  const address = new URL(server.connectionString());
  expect(await readFile(join(dataDir, 'postgres', 'password'), 'utf8')).toBe(address.password);
  expect((await stat(join(dataDir, 'postgres', 'password'))).mode & 0o777).toBe(0o600);
  expect((await stat(join(dataDir, 'postgres', 'cluster'))).mode & 0o777).toBe(0o700);
  address.password = 'wrong';
  await expect(ask(address.href, 'select 1')).rejects.toThrow('password authentication failed');
});

test('keeps the rows of a failed statement out of its log', async () => {
  const server = await start();
  await ask(server.connectionString(), 'create table if not exists seen (id text primary key)');
  const twice = "insert into seen values ('Ada Lovelace'), ('Ada Lovelace')";
  await expect(ask(server.connectionString(), twice)).rejects.toThrow('duplicate key');
  await server.stop();
  const log = await readFile(join(dataDir, 'postgres', 'server.log'), 'utf8');
  expect(log).toContain('database system is shut down');
  expect(log).not.toContain('Ada Lovelace');
});

test('starts again after its server was killed, with everything that was committed', async () => {
  const log: string[] = [];
  const first = await startEmbeddedPostgres({ dataDir, log: (message) => log.push(message) });
  await keepARow(first.connectionString());
  process.kill(first.pid, 'SIGKILL');
  await vi.waitFor(() => expect(log.join()).toContain('ended by itself'), 20_000);
  await first.stop();
  const second = await start();
  expect(second.pid).not.toBe(first.pid);
  expect(await ask(second.connectionString(), readKept)).toEqual(keptRow);
});

test.runIf(platform() === 'linux')('ends by itself when its starter is killed', async () => {
  const holder = await hold('service');
  await holder.kill();
  await vi.waitFor(async () => expect(await markProcess(holder.serverPid)).toBeUndefined(), 20_000);
});

test('starts again after its starter was killed, with everything that was committed', async () => {
  const holder = await hold('service');
  await keepARow(holder.connectionString);
  await holder.kill();
  const second = await open();
  expect(await ask(second.connectionString(), readKept)).toEqual(keptRow);
});

test('shuts down a server that nobody owns any more, and starts its own', async () => {
  const holder = await hold('service');
  await keepARow(holder.connectionString);
  await rm(join(dataDir, 'postgres.owner.json'));
  const second = await open();
  expect(second.pid).not.toBe(holder.serverPid);
  expect(await ask(second.connectionString(), readKept)).toEqual(keptRow);
});

test('is not misled by an owner file whose process is gone or whose pid has gone to another', async () => {
  const recycled = { pid: process.pid, identity: 'an earlier process', port: 1, purpose: 'service' };
  const file = { ...recycled, started: '2026-01-01T00:00:00.000Z', server: recycled };
  await writeFile(join(dataDir, 'postgres.owner.json'), JSON.stringify(file));
  const server = await open();
  expect(server.port).not.toBe(1);
  expect(await ask(server.connectionString(), 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('leaves a stranger alone whose pid stands in an old pid file, and starts beside it', async () => {
  await (await start()).stop();
  const stranger = spawn('sleep', ['600']);
  const strangerEnded = once(stranger, 'exit');
  started.push({
    async stop() {
      stranger.kill('SIGKILL');
      await strangerEnded;
    },
  });
  await writeFile(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), `${stranger.pid}\n`);
  await start();
  expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
});

test('makes one server for all that open it at once, in this process and in others', async () => {
  const [one, two, ...others] = await Promise.all([open(), open(), hold('command'), hold('command')]);
  const pids = [one.pid, two.pid, ...others.map((holder) => holder.serverPid)];
  expect(new Set(pids).size).toBe(1);
  expect(await ask(two.connectionString(), 'select 1 as one')).toEqual([{ one: 1 }]);
  await Promise.all(others.map((holder) => holder.finish()));
});

test('stays with a guest of another process until the guest is done', async () => {
  const owner = await hold('command');
  const guest = await open();
  expect(guest.pid).toBe(owner.serverPid);
  owner.askToFinish();
  await vi.waitFor(
    () => expect(owner.said.join()).toContain(`use PostgreSQL: processes ${process.pid}`),
    20_000,
  );
  expect(await ask(guest.connectionString(), 'select 1 as one')).toEqual([{ one: 1 }]);
  await guest.stop();
  await owner.finish();
  expect(await markProcess(owner.serverPid)).toBeUndefined();
});

test('runs on for the service when a command that joined it is done', async () => {
  const service = await start();
  const command = await open();
  expect(command.pid).toBe(service.pid);
  await command.stop();
  expect(await ask(service.connectionString(), 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('has a service wait for a command that owns the server, and then own it', async () => {
  const command = await hold('command');
  const service = start();
  command.askToFinish();
  expect((await service).pid).not.toBe(command.serverPid);
});

test('has a service give up in words when a command does not finish', async () => {
  await hold('command');
  await expect(start({ patienceMs: 300 })).rejects.toThrow('Gave up waiting: another command uses');
});

test('refuses a second service on one data folder, naming the first', async () => {
  const first = await hold('service');
  await expect(start()).rejects.toThrow(`Process ${first.pid} already serves from`);
});

test('never uses a cluster whose making was cut short', async () => {
  await useNewFolder();
  await (await start()).stop();
  const home = await locateHome(dataDir);
  await rm(home, { recursive: true });
  const unfinished = `${home}.new-0123456789ab`;
  await mkdir(join(unfinished, 'cluster'), { recursive: true });
  await writeFile(join(unfinished, 'cluster', 'PG_VERSION'), '18\n');
  const server = await start();
  expect(await ask(server.connectionString(), 'select 1 as one')).toEqual([{ one: 1 }]);
  await expect(stat(unfinished)).rejects.toThrow('ENOENT');
});

/** Everything in the folder, while initdb adds to it; or nothing while it does not exist. */
async function listCluster(folder: string): Promise<string[]> {
  return readdir(folder, { recursive: true }).catch(() => []);
}

test('makes the cluster anew when the process that made it was killed half way', async () => {
  await useNewFolder();
  const script = new URL('../support/hold-postgres.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir, 'service'], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  const isHalfMade = async () => {
    const found = await Promise.all([dataDir, folderElsewhere(dataDir)].map(listCluster));
    return found.flat().some((name) => /^postgres\.new-[0-9a-f]+\/cluster\/PG_VERSION$/.test(name));
  };
  await vi.waitUntil(isHalfMade, { timeout: 20_000, interval: 5 });
  child.kill('SIGKILL');
  await ended;
  const server = await start();
  expect(await ask(server.connectionString(), 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('refuses a cluster of another PostgreSQL version, naming both', async () => {
  await useNewFolder();
  await mkdir(join(dataDir, 'postgres', 'cluster'), { recursive: true });
  await writeFile(join(dataDir, 'postgres', 'cluster', 'PG_VERSION'), '12\n');
  await expect(start()).rejects.toThrow(/made by PostgreSQL 12 and cannot be used by PostgreSQL 1[0-9]/);
});

test('says what PostgreSQL said when it does not start', async () => {
  await useNewFolder();
  await (await start()).stop();
  await rm(join(dataDir, 'postgres', 'cluster', 'global', 'pg_control'));
  await expect(start()).rejects.toThrow('could not find the database system');
});

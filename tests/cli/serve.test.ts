import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdtemp, readFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { folderElsewhere } from '../../src/store/embedded-relocation.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { freePort } from '../support/free-port.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

// Each starts whole processes, twice a PostgreSQL of their own.
vi.setConfig({ testTimeout: 120_000 });

let folder: string;
let database: TestDatabase;
let running: ChildProcess | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spcd-serve-'));
  database = await createTestDatabase();
});
afterEach(async () => {
  if (running?.exitCode === null) running.kill('SIGKILL');
  await database.drop();
  await rm(folderElsewhere(folder), { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
});

/** Starts `spcd serve` and waits until it says where it listens. */
async function serve(environment: Record<string, string>) {
  const port = Number(environment.SPCD_PORT ?? (await freePort()));
  const child = spawn(process.execPath, ['bin/spcd.cjs', 'serve'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, SPCD_DATA_DIR: folder, SPCD_PORT: String(port), ...environment },
  });
  running = child;
  const errors = text(child.stderr);
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const lines = createInterface({ input: child.stdout });
  const links: string[] = [];
  lines.on('line', (line) => /^ {2}/.test(line) && links.push(line.trim()));
  const first = await Promise.race([
    once(lines, 'line').then(([line]) => String(line)),
    ended.then(async () => Promise.reject(new Error(await errors))),
  ]);
  const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
  return { child, port, first, printed: () => links, ended, errors, get };
}

it('says where it listens, makes its keys, answers, and ends with 0 when asked to', async () => {
  const service = await serve({ DATABASE_URL: database.connectionString });
  expect(service.first).toContain(`http://127.0.0.1:${service.port}`);
  expect((await service.get('/health/ready')).status).toBe(200);
  expect((await service.get('/v1/me')).status).toBe(401);
  const root = (await (await service.get('/')).json()) as { links: { config: string } };
  expect(root.links.config).toBe(`http://127.0.0.1:${service.port}/v1/config`);
  expect(await readFile(join(folder, 'keys', 'record.key'))).toHaveLength(32);
  service.child.kill('SIGINT');
  expect(await service.ended).toBe(0);
  expect(await service.errors).not.toContain('"level":50');
});

it('takes returns in without keys, in the role submission', async () => {
  const service = await serve({ DATABASE_URL: database.connectionString, SPCD_ROLE: 'submission' });
  expect((await service.get('/v1/me')).status).toBe(401);
  await expect(access(join(folder, 'keys'))).rejects.toThrow('ENOENT');
  service.child.kill('SIGTERM');
  expect(await service.ended).toBe(0);
});

it('serves the open addresses with nothing but an archive, in the role public', async () => {
  const service = await serve({ SPCD_ROLE: 'public' });
  expect((await service.get('/health/ready')).status).toBe(200);
  expect((await service.get('/v1/releases')).status).toBe(200);
  expect((await service.get('/v1/me')).status).toBe(404);
  await expect(access(join(folder, 'postgres'))).rejects.toThrow('ENOENT');
  service.child.kill('SIGTERM');
  expect(await service.ended).toBe(0);
});

it('prints and links the port it was given where any that is free was asked for', async () => {
  const service = await serve({ SPCD_ROLE: 'public', SPCD_PORT: '0' });
  const address = /http:\/\/127\.0\.0\.1:[1-9]\d*/.exec(service.first)?.[0] as string;
  await expect.poll(service.printed).toEqual([`${address}/`, `${address}/docs`, `${address}/openapi.json`]);
  const missing = await fetch(`${address}/v1/releases/none`);
  expect((await missing.json()) as object).toHaveProperty('type', `${address}/problems/RELEASE_NOT_FOUND`);
  service.child.kill('SIGTERM');
  expect(await service.ended).toBe(0);
});

it('answers what it was asked before it ends', async () => {
  const service = await serve({ DATABASE_URL: database.connectionString });
  const socket = connect(service.port, '127.0.0.1');
  const answered = text(socket);
  const head =
    'POST /v1/validate HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\nExpect: 100-continue\r\n\r\n{';
  socket.write(head);
  // The 100 says that the request is being answered; its last byte comes after the signal.
  await once(socket, 'data');
  service.child.kill('SIGTERM');
  await expect(untilRefused(service.port)).resolves.toBe('ECONNREFUSED');
  socket.write('}');
  expect(await answered).toContain('HTTP/1.1 200 OK');
  expect(await service.ended).toBe(0);
});

it('starts a PostgreSQL of its own where none is named, and leaves none behind', async () => {
  const service = await serve({});
  expect((await service.get('/health/ready')).status).toBe(200);
  service.child.kill('SIGTERM');
  expect(await service.ended).toBe(0);
  const again = await serve({});
  expect((await again.get('/health/ready')).status).toBe(200);
  again.child.kill('SIGTERM');
  expect(await again.ended).toBe(0);
});

it('ends with 2 and one line where the port is taken, with everything closed again', async () => {
  const first = await serve({ DATABASE_URL: database.connectionString });
  const second = serve({ DATABASE_URL: database.connectionString, SPCD_PORT: String(first.port) });
  await expect(second).rejects.toThrow(
    new RegExp(`^Something else listens on 127.0.0.1:${first.port} already. .* SPCD_PORT .*\\n$`),
  );
  expect(running?.exitCode).toBe(2);
  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(0);
});

/** Tries to connect until the listener is closed. */
async function untilRefused(port: number): Promise<string> {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    const outcome = await once(socket, 'connect').then(
      () => undefined,
      (error: NodeJS.ErrnoException) => error.code,
    );
    socket.destroy();
    // A connection that stood in the queue when listening ended is reset; the next one is refused.
    if (outcome !== undefined && outcome !== 'ECONNRESET') return outcome;
  }
}

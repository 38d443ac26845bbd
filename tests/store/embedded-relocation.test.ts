import { execFileSync } from 'node:child_process';
import { lstat, mkdtemp, readdir, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startEmbeddedPostgres } from '../../src/store/embedded-postgres.ts';
import { folderElsewhere, settleMove } from '../../src/store/embedded-relocation.ts';

let dataDir: string;
let programs: string;
const path = process.env.PATH;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'spcd-moved-'));
  programs = await mkdtemp(join(tmpdir(), 'spcd-programs-'));
});

afterEach(async () => {
  process.env.PATH = path;
  for (const folder of [dataDir, programs, folderElsewhere(dataDir)]) {
    await rm(folder, { recursive: true, force: true });
  }
});

/** A system on which this program always fails. */
async function refuse(program: string): Promise<void> {
  await writeFile(join(programs, program), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
  process.env.PATH = `${programs}:${path}`;
}

/** Starts the server, adds a row, counts the rows, stops; and gives what was logged on the way. */
async function countOneMore(): Promise<{ rows: number; log: string }> {
  const log: string[] = [];
  const server = await startEmbeddedPostgres({ dataDir, log: (message) => log.push(message) });
  const client = new pg.Client({ connectionString: server.connectionString() });
  await client.connect();
  await client.query('create table if not exists visits (visit int); insert into visits values (1)');
  const { rowCount } = await client.query('select * from visits');
  await client.end();
  await server.stop();
  return { rows: rowCount ?? 0, log: log.join('\n') };
}

function hasPostgresUser(): boolean {
  try {
    execFileSync('id', ['-u', 'postgres'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe.runIf(process.getuid?.() === 0 && hasPostgresUser())('for root without user namespaces', () => {
  test('runs as the user postgres in a folder it can reach, says where, and leaves a link', async () => {
    await refuse('unshare');
    const there = join(folderElsewhere(dataDir), 'postgres');
    expect(await countOneMore()).toEqual({ rows: 1, log: expect.stringContaining(`its data in ${there}`) });
    expect(await readlink(join(dataDir, 'postgres'))).toBe(there);
    const postgres = Number(execFileSync('id', ['-u', 'postgres'], { encoding: 'utf8' }));
    expect((await stat(join(there, 'cluster'))).uid).toBe(postgres);
    expect((await stat(join(there, 'password'))).mode & 0o777).toBe(0o600);
    expect((await stat(dataDir)).uid).toBe(0);
    expect(await countOneMore()).toEqual({ rows: 2, log: '' });
  });

  test('takes the data along when namespaces are refused later, and stays when they are back', async () => {
    await countOneMore();
    await refuse('unshare');
    expect((await countOneMore()).rows).toBe(2);
    expect((await lstat(join(dataDir, 'postgres'))).isSymbolicLink()).toBe(true);
    expect(await readdir(dataDir)).not.toContain('postgres.moving');
    process.env.PATH = path;
    expect((await countOneMore()).rows).toBe(3);
  });

  test('says what to do when there is no user postgres either', async () => {
    await refuse('unshare');
    await refuse('id');
    await expect(countOneMore()).rejects.toThrow('set DATABASE_URL to a PostgreSQL of your own');
  });
});

test('puts the original back when a move was killed before its last step', async () => {
  await writeFile(join(dataDir, 'postgres.moving'), 'stands for the home');
  await settleMove(dataDir);
  expect(await readdir(dataDir)).toEqual(['postgres']);
});

test('clears the original away when a move was killed after its last step', async () => {
  await writeFile(join(dataDir, 'postgres.moving'), 'stands for the original');
  await writeFile(join(dataDir, 'postgres'), 'stands for the link');
  await settleMove(dataDir);
  expect(await readdir(dataDir)).toEqual(['postgres']);
});

import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { createMigratedDatabase, createTestDatabase, type TestDatabase } from '../support/database.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

let database: TestDatabase | undefined;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spcd-migrating-'));
});

afterEach(async () => {
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});

interface Ended {
  readonly code: number;
  readonly stderr: string;
}

/** Runs a program of the checkout in a process of its own, on the database of this test, until it ends. */
async function start(args: readonly string[], language = 'en'): Promise<Ended> {
  const { NODE_ENV: _, ...environment } = process.env;
  const env = {
    ...environment,
    LC_ALL: `${language}_GB.UTF-8`,
    DATABASE_URL: database?.connectionString,
    SPCD_DATA_DIR: folder,
    SPCD_PORT: '0',
  };
  return promisify(execFile)(process.execPath, [...args], { cwd: ROOT, env }).then(
    ({ stderr }) => ({ code: 0, stderr }),
    (error: { code: number; stderr: string }) => ({ code: error.code, stderr: error.stderr }),
  );
}

async function ask(question: string) {
  const { pool, close } = openDatabase(database?.connectionString ?? '');
  try {
    return (await pool.query(question)).rows;
  } finally {
    await close();
  }
}

it('migrates once when three processes start at the same time', async () => {
  database = await createTestDatabase();
  const migrate = () => start(['--import', 'tsx', 'src/store/migrate.ts']);
  const ended = await Promise.all([migrate(), migrate(), migrate()]);
  expect(ended.map(({ code, stderr }) => (code === 0 ? 0 : stderr))).toEqual([0, 0, 0]);
  const applied = await ask('select hash from drizzle.__drizzle_migrations');
  expect(new Set(applied.map(({ hash }) => hash)).size).toBe(applied.length);
  expect(await ask('select count(*)::int as keys from api_keys')).toEqual([{ keys: 0 }]);
});

it('refuses to start, and says why in both languages, when the database is newer than the program', async () => {
  database = await createMigratedDatabase();
  await ask(
    "insert into drizzle.__drizzle_migrations (hash, created_at) values ('of a newer program', 32503680000000)",
  );
  const before = await ask('select * from drizzle.__drizzle_migrations order by id');
  const english = await start(['bin/spcd.cjs', 'serve']);
  expect(english).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('newer version of this program'),
  });
  expect(english.stderr).toContain('3000-01-01');
  const welsh = await start(['bin/spcd.cjs', 'keys', 'list'], 'cy');
  expect(welsh).toMatchObject({ code: 2, stderr: expect.stringContaining('fersiwn mwy newydd') });
  expect(await ask('select * from drizzle.__drizzle_migrations order by id')).toEqual(before);
});

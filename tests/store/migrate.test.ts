import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let folder: string;
let database: TestDatabase;
let opened: OpenDatabase;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spcd-migrations-'));
  database = await createTestDatabase();
  opened = openDatabase(database.connectionString, { poolSize: 3 });
});

afterEach(async () => {
  await opened.close();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

/** Writes migrations in the form drizzle-kit gives them. */
async function writeMigrations(statements: string[]): Promise<void> {
  await mkdir(join(folder, 'meta'), { recursive: true });
  const entries = statements.map((_, idx) => ({
    idx,
    version: '7',
    when: 1_760_000_000_000 + idx,
    tag: `${String(idx).padStart(4, '0')}_step`,
    breakpoints: true,
  }));
  for (const { idx, tag } of entries) await writeFile(join(folder, `${tag}.sql`), statements[idx] ?? '');
  const journal = { version: '7', dialect: 'postgresql', entries };
  await writeFile(join(folder, 'meta', '_journal.json'), JSON.stringify(journal));
}

async function listTables(): Promise<string[]> {
  const { rows } = await opened.pool.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' order by 1",
  );
  return rows.map((row) => row.name);
}

test('applies every migration once, however often it runs', async () => {
  await writeMigrations(['create table one (a int);']);
  await migrate(opened.pool, folder);
  await writeMigrations(['create table one (a int);', 'create table two (b int);']);
  await migrate(opened.pool, folder);
  await migrate(opened.pool, folder);
  expect(await listTables()).toEqual(['one', 'two']);
});

test('lets migrators that start at once succeed one after the other', async () => {
  await writeMigrations(['create table one (a int);\n--> statement-breakpoint\ninsert into one values (1);']);
  await Promise.all([1, 2, 3].map(() => migrate(opened.pool, folder)));
  expect((await opened.pool.query('select a from one')).rows).toEqual([{ a: 1 }]);
});

test('leaves the database as it was when one of several migrations fails', async () => {
  await writeMigrations(['create table one (a int);', 'create tabel two (b int);']);
  await expect(migrate(opened.pool, folder)).rejects.toThrow();
  expect(await listTables()).toEqual([]);
});

test('leaves no lock behind when a migration fails', async () => {
  await writeMigrations(['create tabel one (a int);']);
  await expect(migrate(opened.pool, folder)).rejects.toThrow();
  await writeMigrations(['create table one (a int);']);
  await migrate(opened.pool, folder);
  expect(await listTables()).toEqual(['one']);
});

test('refuses a folder without migrations', async () => {
  await expect(migrate(opened.pool, folder)).rejects.toThrow('_journal.json');
});

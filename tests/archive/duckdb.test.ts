import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type DuckDBConnection,
  type DuckDBInstance,
  openDuckDb,
  quoteText,
} from '../../src/archive/duckdb.ts';

let folder: string;
let instance: DuckDBInstance;
let connection: DuckDBConnection;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spcd-duckdb-'));
  await writeFile(join(folder, 'inside.csv'), 'a\n1\n');
  instance = await openDuckDb({ memoryLimit: '128MB', threads: 1, folders: [folder] });
  connection = await instance.connect();
});

afterAll(async () => {
  connection?.closeSync();
  instance?.closeSync();
  await rm(folder, { recursive: true, force: true });
});

it('reads the folders it was given', async () => {
  const reader = await connection.runAndReadAll(
    `SELECT a FROM read_csv(${quoteText(join(folder, 'inside.csv'))})`,
  );
  expect(reader.getRows()).toEqual([[1n]]);
});

it.each([
  "SELECT * FROM read_text('/etc/hostname')",
  "SELECT * FROM glob('/etc/*')",
  "COPY (SELECT 1) TO '/tmp/spcd-elsewhere.csv'",
  "ATTACH '/tmp/spcd-elsewhere.db'",
  "SELECT * FROM read_csv('https://example.org/x.csv')",
  'INSTALL httpfs',
  'LOAD httpfs',
  'SET enable_external_access = true',
  "SET memory_limit = '10GB'",
  "SET allowed_directories = ['/']",
  'RESET lock_configuration',
])('refuses %s', async (statement) => {
  await expect(connection.run(statement)).rejects.toThrow();
});

it('quotes any text as itself', async () => {
  for (const text of ["it's", "''; DROP TABLE x; --", '\\', 'ŵ', '']) {
    expect((await connection.runAndReadAll(`SELECT ${quoteText(text)}`)).getRows()).toEqual([[text]]);
  }
});

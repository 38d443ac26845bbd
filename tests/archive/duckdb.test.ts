import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type DuckDBConnection,
  type DuckDBInstance,
  openDuckDb,
  quoteText,
  withinLimits,
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

/** Would take hours, and no memory: it reads one range, as a join would keep one of two. */
const ENDLESS = 'SELECT count(*) FROM range(100_000_000_000_000) a WHERE a.range % 10 = 7';

it('interrupts what takes too long, and can use its connection again', async () => {
  for (let time = 0; time < 2; time += 1) {
    await expect(withinLimits(connection, 30, () => connection.run(ENDLESS))).rejects.toMatchObject({
      code: 'TIMEOUT',
    });
    const rows = await withinLimits(connection, 60_000, () => connection.runAndReadAll('SELECT 1'));
    expect(rows.getRows()).toEqual([[1]]);
  }
});

it('interrupts statements that wait for a thread as well', async () => {
  const connections = await Promise.all(Array.from({ length: 12 }, () => instance.connect()));
  const outcomes = await Promise.allSettled(
    connections.map((each) => withinLimits(each, 30, () => each.run(ENDLESS))),
  );
  expect(outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason.code)).toEqual(
    connections.map(() => 'TIMEOUT'),
  );
  for (const each of connections) each.closeSync();
});

it('passes on what fails for another reason as it is', async () => {
  const failing = withinLimits(connection, 60_000, () => connection.run('SELECT nonsense'));
  await expect(failing).rejects.toThrow(/nonsense/);
});

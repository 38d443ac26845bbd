import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TableName } from '../../src/standard/generated/tables.ts';
import type { Rows, RowValues } from '../../src/standard/row.ts';
import { TABLES_OF_EVERY_VERSION } from '../../src/standard/versions/every-version.ts';
import { readAcceptedRows } from '../../src/store/accepted-tables.ts';
import { copyRowsIn } from '../../src/store/copy-rows.ts';
import { lineOf } from '../../src/store/copy-text.ts';
import { type OpenDatabase, openDatabase } from '../../src/store/database.ts';
import { inTransaction } from '../../src/store/transaction.ts';
import { createMigratedDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let open: OpenDatabase;

beforeAll(async () => {
  database = await createMigratedDatabase();
  open = openDatabase(database.connectionString, { poolSize: 3 });
});

afterAll(async () => {
  await open?.close();
  await database?.drop();
});

const outcome = (area: string, ...numbers: (number | null)[]): RowValues => [
  ...['swemwbs_metric', 'not_applicable', 'all', area, 'all', '11_16', 'self'],
  ...numbers,
  'paired',
];

async function collect(rows: AsyncIterable<RowValues[]>): Promise<RowValues[]> {
  const collected: RowValues[] = [];
  for await (const batch of rows) collected.push(...batch);
  return collected;
}

function profilesRows(number: number): RowValues[] {
  return Array.from({ length: number }, (_, index) => [
    'referred',
    `area ${index}`,
    '25_34',
    'female',
    'q1',
    7,
    3,
  ]);
}

function writeRows(client: pg.ClientBase, id: string, table: TableName, rows: Rows): Promise<void> {
  const { length } = TABLES_OF_EVERY_VERSION[table].fields;
  const lines = Array.from(rows, (row) =>
    lineOf([id, ...row, ...Array<null>(length - row.length).fill(null)]),
  );
  return copyRowsIn(client, table, lines);
}

it('gives rows back with their types: text, whole numbers, exact fractions, missing values', async () => {
  const id = randomUUID();
  const rows = [
    outcome('W06000023', 42, 19.4, 3.9, 22.1, 4.2, 0.1 + 0.2, 4.1, 21, 16, 5, 3),
    outcome('W06000001', 1, 19.4, null, 5e-324, null, -1.7976931348623157e308, null, null, null, null, null),
  ];
  await inTransaction(open.pool, ({ client }) => writeRows(client, id, 'outcomes', rows));
  const read = await collect(readAcceptedRows(open.pool, id, 'outcomes'));
  expect(read).toHaveLength(2);
  expect(read).toEqual(expect.arrayContaining(rows));
});

it('keeps rows of two versions beside each other, each as it came', async () => {
  const id = randomUUID();
  const first: RowValues = ['W11000028', 'link_worker', 'third_sector', 7, 6.4, 7, 5, 2, 40];
  const later: RowValues = ['W11000028', 'other', 'third_sector', 7, null, null, null, null, null, 3];
  await inTransaction(open.pool, ({ client }) => writeRows(client, id, 'workforce', [first, later]));
  const stored = await open.db.execute(
    sql`select role, works_in_welsh from rows_workforce where submission_id = ${id} order by role`,
  );
  expect(stored.rows).toEqual([
    { role: 'link_worker', works_in_welsh: null },
    { role: 'other', works_in_welsh: 3 },
  ]);
  const read = await collect(readAcceptedRows(open.pool, id, 'workforce'));
  expect(read).toHaveLength(2);
  expect(read).toEqual(expect.arrayContaining([first, later]));
});

it('gives hostile text back as it was', async () => {
  const id = randomUUID();
  const hostile = [
    '\\N',
    '\\.',
    'a\tb',
    'a\nb',
    'a\r\nb',
    "';drop table rows_profiles;--",
    '"',
    '\\x41',
    '\ufeffŵ😀',
  ];
  const rows = hostile.map((text): RowValues => [text, text, '25_34', 'female', '', 7, 3]);
  await inTransaction(open.pool, ({ client }) => writeRows(client, id, 'profiles', rows));
  const read = await collect(readAcceptedRows(open.pool, id, 'profiles'));
  expect(read).toHaveLength(hostile.length);
  expect(read).toEqual(expect.arrayContaining(rows));
});

it('reads in batches of up to 5,000 and misses no row', async () => {
  const id = randomUUID();
  await inTransaction(open.pool, ({ client }) => writeRows(client, id, 'profiles', profilesRows(12_345)));
  const sizes: number[] = [];
  const areas = new Set<unknown>();
  for await (const batch of readAcceptedRows(open.pool, id, 'profiles')) {
    sizes.push(batch.length);
    for (const row of batch) areas.add(row[1]);
  }
  expect(sizes).toEqual([5_000, 5_000, 2_345]);
  expect(areas.size).toBe(12_345);
});

it('gives nothing for a submission without rows and refuses what is not an id', async () => {
  expect(await collect(readAcceptedRows(open.pool, randomUUID(), 'profiles'))).toEqual([]);
  await expect(collect(readAcceptedRows(open.pool, "' or true --", 'profiles'))).rejects.toThrow(RangeError);
});

it('gives its connection back when a reader stops half way', async () => {
  const id = randomUUID();
  await inTransaction(open.pool, ({ client }) => writeRows(client, id, 'profiles', profilesRows(12_000)));
  for (let round = 0; round < 6; round += 1) {
    for await (const batch of readAcceptedRows(open.pool, id, 'profiles')) {
      expect(batch).toHaveLength(5_000);
      break;
    }
  }
  expect((await open.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
});

it('keeps nothing of a transaction in which PostgreSQL refuses a row', async () => {
  const id = randomUUID();
  const twice = [...profilesRows(6_000), ...profilesRows(1)];
  const work = inTransaction(open.pool, async ({ client }) => {
    await writeRows(client, id, 'profiles', profilesRows(10));
    await writeRows(client, id, 'characteristics', []);
    await writeRows(client, randomUUID(), 'profiles', twice);
  });
  await expect(work).rejects.toThrow('rows_profiles_key');
  expect(await collect(readAcceptedRows(open.pool, id, 'profiles'))).toEqual([]);
});

it('keeps nothing when the server ends the connection in the middle of a COPY, and goes on working', async () => {
  const id = randomUUID();
  const other = await open.pool.connect();
  // An uncommitted row with the key of the 25,001st makes the COPY wait there.
  await other.query('begin');
  await writeRows(other, id, 'profiles', profilesRows(25_001).slice(25_000));
  const work = inTransaction(open.pool, ({ client }) =>
    writeRows(client, id, 'profiles', profilesRows(40_000)),
  );
  const [ended] = await Promise.allSettled([work, endBackendThatWaits()]);
  expect(ended.status).toBe('rejected');
  await other.query('rollback');
  other.release();
  expect(await collect(readAcceptedRows(open.pool, id, 'profiles'))).toEqual([]);
});

it('fails, rather than ending early, when the server ends the connection in the middle of a reading', async () => {
  const id = randomUUID();
  // More than the system keeps in its buffers between the server and us.
  const rows = profilesRows(60_000).map((row) => row.with(2, 'x'.repeat(500)));
  await inTransaction(open.pool, ({ client }) => writeRows(client, id, 'profiles', rows));
  let read = 0;
  const reading = async () => {
    for await (const batch of readAcceptedRows(open.pool, id, 'profiles')) {
      read += batch.length;
      await open.pool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where query like 'copy (select%' and pid <> pg_backend_pid()`,
      );
    }
  };
  await expect(reading()).rejects.toThrow();
  expect(read).toBeLessThan(60_000);
});

async function endBackendThatWaits(): Promise<void> {
  for (;;) {
    const ended = await open.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
    );
    if (ended.rowCount === 1) return;
  }
}

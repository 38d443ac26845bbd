import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.drop());

async function readOne(db: Database): Promise<unknown> {
  return (await db.execute(sql`select 1 as one`)).rows;
}

test('gives repositories a pool or a transaction of one type', async () => {
  const { db, close } = openDatabase(database.connectionString);
  expect(await readOne(db)).toEqual([{ one: 1 }]);
  expect(await db.transaction((transaction) => readOne(transaction))).toEqual([{ one: 1 }]);
  await close();
});

test('lives through the loss of an idle connection, and says so', async () => {
  const log: string[] = [];
  const { db, pool, close } = openDatabase(database.connectionString, {
    log: (message) => log.push(message),
  });
  const lost = new Promise((resolve) => pool.once('remove', resolve));
  const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid');
  const other = openDatabase(database.connectionString);
  await other.pool.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
  await lost;
  expect(await readOne(db)).toEqual([{ one: 1 }]);
  expect(log.join()).toContain('Lost an idle connection');
  await other.close();
  await close();
});

test('ends a statement that takes longer than it may', async () => {
  const { pool, close } = openDatabase(database.connectionString, { statementTimeoutMs: 50 });
  await expect(pool.query('select pg_sleep(60)')).rejects.toThrow('statement timeout');
  await close();
});

test('names itself to the server', async () => {
  const { pool, close } = openDatabase(database.connectionString);
  const { rows } = await pool.query("select current_setting('application_name') as name");
  expect(rows).toEqual([{ name: 'spcd' }]);
  await close();
});

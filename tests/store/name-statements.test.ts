import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../src/store/database.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let open: OpenDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  open = openDatabase(database.connectionString, { poolSize: 1 });
});

afterAll(async () => {
  await open.close();
  await database.drop();
});

/** What PostgreSQL keeps on the connection, with how often it was asked. */
async function kept(like: string): Promise<{ asked: number }[]> {
  const { rows } = await open.pool.query<{ asked: number }>(
    `select (generic_plans + custom_plans)::int as asked from pg_prepared_statements
     where statement like '%${like}%' and statement not like '%pg_prepared_statements%'`,
  );
  return rows;
}

describe('a statement with parameters', () => {
  it('is read by PostgreSQL once on each connection, however often it is asked', async () => {
    for (const number of [1, 2, 3]) {
      const asked = { text: 'select $1::int + 1 as "of the next"' };
      expect((await open.pool.query(asked, [number])).rows).toEqual([{ 'of the next': number + 1 }]);
    }
    expect(await kept('of the next')).toEqual([{ asked: 3 }]);
  });

  it('can be asked again after it failed', async () => {
    const asked = { text: 'select 10 / $1::int as "of a part"' };
    await expect(open.pool.query(asked, [0])).rejects.toThrow('division by zero');
    expect((await open.pool.query(asked, [5])).rows).toEqual([{ 'of a part': 2 }]);
  });

  it('has no name where texts are made without end, so that PostgreSQL does not keep them all', async () => {
    for (let made = 0; made < 300; made += 1) {
      const { rows } = await open.pool.query({ text: `select $1::int + ${made} as "made anew"` }, [1]);
      expect(rows).toEqual([{ 'made anew': made + 1 }]);
    }
    expect((await kept('made anew')).length).toBeLessThanOrEqual(200);
    expect((await kept('made anew')).length).toBeGreaterThan(100);
  });
});

it('leaves statements without parameters as they are', async () => {
  await open.pool.query({ text: 'select 7 as "no parameter"' }, []);
  await open.pool.query('select 8 as "no parameter"');
  expect(await kept('no parameter')).toEqual([]);
});

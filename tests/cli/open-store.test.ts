import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenStore, openStore } from '../../src/cli/open-store.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let store: OpenStore;
beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore(
    { databaseUrl: database.connectionString, dataDir: '/nowhere' },
    { purpose: 'service', role: 'spcd_submit', log: () => {} },
  );
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

it('finds the database well while all connections of the pool are in use', async () => {
  const size = store.pool.options.max ?? 0;
  const clients = await Promise.all(Array.from({ length: size }, () => store.pool.connect()));
  const next = store.pool.connect();
  await expect(Promise.all([store.check(), store.check()])).resolves.toHaveLength(2);
  expect(store.pool.waitingCount).toBe(1);
  for (const client of clients) client.release();
  (await next).release();
});

import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApiKey, revokeApiKey } from '../../src/store/api-keys-repository.ts';
import { type OpenDatabase, openDatabase } from '../../src/store/database.ts';
import { createMigratedDatabase, type TestDatabase } from '../support/database.ts';
import { expectProblem } from './expect-problem.ts';
import { startApp, type TestApp } from './start-app.ts';

let database: TestDatabase;
let store: OpenDatabase;
let asService: OpenDatabase;
let service: TestApp;

beforeAll(async () => {
  database = await createMigratedDatabase();
  store = openDatabase(database.connectionString);
  asService = openDatabase(database.connectionString, { role: 'spcd_submit' });
  service = await startApp({ submitter: asService });
});

afterAll(async () => {
  await service?.close();
  await asService?.close();
  await store?.close();
  await database?.drop();
});

const makeKey = () =>
  createApiKey(store.db, {
    ...{ organisation: '7A7', scopes: ['submit', 'read_own'], expires_at: null, now: new Date() },
  });
const ask = (presented: string, language = 'en') =>
  request(service.app.server)
    .get('/v1/me')
    .set('authorization', `Bearer ${presented}`)
    .set('accept-language', language);

it('refuses a key with the first request after it was revoked', async () => {
  const { key, presented } = await makeKey();
  expect((await ask(presented)).status).toBe(200);
  await revokeApiKey(store.db, key.key_id, new Date());
  expectProblem(await ask(presented), 'UNAUTHENTICATED');
});

it('tells a guesser to wait, in both languages, and nobody else', async () => {
  // It was not used before: most boards send once a quarter, and processes restart.
  const { key, presented } = await makeKey();
  const guess = `spcd_${key.key_id}_${'A'.repeat(43)}`;
  const answers = await Promise.all(Array.from({ length: 150 }, () => ask(guess)));
  expect(new Set(answers.map(({ status }) => status))).toContain(401);
  const refused = await ask(guess);
  expect(expectProblem(refused, 'TOO_MANY_REQUESTS').detail).toContain('none either');
  expect(Number(refused.headers['retry-after'])).toBeGreaterThanOrEqual(1);
  const welsh = expectProblem(await ask(guess, 'cy'), 'TOO_MANY_REQUESTS');
  expect(welsh.detail).toContain('un annilys sydd gan hwn hefyd');

  const valid = await Promise.all(Array.from({ length: 10 }, () => ask(presented)));
  expect(valid.map(({ status }) => status)).toEqual(Array(10).fill(200));
  expectProblem(await ask(guess), 'TOO_MANY_REQUESTS');
  await revokeApiKey(store.db, key.key_id, new Date());
  expectProblem(await ask(presented), 'TOO_MANY_REQUESTS');
  expectProblem(await request(service.app.server).get('/v1/me'), 'UNAUTHENTICATED');
  for (const path of ['/health/live', '/v1/config', '/v1/rules']) {
    const answer = await request(service.app.server).get(path).set('authorization', `Bearer ${guess}`);
    expect(answer.status, path).toBe(200);
  }
});

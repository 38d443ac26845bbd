import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listCompleteness } from '../../src/ingest/completeness-of-all.ts';
import type { Return } from '../../src/standard/generated/types.ts';
import { createApiKey } from '../../src/store/api-keys-repository.ts';
import { type OpenDatabase, openDatabase } from '../../src/store/database.ts';
import { saveOrganisations } from '../../src/store/organisations-repository.ts';
import { savePeriod } from '../../src/store/periods-repository.ts';
import { saveServices } from '../../src/store/services-repository.ts';
import { POWYS_SERVICE, peopleIn, smallReturn, TWO_SERVICES } from '../release/small-return.ts';
import { createMigratedDatabase, type TestDatabase } from '../support/database.ts';
import { startApp, type TestApp } from './start-app.ts';

/** Held open by the register, whenever the test is run. */
const PERIOD = {
  period: '2025-Q3',
  opens_on: '2025-10-01',
  due_on: '2025-11-11',
  closes_on: '2999-12-31',
};

let database: TestDatabase;
let store: OpenDatabase;
let service: TestApp;

beforeAll(async () => {
  database = await createMigratedDatabase();
  store = openDatabase(database.connectionString);
  service = await startApp({ submitter: store });
  await saveServices(store.db, [POWYS_SERVICE]);
  await savePeriod(store.db, PERIOD);
});
afterAll(async () => {
  await service.close();
  await store.close();
  await database.drop();
});

async function makeKey(
  sandbox = false,
  expires_at: Date | null = null,
  organisation = '7A7',
): Promise<string> {
  const { presented } = await createApiKey(store.db, {
    ...{ organisation, scopes: ['submit', 'read_own'], expires_at, sandbox, now: new Date() },
  });
  return `Bearer ${presented}`;
}

async function me(authorization: string) {
  const { body } = await request(service.app.server).get('/v1/me').set({ authorization }).expect(200);
  return {
    ...body,
    period: body.open_periods.find(({ period }: { period: string }) => period === '2025-Q3'),
  };
}

async function submit(authorization: string, whole: Return) {
  return request(service.app.server)
    .post('/v1/submissions?confirm=one-code-does-not-hold-everything:small_service')
    .set({ authorization, 'content-type': 'application/json' })
    .send(JSON.stringify(whole));
}

/** A return with nothing to count in these tables. */
const nilReturn = (...tables: ('profiles' | 'characteristics' | 'pathway')[]): Return => {
  const small = smallReturn('7A7', '2025-Q3', []);
  return {
    ...small,
    coverage: {
      ...small.coverage,
      tables: Object.fromEntries(tables.map((table) => [table, { nil: true }])),
    },
    tables: Object.fromEntries(tables.map((table) => [table, []])),
  };
};

it('says that an organisation which is not in the register has to be entered', async () => {
  const { obligation, sandbox, key_expires_at, period } = await me(await makeKey());
  expect({ obligation, sandbox, key_expires_at }).toEqual({
    obligation: null,
    sandbox: false,
    key_expires_at: null,
  });
  expect(period).toMatchObject({ ...PERIOD, tables: [] });
  expect(period.next_action.en).toContain('not in the register');
});

it('says when a key ends', async () => {
  const ends = new Date(Date.now() + 86_400_000);
  expect((await me(await makeKey(false, ends))).key_expires_at).toBe(ends.toISOString());
});

it('counts down what is missing until a return with nothing to count is in and complete', async () => {
  await saveOrganisations(store.db, [{ code: '7A7', obligation: 'core', valid_from: '2025-04-01' }]);
  const key = await makeKey();
  const before = await me(key);
  expect(before).toMatchObject({ obligation: 'core', period: { complete: false } });
  expect(before.period.services_missing).toEqual(['powys-links']);
  expect(before.period.next_action.en).toContain('Profiles, Characteristics, Pathway');

  expect((await submit(key, nilReturn('profiles', 'characteristics'))).status).toBe(201);
  const between = await me(key);
  expect(between.period.tables).toEqual([
    { table: 'profiles', state: 'nil' },
    { table: 'characteristics', state: 'nil' },
    { table: 'pathway', state: 'missing' },
  ]);
  expect(between.period.services_missing).toEqual([]);
  expect(between.period.next_action.cy).toContain('Llwybr');

  // Another system of the organisation sends its own table.
  expect((await submit(key, nilReturn('pathway'))).status).toBe(201);
  expect((await me(key)).period).toMatchObject({ complete: true });
});

it('counts what comes with a sandbox key for sandbox keys alone', async () => {
  await saveOrganisations(store.db, [
    { code: '7A7', obligation: 'core', tables: ['profiles', 'needs'], valid_from: '2025-04-01' },
  ]);
  const [real, sandbox] = [await makeKey(), await makeKey(true)];
  expect((await me(sandbox)).sandbox).toBe(true);
  expect((await me(sandbox)).period.tables[0]).toEqual({ table: 'profiles', state: 'missing' });
  const sent = await submit(sandbox, smallReturn('7A7', '2025-Q3', peopleIn({ W06000023: 57 })));
  expect(sent.body).toMatchObject({ sandbox: true, collection: 'sandbox' });
  expect((await me(sandbox)).period.tables[0]).toEqual({ table: 'profiles', state: 'in' });
  expect((await me(real)).period.tables[0]).toEqual({ table: 'profiles', state: 'nil' });
});

it('has a return that waits confirmed, rather than sent once more, and tells the publisher the same', async () => {
  await saveServices(store.db, [...TWO_SERVICES]);
  await saveOrganisations(store.db, [
    { code: '7A4', obligation: 'core', tables: ['profiles'], valid_from: '2025-04-01' },
  ]);
  const key = await makeKey(false, null, '7A4');
  const missing = { period: { tables: [{ table: 'profiles', state: 'missing' }], complete: false } };
  expect(await me(key)).toMatchObject(missing);
  // People who live outside the area of the sender are to be verified.
  const held = await submit(key, smallReturn('7A4', '2025-Q3', peopleIn({ W06000023: 57 })));
  expect(held.status, held.text).toBe(422);
  const { submission_id } = held.body.receipt;
  const { period } = await me(key);
  const waits = {
    tables: [{ table: 'profiles', state: 'to_confirm', submission_id }],
    services_missing: [],
    complete: false,
  };
  expect(period).toMatchObject(waits);
  expect(period.next_action.en).toContain(`Profiles (/v1/submissions/${submission_id})`);
  expect(period.next_action.en).not.toContain('Send them now');
  expect(
    (await listCompleteness(store.db, '2025-Q3')).filter(({ organisation }) => organisation === '7A4'),
  ).toMatchObject([waits]);
  const taken = await request(service.app.server)
    .post(`/v1/submissions/${submission_id}/withdraw`)
    .set({ authorization: key, 'if-match': '*' })
    .send({ reason: 'sent_in_error' });
  expect(taken.status, taken.text).toBe(200);
  expect(await me(key)).toMatchObject(missing);
});

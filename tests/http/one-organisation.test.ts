import { type ClientRequest, request } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { saveServices } from '../../src/store/services-repository.ts';
import { openValidationPool } from '../../src/validation/validation-pool.ts';
import { PAST_RETURN, type Submitting, startSubmitting } from './submitting.ts';

let to: Submitting;
/** Sixteen places and 256 to wait, a quarter of each for one organisation; here nobody is too slow. */
const validation = openValidationPool({ workers: 1, patienceMs: 600_000 });
beforeAll(async () => {
  to = await startSubmitting({ validation });
  await saveServices(to.store.db, [
    {
      id: 'swansea-links',
      name: { en: 'Swansea links', cy: 'Cysylltiadau Abertawe' },
      submitter: '7A3',
      areas: ['W06000011'],
      valid_from: '2020-01-01',
    },
  ]);
});
afterAll(async () => {
  await to.close();
  await validation.close();
});

/** Asks something; what it gives goes away again without having been answered. */
function askAndLeave(path: string, body?: unknown): () => void {
  const asking = request({
    port: to.service.port,
    method: body === undefined ? 'GET' : 'POST',
    path,
    headers: { ...to.key, 'content-type': 'application/json' },
  });
  asking.on('error', () => {});
  asking.end(body === undefined ? undefined : JSON.stringify(body));
  return () => asking.destroy();
}

const logged = (sought: string) => to.service.log().split(sought).length - 1;

const PROFILES = { ...PAST_RETURN, tables: { profiles: PAST_RETURN.tables.profiles ?? [] } };
const OF_SWANSEA = {
  ...PROFILES,
  submitter: '7A3',
  coverage: { ...PROFILES.coverage, services_included: ['swansea-links'], areas_complete: [] },
  tables: { profiles: PROFILES.tables.profiles.map((row) => ({ ...row, area_code: 'W06000011' })) },
};

it('keeps nobody else from being answered, however many returns of one organisation and period wait', async () => {
  const other = await to.keyOf('7A3');
  // As another process does while it writes two million rows of the same period.
  const busy = await to.store.pool.connect();
  await busy.query(`select pg_advisory_lock(hashtextextended('spcd return 7A7 ${PROFILES.period}', 0))`);
  const sent = Array.from({ length: 30 }, () => to.post(PROFILES).then(({ status }) => status));
  const leave = [1, 2, 3].map(() => askAndLeave('/v1/submissions', PROFILES));
  const waiting = `select count(*)::int as count from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and wait_event = 'advisory'`;
  await expect.poll(async () => (await to.store.pool.query(waiting)).rows[0].count).toBe(1);
  for (let asked = 0; asked < 12; asked += 1) {
    const me = await to.agent().get('/v1/me').set(other);
    expect(me.status, me.text).toBe(200);
  }
  const taken = await to.post(OF_SWANSEA, other);
  expect(taken.status, taken.text).toBe(201);
  expect((await to.store.pool.query(waiting)).rows[0].count).toBe(1);
  for (const goAway of leave) goAway();
  await busy.query('select pg_advisory_unlock_all()');
  busy.release();
  expect((await Promise.all(sent)).toSorted()).toEqual([...Array(29).fill(200), 201]);
  // Those that went away while they waited did so by themselves, and rang nobody's bell.
  expect(logged('"level":50')).toBe(0);
}, 60_000);

it('keeps nobody else from being answered, however often one organisation asks what its return changed', async () => {
  const other = await to.keyOf('7A3');
  const { body } = await to.post(PROFILES);
  // As comparing millions of rows would take: no comparison comes further than the table's lock.
  const busy = await to.store.pool.connect();
  await busy.query('begin');
  await busy.query('lock table rows_profiles in access exclusive mode');
  const path = `/v1/submissions/${body.submission_id}/changes`;
  const asked = Array.from({ length: 30 }, () =>
    to
      .agent()
      .get(path)
      .set(to.key)
      .then(({ status }) => status),
  );
  const leave = [1, 2, 3].map(() => askAndLeave(path));
  const waiting = `select count(*)::int as count from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and wait_event = 'relation'`;
  await expect.poll(async () => (await to.store.pool.query(waiting)).rows[0].count).toBe(1);
  for (let answered = 0; answered < 12; answered += 1) {
    const me = await to.agent().get('/v1/me').set(other);
    expect(me.status, me.text).toBe(200);
  }
  expect((await to.store.pool.query(waiting)).rows[0].count).toBe(1);
  for (const goAway of leave) goAway();
  await busy.query('commit');
  busy.release();
  expect(await Promise.all(asked)).toEqual(Array(30).fill(200));
  expect(logged('"level":50')).toBe(0);
}, 60_000);

it('keeps nobody else from being answered, however often one organisation confirms what it sent', async () => {
  const other = await to.keyOf('7A3');
  const elsewhere = PROFILES.tables.profiles.map((row) => ({ ...row, area_code: 'W06000018' }));
  const held = await to.post({ ...PROFILES, tables: { profiles: elsewhere } });
  const { submission_id, report, service_findings } = held.body.receipt;
  const found: { tier: string; rule: string }[] = [...report.findings, ...service_findings];
  const rules = new Set(found.filter(({ tier }) => tier === 'verify').map(({ rule }) => rule));
  const verifications = [...rules].map((rule) => ({ rule, reason: 'checked_and_correct' }));
  // As another process does while it writes two million rows of the same period.
  const busy = await to.store.pool.connect();
  await busy.query(`select pg_advisory_lock(hashtextextended('spcd return 7A7 ${PROFILES.period}', 0))`);
  const asked = Array.from({ length: 30 }, () =>
    to
      .agent()
      .post(`/v1/submissions/${submission_id}/verifications`)
      .set(to.key)
      .send({ verifications })
      .then(({ status, body }) => [status, body.state]),
  );
  const waiting = `select count(*)::int as count from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and wait_event = 'advisory'`;
  await expect.poll(async () => (await to.store.pool.query(waiting)).rows[0].count).toBe(1);
  for (let answered = 0; answered < 12; answered += 1) {
    const me = await to.agent().get('/v1/me').set(other);
    expect(me.status, me.text).toBe(200);
  }
  expect((await to.store.pool.query(waiting)).rows[0].count).toBe(1);
  await busy.query('select pg_advisory_unlock_all()');
  busy.release();
  expect(await Promise.all(asked)).toEqual(Array(30).fill([200, 'accepted']));
}, 60_000);

it('keeps nobody else from being checked, however many large returns of one organisation hardly arrive', async () => {
  const other = await to.keyOf('7A3');
  const large = `${JSON.stringify(OF_SWANSEA)}${' '.repeat(100_000)}`;
  const slow: ClientRequest[] = [];
  const refused: (string | undefined)[] = [];
  for (let sent = 0; sent < 4 + 64 + 3; sent += 1) {
    const sending = request({
      port: to.service.port,
      method: 'POST',
      path: '/v1/submissions',
      headers: { ...to.key, 'content-type': 'application/json' },
    });
    sending.on('response', (answer) => {
      refused.push(`${answer.statusCode} ${answer.headers['retry-after']}`);
      answer.resume();
    });
    // Those that are still waiting in the end are cut.
    sending.on('error', () => {});
    sending.write(' '.repeat(70_000));
    slow.push(sending);
  }
  await expect.poll(() => validation.load).toMatchObject({ held: 4, waiting: 64 });
  await expect.poll(() => refused).toEqual(['503 10', '503 10', '503 10']);

  const tried = await to.post(large, other, '?dry_run=true');
  expect(tried.status, tried.text).toBe(200);
  const checked = await to.agent().post('/v1/validate').set('content-type', 'application/json').send(large);
  expect(checked.status, checked.text).toBe(200);
  expect(validation.load).toMatchObject({ held: 4, waiting: 64 });
  for (const sending of slow) sending.destroy();
  await expect.poll(() => validation.load).toMatchObject({ held: 0, waiting: 0 });
}, 60_000);

import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRequestLocks } from '../../src/store/request-locks.ts';
import { expectProblem } from './expect-problem.ts';
import { PAST_RETURN, type Submitting, startSubmitting } from './submitting.ts';

let to: Submitting;
beforeAll(async () => {
  to = await startSubmitting();
});
afterAll(() => to.close());

async function countSubmissions(): Promise<number> {
  const { rows } = await to.store.db.execute(sql`select count(*)::int as sent from submissions`);
  return Number(rows[0]?.sent);
}

const keyed = (key: string) => ({ 'idempotency-key': `"${key}"` });
const POWYS = { organisation: '7A7', sandbox: false };
const WRONG = { ...PAST_RETURN, period_end: '2025-09-29' };

describe('a request that is sent again with its Idempotency-Key', () => {
  it.each([
    ['was accepted', PAST_RETURN, 201],
    ['was refused', WRONG, 422],
  ])('and %s gets the same answer byte for byte, and nothing more is stored', async (_, body, status) => {
    const key = randomUUID();
    const before = await countSubmissions();
    const first = await to.post(body, keyed(key));
    expect(first.status, first.text).toBe(status);
    expect(first.headers).not.toHaveProperty('idempotency-replayed');
    // Another key of the organisation, and another language: the answer is the organisation's.
    const again = await to.post(body, { ...keyed(key), ...(await to.keyOf('7A7')), 'accept-language': 'cy' });
    expect(again.status).toBe(status);
    expect(again.text).toBe(first.text);
    expect(again.headers.location).toBe(first.headers.location);
    expect(again.headers['content-type']).toBe(first.headers['content-type']);
    // It says which language it is in, not which was asked for this time.
    expect(again.headers['content-language']).toBe(first.headers['content-language']);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(await countSubmissions()).toBe(before + 1);
  });

  it('is taken for another when body, parameter or media type differ', async () => {
    const key = randomUUID();
    await to.post(WRONG, keyed(key));
    expectProblem(await to.post({ ...WRONG, period: '2025-Q1' }, keyed(key)), 'IDEMPOTENCY_KEY_REUSED');
    expectProblem(await to.post(WRONG, keyed(key), '?dry_run=true'), 'IDEMPOTENCY_KEY_REUSED');
    const ndjson = { ...keyed(key), 'content-type': 'application/x-ndjson' };
    expectProblem(await to.post(JSON.stringify(WRONG), ndjson), 'IDEMPOTENCY_KEY_REUSED');
    expect((await to.post(WRONG, keyed(key))).headers['idempotency-replayed']).toBe('true');
  });

  it('is the same in whichever language it asks to be answered', async () => {
    const key = randomUUID();
    await to.post(WRONG, keyed(key));
    const inWelsh = await to.post(WRONG, keyed(key), '?lang=cy');
    expect([inWelsh.status, inWelsh.headers['idempotency-replayed']]).toEqual([422, 'true']);
    expect(inWelsh.body.code).toBe('SUBMISSION_REJECTED');
  });

  it('is another when another organisation sends it', async () => {
    const key = randomUUID();
    const mine = await to.post(WRONG, keyed(key));
    const other = await to.post(
      { ...WRONG, submitter: '7A1' },
      { ...keyed(key), ...(await to.keyOf('7A1')) },
    );
    expect(other.status).toBe(422);
    expect(other.headers).not.toHaveProperty('idempotency-replayed');
    expect(other.text).not.toBe(mine.text);
  });

  it('is worked on anew after a trial, after a refusal that stored nothing, and after a day', async () => {
    const key = randomUUID();
    expect((await to.post(WRONG, keyed(key), '?dry_run=true')).status).toBe(422);
    expectProblem(await to.post({ ...WRONG, submitter: '7A1' }, keyed(key)), 'ORGANISATION_MISMATCH');
    const first = await to.post(WRONG, keyed(key));
    expect(first.headers).not.toHaveProperty('idempotency-replayed');
    await to.store.db.execute(
      sql`update idempotency_keys set expires_at = now() - interval '1 second' where idempotency_key = ${key}`,
    );
    const later = await to.post(WRONG, keyed(key));
    expect(later.headers).not.toHaveProperty('idempotency-replayed');
    expect((later.body as { receipt: object }).receipt).not.toEqual(
      (first.body as { receipt: object }).receipt,
    );
  });

  it('is told to wait while the first is being worked on, by this process or another', async () => {
    const key = randomUUID();
    const elsewhere = createRequestLocks(to.store.pool);
    const giveBack = await elsewhere.take(POWYS, key);
    const refused = await to.post(WRONG, keyed(key));
    expectProblem(refused, 'IDEMPOTENCY_KEY_IN_USE');
    expect(refused.headers['retry-after']).toBe('2');
    await giveBack?.();
    expect((await to.post(WRONG, keyed(key))).status).toBe(422);
    await elsewhere.close();
  });
});

describe('the lock on a request', () => {
  it('is free again when the connection that held it is gone', async () => {
    const key = randomUUID();
    const dying = createRequestLocks(to.store.pool);
    const waiting = createRequestLocks(to.store.pool);
    expect(await dying.take(POWYS, key)).not.toBeNull();
    expect(await waiting.take(POWYS, key)).toBeNull();
    await to.store.db.execute(sql`
      select pg_terminate_backend(pid) from pg_locks
      where locktype = 'advisory' and objsubid = 1
        and ((classid::bigint << 32) | objid::bigint) = hashtextextended(${`spcd request 7A7 returns ${key}`}, 0)`);
    await expect.poll(() => waiting.take(POWYS, key)).not.toBeNull();
    await dying.close();
    await waiting.close();
  });

  it('is taken over another connection once the first is lost, without anybody noticing', async () => {
    const [one, other] = [randomUUID(), randomUUID()];
    const locks = createRequestLocks(to.store.pool);
    const giveBack = await locks.take(POWYS, one);
    const lost = new Promise((resolve) => to.store.pool.once('remove', resolve));
    await to.store.db.execute(sql`
      select pg_terminate_backend(pid) from pg_locks
      where locktype = 'advisory' and objsubid = 1
        and ((classid::bigint << 32) | objid::bigint) = hashtextextended(${`spcd request 7A7 returns ${one}`}, 0)`);
    await lost;
    const giveOtherBack = await locks.take(POWYS, other);
    expect(giveOtherBack).not.toBeNull();
    expect(await locks.take(POWYS, one)).toBeNull();
    await giveBack?.();
    await giveOtherBack?.();
    await locks.close();
  });
});

it('is stored once however many send it at once with one key', async () => {
  const key = randomUUID();
  const before = await countSubmissions();
  const [first, ...others] = PAST_RETURN.tables.profiles ?? [];
  if (first === undefined) throw new Error('the valid return has profiles');
  const body = { ...PAST_RETURN, period: '2024-Q4', period_start: '2024-10-01', period_end: '2024-12-31' };
  const whole = { ...body, tables: { profiles: [first, ...others] } };
  const answers = await Promise.all(Array.from({ length: 50 }, () => to.post(whole, keyed(key))));
  const statuses = answers.map(({ status }) => status);
  expect(statuses.filter((status) => ![201, 409].includes(status))).toEqual([]);
  const made = answers.filter(({ status }) => status === 201);
  expect(made.length).toBeGreaterThan(0);
  expect(new Set(made.map(({ text }) => text)).size).toBe(1);
  expect(made.filter(({ headers }) => headers['idempotency-replayed'] === undefined)).toHaveLength(1);
  expect(await countSubmissions()).toBe(before + 1);
});

it('leaves one standing when many send the same content with keys of their own', async () => {
  const body = { ...PAST_RETURN, period: '2025-Q1', period_start: '2025-01-01', period_end: '2025-03-31' };
  const whole = { ...body, tables: { profiles: PAST_RETURN.tables.profiles } };
  const answers = await Promise.all(Array.from({ length: 50 }, () => to.post(whole, keyed(randomUUID()))));
  const statuses = answers.map(({ status }) => status).toSorted();
  expect(statuses).toEqual([...Array(49).fill(200), 201]);
  const { rows } = await to.store.db.execute(
    sql`select count(distinct submission_id)::int as kept from rows_profiles
        where submission_id in (select id from submissions where period = '2025-Q1')`,
  );
  expect(rows).toEqual([{ kept: 1 }]);
});

it.each(['', '""', 'a b', '"open', 'a,b', 'é', 'x'.repeat(256), '"a" "b"'])(
  'refuses %j as an Idempotency-Key',
  async (value) => {
    const answer = await to.post(WRONG, { 'idempotency-key': value });
    const { errors } = expectProblem(answer, 'REQUEST_MALFORMED');
    expect(errors).toEqual([
      expect.objectContaining({ header: expect.stringMatching(/^idempotency-key$/i) }),
    ]);
  },
);

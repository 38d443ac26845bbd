import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AuditActor, listAudit } from '../../src/store/audit-log.ts';
import { claimJob, endJob, insertJob } from '../../src/store/jobs-repository.ts';
import { inTransaction } from '../../src/store/transaction.ts';
import { waitingJob } from '../support/waiting-job.ts';
import { expectProblem } from './expect-problem.ts';
import { PAST_RETURN, type Submitting, startSubmitting } from './submitting.ts';

let to: Submitting;
beforeAll(async () => {
  to = await startSubmitting();
});
afterAll(() => to.close());

const LATER = { prefer: 'respond-async' };

async function ended(location: string, key = to.key) {
  for (;;) {
    const { body, headers } = await to.agent().get(location).set(key).expect(200);
    if (body.ended_at !== null) return body;
    expect(headers['retry-after']).toBe('2');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('a return that is to be taken in later', () => {
  it('is answered with an address, and comes to the same as one that is waited for', async () => {
    const answer = await to.post(PAST_RETURN, LATER);
    expect(answer.status, answer.text).toBe(202);
    expect(answer.headers).toMatchObject({ 'preference-applied': 'respond-async', 'retry-after': '2' });
    expect(answer.body).toMatchObject({ state: 'received', status: null, result: null });
    const location = answer.headers.location as string;
    expect(location).toBe(`/v1/submission-jobs/${answer.body.job_id}`);
    const job = await ended(location);
    const bytes = Buffer.byteLength(JSON.stringify(PAST_RETURN));
    expect(job).toMatchObject({
      state: 'done',
      status: 201,
      problem: null,
      progress: { body_bytes: bytes, bytes_read: bytes },
      result: { submission: `/v1/submissions/${answer.body.job_id}` },
    });
    const { body: receipt } = await to.get(job.result.submission).expect(200);
    const { sequence } = answer.body;
    expect(sequence).toBeGreaterThan(0);
    expect(receipt).toMatchObject({ submission_id: answer.body.job_id, state: 'accepted', sequence });
    expect(job.sequence).toBe(sequence);
    expect(job.receipt).toEqual(receipt);
    await to.get(job.result.findings).expect(200);
    await to.get(job.result.changes).expect(200);
    const again = await to.post(PAST_RETURN);
    expect(again.status).toBe(200);
    expect(again.body.sequence).toBeGreaterThan(sequence);
    const { rows } = await to.store.db.execute(sql`select count(*)::int as left from submission_bodies`);
    expect(rows).toEqual([{ left: 0 }]);
  });

  it('that breaks a rule has its report like any other', async () => {
    const { headers } = await to.post({ ...PAST_RETURN, period_end: '2025-09-29' }, LATER);
    const job = await ended(headers.location as string);
    expect(job).toMatchObject({ state: 'done', status: 422, result: { changes: null } });
    const changes = `/v1/submissions/${job.job_id}/changes`;
    expect((await to.get(changes)).body).toMatchObject({ state: 'rejected', tables: [] });
    expect((await to.get(job.result.submission)).body).toMatchObject({ state: 'rejected' });
  });

  it('and of another organisation fails in words, with nothing stored', async () => {
    const { headers } = await to.post({ ...PAST_RETURN, submitter: '7A1' }, LATER);
    const job = await ended(headers.location as string);
    expect(job).toMatchObject({ state: 'failed', status: 403, result: null });
    expect(job.problem).toMatchObject({ code: 'ORGANISATION_MISMATCH', detail: { cy: expect.any(String) } });
    expect(job.problem.instance).toBe(headers['x-request-id']);
    expect(job.next_action.en).toContain('new Idempotency-Key');
    const written = await listAudit(to.store.db, { subject: job.job_id });
    expect(written.map(({ action }) => action)).toEqual(['submission_received', 'submission_failed']);
    expect(written[0]?.digest?.byteLength).toBe(32);
  });

  it('as a trial ends with its receipt, and stores nothing', async () => {
    const { headers } = await to.post(PAST_RETURN, LATER, '?dry_run=true');
    const job = await ended(headers.location as string);
    expect(job).toMatchObject({ state: 'done', status: 200, result: null });
    expect(job.receipt).toMatchObject({ dry_run: true, submission_id: null });
    expectProblem(await to.get(`/v1/submissions/${job.job_id}`), 'SUBMISSION_NOT_FOUND');
  });

  it('is received once under one Idempotency-Key', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const first = await to.post(PAST_RETURN, { ...LATER, ...key });
    await ended(first.headers.location as string);
    const again = await to.post(PAST_RETURN, { ...LATER, ...key });
    expect(again.status).toBe(202);
    expect(again.text).toBe(first.text);
    expect(again.headers['idempotency-replayed']).toBe('true');
  });

  it('is refused while too many wait, with what to do about it, and taken once one is cancelled', async () => {
    const { limits } = (await to.get('/v1/config')).body;
    const waiting = await Promise.all(
      Array.from({ length: limits.returns_waiting }, () => waitingJob(to.store)),
    );
    const refused = await to.post(PAST_RETURN, { ...LATER, 'accept-language': 'cy' });
    expect(expectProblem(refused, 'TOO_MANY_REQUESTS').detail).toContain(`${waiting.length} o'ch ffurflenni`);
    expect(refused.headers['retry-after']).toBe('30');
    expect((await to.post(PAST_RETURN)).status).toBe(200);
    await to.agent().delete(`/v1/submission-jobs/${waiting[0]}`).set(to.key).expect(204);
    const taken = await to.post(PAST_RETURN, LATER);
    expect(taken.status, taken.text).toBe(202);
    await ended(taken.headers.location as string);
    await to.store.db.execute(
      sql`update submission_jobs set state = 'cancelled', ended_at = now() where ended_at is null`,
    );
  });

  it('is taken as often as may wait and not once more, however many are sent at once', async () => {
    // So that none of them has ended before the last was sent.
    const busy = await to.store.pool.connect();
    await busy.query(`select pg_advisory_lock(hashtextextended('spcd return 7A7 ${PAST_RETURN.period}', 0))`);
    const sent = await Promise.all(Array.from({ length: 80 }, () => to.post(PAST_RETURN, LATER)));
    const { limits } = (await to.get('/v1/config')).body;
    const refused = sent.filter(({ status }) => status !== 202);
    expect(sent.length - refused.length).toBe(limits.returns_waiting);
    for (const answer of refused) expectProblem(answer, 'TOO_MANY_REQUESTS');
    await to.store.db.execute(
      sql`update submission_jobs set state = 'cancelled', ended_at = now() where state = 'received'`,
    );
    await busy.query('select pg_advisory_unlock_all()');
    busy.release();
    const left = 'select count(*)::int as left from submission_jobs where ended_at is null';
    await expect
      .poll(async () => (await to.store.pool.query(left)).rows, { timeout: 30_000 })
      .toEqual([{ left: 0 }]);
  }, 60_000);

  it('tells a key that may only submit what became of it, and lets it cancel', async () => {
    const key = await to.keyOf('7A7', { scopes: ['submit'] });
    const { headers } = await to.post(PAST_RETURN, { ...LATER, ...key });
    const job = await ended(headers.location as string, key);
    expect(job.receipt).toMatchObject({ submission_id: job.job_id, state: 'accepted' });
    expectProblem(await to.agent().get(job.result.submission).set(key), 'FORBIDDEN');
    const waiting = `/v1/submission-jobs/${await waitingJob(to.store)}`;
    await to.agent().delete(waiting).set(key).expect(204);
    expect(await ended(waiting, key)).toMatchObject({ state: 'cancelled', receipt: null });
  });

  it('is shown to a key that may only read, which cannot cancel it', async () => {
    const key = await to.keyOf('7A7', { scopes: ['read_own'] });
    const waiting = `/v1/submission-jobs/${await waitingJob(to.store)}`;
    expect((await to.agent().get(waiting).set(key)).body.state).toBe('checking');
    expectProblem(await to.agent().delete(waiting).set(key), 'FORBIDDEN');
    await to.agent().delete(waiting).set(to.key).expect(204);
  });

  it('is shown to nobody else, and cannot be cancelled once it has ended', async () => {
    const { headers } = await to.post(PAST_RETURN, LATER);
    const location = headers.location as string;
    const other = await to.keyOf('7A1');
    expectProblem(await to.agent().get(location).set(other), 'JOB_NOT_FOUND');
    expectProblem(await to.agent().delete(location).set(other), 'JOB_NOT_FOUND');
    await ended(location);
    expectProblem(await to.agent().delete(location).set(to.key), 'STATE_DOES_NOT_ALLOW');
    expectProblem(await to.get('/v1/submission-jobs/nonsense'), 'JOB_NOT_FOUND');
  });
});

describe('a job', () => {
  const ACTOR: AuditActor = { kind: 'key', id: 'k' };
  /** Stored so that the service leaves it alone: it looks for jobs that are new or silent. */
  async function insertSeen(body = JSON.stringify(PAST_RETURN)) {
    const id = randomUUID();
    const request = {
      ...{ source: { format: 'json' }, actor: ACTOR, dry_run: false, confirmed: [] },
      ...{ request_id: 'r', received_at: '2026-10-20T09:00:00.000Z' },
    };
    await inTransaction(to.store.pool, async ({ db }) => {
      const parts = (async function* () {
        yield Buffer.from(body);
      })();
      await insertJob(
        db,
        { id, organisation: '7A7', sandbox: false, request, body_bytes: body.length, created_at: new Date() },
        parts,
      );
      await db.execute(
        sql`update submission_jobs set state = 'checking', seen_at = now(), attempts = 1 where id = ${id}`,
      );
    });
    return id;
  }

  it('is cancelled while it is worked on, and what comes of it is then not kept', async () => {
    const id = await insertSeen();
    await to.agent().delete(`/v1/submission-jobs/${id}`).set(to.key).expect(204);
    expect((await to.get(`/v1/submission-jobs/${id}`)).body).toMatchObject({ state: 'cancelled' });
    const isMine = await endJob(
      to.store.db,
      { id, attempts: 1 },
      { state: 'done', status: 201, answer: null },
    );
    expect(isMine).toBe(false);
  });

  it('of a process that has fallen silent is begun again, and the first can end it no more', async () => {
    const id = await insertSeen();
    expect(await claimJob(to.store.db, 30)).toBeNull();
    await to.store.db.execute(
      sql`update submission_jobs set seen_at = now() - interval '1 hour' where id = ${id}`,
    );
    const job = await ended(`/v1/submission-jobs/${id}`);
    expect(job).toMatchObject({ state: 'done', status: expect.any(Number) });
    const isMine = await endJob(
      to.store.db,
      { id, attempts: 1 },
      { state: 'done', status: 201, answer: null },
    );
    expect(isMine).toBe(false);
    await to.get(job.result.submission).expect(200);
  });

  it('is taken by one of many who look at once', async () => {
    const ids = await Promise.all([insertSeen(), insertSeen(), insertSeen()]);
    await to.service.close();
    await to.store.db.execute(
      sql`update submission_jobs set seen_at = now() - interval '1 hour' where ended_at is null`,
    );
    const claimed = await Promise.all(Array.from({ length: 12 }, () => claimJob(to.store.db, 30)));
    const taken = claimed.flatMap((job) => (job === null ? [] : [job.id]));
    expect(new Set(taken).size).toBe(taken.length);
    expect(ids.every((id) => taken.includes(id))).toBe(true);
  });
});

it('ends a job together with its body or not at all', async () => {
  const id = await waitingJob(to.store);
  await to.store.db.execute(
    sql`insert into submission_bodies (job_id, part, bytes) values (${id}, 0, convert_to('x', 'UTF8'))`,
  );
  await to.store.db.execute(sql`
    create function keep_bodies() returns trigger language plpgsql as $$ begin raise exception 'killed here'; end $$`);
  await to.store.db.execute(sql`
    create trigger keep_bodies before delete on submission_bodies for each row execute function keep_bodies()`);
  const end = () => endJob(to.store.db, { id, attempts: 1 }, { state: 'done', status: 200, answer: null });
  await expect(end()).rejects.toThrow();
  const state = sql`select state from submission_jobs where id = ${id}`;
  expect((await to.store.db.execute(state)).rows).toEqual([{ state: 'checking' }]);
  await to.store.db.execute(sql`drop trigger keep_bodies on submission_bodies`);
  expect(await end()).toBe(true);
  const left = sql`select 1 from submission_bodies where job_id = ${id}`;
  expect((await to.store.db.execute(left)).rows).toEqual([]);
});

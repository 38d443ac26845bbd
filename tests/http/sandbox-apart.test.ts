import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { waitingJob } from '../support/waiting-job.ts';
import { expectProblem } from './expect-problem.ts';
import { PAST_RETURN, type Submitting, startSubmitting } from './submitting.ts';

let to: Submitting;
let keys: Record<'live' | 'sandbox', { readonly authorization: string }>;
beforeAll(async () => {
  to = await startSubmitting();
  keys = { live: to.key, sandbox: await to.keyOf('7A7', { sandbox: true }) };
});
afterAll(() => to.close());
beforeEach(async () => {
  await to.store.db.execute(
    sql`truncate standing_tables, submission_tables, submissions, rows_profiles cascade`,
  );
});

const SOUND = { ...PAST_RETURN, tables: { profiles: PAST_RETURN.tables.profiles ?? [] } };
/** People who live outside the area of its sender: that is to be verified. */
const DOUBTFUL = {
  ...SOUND,
  tables: { profiles: SOUND.tables.profiles.map((row) => ({ ...row, area_code: 'W06000018' })) },
};

describe.each([
  { own: 'live', foreign: 'sandbox', collection: 'synthetic' },
  { own: 'sandbox', foreign: 'live', collection: 'sandbox' },
] as const)('what was sent with a $own key', ({ own, foreign, collection }) => {
  const as = (who: 'live' | 'sandbox') => ({
    get: (path: string) => to.agent().get(path).set(keys[who]),
    post: (path: string, body: object) =>
      to
        .agent()
        .post(path)
        .set({ ...keys[who], 'if-match': '*' })
        .send(body),
    delete: (path: string) => to.agent().delete(path).set(keys[who]),
  });
  const send = async (body: object, headers: Readonly<Record<string, string>> = {}) =>
    to.post(body, { ...keys[own], ...headers });

  async function idOf(body: object): Promise<string> {
    const answer = await send(body);
    const receipt = answer.body.receipt ?? answer.body;
    expect(receipt.collection).toBe(collection);
    return receipt.submission_id;
  }
  const unchanged = async (id: string) =>
    (await as(own).get(`/v1/submissions/${id}`).expect(200)).headers.etag;

  it.each(['', '/findings', '/changes'])(`is not read with a ${foreign} key at …%s`, async (part) => {
    const id = await idOf(SOUND);
    expectProblem(await as(foreign).get(`/v1/submissions/${id}${part}`), 'SUBMISSION_NOT_FOUND');
    await as(own).get(`/v1/submissions/${id}${part}`).expect(200);
  });

  it(`is not listed to a ${foreign} key, nor is its page found`, async () => {
    const id = await idOf(SOUND);
    expect((await as(foreign).get('/v1/submissions')).body.submissions).toEqual([]);
    expect((await as(own).get('/v1/submissions')).body.submissions).toMatchObject([{ submission_id: id }]);
    expectProblem(await as(foreign).get(`/v1/submissions?before=${id}`), 'SUBMISSION_NOT_FOUND');
  });

  it(`is not withdrawn with a ${foreign} key`, async () => {
    const id = await idOf(SOUND);
    const before = await unchanged(id);
    const path = `/v1/submissions/${id}/withdraw`;
    expectProblem(await as(foreign).post(path, { reason: 'figures_wrong' }), 'SUBMISSION_NOT_FOUND');
    expect(await unchanged(id)).toBe(before);
  });

  it(`is not confirmed with a ${foreign} key`, async () => {
    const id = await idOf(DOUBTFUL);
    const before = await unchanged(id);
    const { body } = await as(own).get(`/v1/submissions/${id}/findings?tier=verify`);
    const rules = new Set<string>(body.findings.map(({ rule }: { rule: string }) => rule));
    const verifications = [...rules].map((rule) => ({ rule, reason: 'checked_and_correct' }));
    expect(verifications).not.toEqual([]);
    const path = `/v1/submissions/${id}/verifications`;
    expectProblem(await as(foreign).post(path, { verifications }), 'SUBMISSION_NOT_FOUND');
    expect(await unchanged(id)).toBe(before);
    const confirmed = await as(own).post(path, { verifications }).expect(200);
    expect(confirmed.body).toMatchObject({ state: 'accepted', collection });
  });

  it(`and waits to be taken in is neither seen nor cancelled with a ${foreign} key`, async () => {
    const path = `/v1/submission-jobs/${await waitingJob(to.store, { sandbox: own === 'sandbox' })}`;
    expectProblem(await as(foreign).get(path), 'JOB_NOT_FOUND');
    expectProblem(await as(foreign).delete(path), 'JOB_NOT_FOUND');
    expect((await as(own).get(path).expect(200)).body.state).toBe('checking');
    await as(own).delete(path).expect(204);
  });

  it(`is no answer to the same request with a ${foreign} key`, async () => {
    const key = { 'idempotency-key': `"${randomUUID()}"` };
    const tried = await send(SOUND, key);
    expect(tried.body.collection).toBe(collection);
    const other = await to.post(SOUND, { ...keys[foreign], ...key });
    expect(other.status, other.text).toBe(201);
    expect(other.headers['idempotency-replayed']).toBeUndefined();
    expect(other.body.collection).not.toBe(collection);
    expect(other.body.submission_id).not.toBe(tried.body.submission_id);
    const again = await send(SOUND, key);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(again.text).toBe(tried.text);
    const { rows } = await to.store.db.execute(sql`select collection from standing_tables order by 1`);
    expect(rows).toEqual([{ collection: 'sandbox' }, { collection: 'synthetic' }]);
  });
});

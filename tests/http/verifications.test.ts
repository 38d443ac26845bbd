import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Receipt } from '../../src/ingest/receipt.ts';
import { listAudit } from '../../src/store/audit-log.ts';
import { expectProblem } from './expect-problem.ts';
import { PAST_RETURN, type Submitting, startSubmitting } from './submitting.ts';

let to: Submitting;
beforeAll(async () => {
  to = await startSubmitting();
});
afterAll(() => to.close());
beforeEach(async () => {
  await to.store.db.execute(
    sql`truncate standing_tables, submission_tables, submissions, rows_profiles, rows_outcome_coverage cascade`,
  );
});

/** A return whose people live outside the area of its sender: that is to be verified. */
const ELSEWHERE = {
  ...PAST_RETURN,
  tables: {
    profiles: (PAST_RETURN.tables.profiles ?? []).map((row) => ({ ...row, area_code: 'W06000018' })),
  },
};
const SOUND = { ...PAST_RETURN, tables: { profiles: PAST_RETURN.tables.profiles ?? [] } };

async function hold(body: object = ELSEWHERE): Promise<{ id: string; rules: string[] }> {
  const answer = await to.post(body);
  const problem = expectProblem(answer, 'SUBMISSION_NEEDS_VERIFICATION');
  const receipt = problem.receipt as Receipt;
  const found = [...receipt.report.findings, ...receipt.service_findings];
  const rules = found.filter(({ tier }) => tier === 'verify').map(({ rule }) => rule);
  expect(answer.headers.location).toBe(`/v1/submissions/${receipt.submission_id}`);
  return { id: receipt.submission_id ?? '', rules: [...new Set(rules)] };
}

const verify = (id: string, verifications: object[]) =>
  to.agent().post(`/v1/submissions/${id}/verifications`).set(to.key).send({ verifications });

const all = (rules: readonly string[]) => rules.map((rule) => ({ rule, reason: 'checked_and_correct' }));

async function standing(): Promise<{ submission_id: string; rows: number }[]> {
  const { rows } = await to.store.db.execute<{ submission_id: string; rows: number }>(sql`
    select submission_id, (select count(*)::int from rows_profiles r where r.submission_id = s.rows_submission_id) as rows
    from standing_tables s`);
  return rows;
}

describe('a return that waits to be verified', () => {
  it('stands for nothing until its last rule is confirmed, and then stands whole', async () => {
    const { id, rules } = await hold();
    expect(await standing()).toEqual([]);
    const answer = await verify(id, all(rules));
    expect(answer.status, answer.text).toBe(200);
    expect(answer.body).toMatchObject({
      submission_id: id,
      state: 'accepted',
      tables: [{ table: 'profiles', outcome: 'created', superseded: false }],
      confirmations: all(rules),
    });
    expect(await standing()).toEqual([{ submission_id: id, rows: ELSEWHERE.tables.profiles.length }]);
    expect((await to.get(`/v1/submissions/${id}`)).body).toEqual(answer.body);
    const written = await listAudit(to.store.db, { subject: id });
    const actions = written.map(({ action }) => action);
    expect(actions).toEqual(['submission_held', 'submission_verified', 'submission_accepted']);
    const [held, said, accepted] = written.map(({ digest }) => digest?.toString('hex'));
    expect([accepted, said?.length]).toEqual([held, 64]);
    expect(said).not.toBe(held);
  });

  it('keeps what was confirmed, and the words with it for the publisher alone', async () => {
    const { id, rules } = await hold();
    const [rule = ''] = rules;
    await verify(id, [{ rule, reason: 'small_service', words: 'We also serve a valley over the border.' }]);
    const { body } = await to.get(`/v1/submissions/${id}`);
    expect(body.confirmations[0]).toEqual({
      rule,
      reason: 'small_service',
      words: 'We also serve a valley over the border.',
    });
  });

  it('is only written down while rules are left to confirm, and not read', async () => {
    await to.post(SOUND);
    const more = ELSEWHERE.tables.profiles.map((row) => ({ ...row, people: row.people * 3 }));
    const { id, rules } = await hold({ ...ELSEWHERE, tables: { profiles: more } });
    expect(rules.length).toBeGreaterThan(1);
    const [first = '', ...left] = rules;
    const busy = await to.store.pool.connect();
    await busy.query('begin; lock table rows_profiles in access exclusive mode');
    const answer = await verify(id, all([first]));
    await busy.query('rollback');
    busy.release();
    expect([answer.status, answer.body.state]).toEqual([200, 'needs_verification']);
    const { body } = await verify(id, all(left));
    expect(body, body.detail).toMatchObject({ state: 'accepted', confirmations: all(rules) });
    const actions = (await listAudit(to.store.db, { subject: id })).map(({ action }) => action);
    expect(actions.filter((action) => action === 'submission_verified')).toHaveLength(2);
  });

  it('stands with a table whose rows count nobody, and are not kept', async () => {
    const [row] = PAST_RETURN.tables.outcome_coverage ?? [];
    const nobody = Object.fromEntries(
      Object.entries(row ?? {}).map(([name, value]) => [name, typeof value === 'number' ? 0 : value]),
    );
    const { id, rules } = await hold({
      ...ELSEWHERE,
      tables: { ...ELSEWHERE.tables, outcome_coverage: [nobody] },
    });
    const { body } = await verify(id, all(rules));
    expect(body.tables).toMatchObject([
      { table: 'profiles', outcome: 'created' },
      { table: 'outcome_coverage', outcome: 'created', rows: 0 },
    ]);
    expect(body.state).toBe('accepted');
  });

  it('stands without a word more once the tables in doubt were taken back', async () => {
    const { outcome_coverage } = PAST_RETURN.tables;
    const { id } = await hold({ ...ELSEWHERE, tables: { ...ELSEWHERE.tables, outcome_coverage } });
    expect(expectProblem(await verify(id, []), 'REQUEST_MALFORMED').detail).toContain('are left to confirm');
    const withdrawn = await to
      .agent()
      .post(`/v1/submissions/${id}/withdraw`)
      .set({ ...to.key, 'if-match': '*' })
      .send({ tables: ['profiles'], reason: 'figures_wrong' });
    expect(withdrawn.body.next_action.en).toMatch(/^You took some tables back; .* an empty list/);
    const { body } = await verify(id, []);
    expect(body.tables).toMatchObject([
      { table: 'profiles' },
      { table: 'outcome_coverage', outcome: 'created' },
    ]);
    expect(body).toMatchObject({ state: 'accepted', confirmations: [] });
  });

  it('is overtaken by a newer return of the same table, and can be confirmed no more', async () => {
    const { id, rules } = await hold();
    expect((await to.post(SOUND)).status).toBe(201);
    expect((await to.get(`/v1/submissions/${id}`)).body.state).toBe('superseded');
    expect(expectProblem(await verify(id, all(rules)), 'STATE_DOES_NOT_ALLOW').facts).toEqual({
      state: 'superseded',
    });
    const { rows } = await to.store.db.execute(
      sql`select count(*)::int as kept from rows_profiles where submission_id = ${id}`,
    );
    expect(rows).toEqual([{ kept: 0 }]);
    expect(await standing()).toHaveLength(1);
  });

  it('loses only the tables that a newer return brings; the others wait on, and stand once confirmed', async () => {
    const { outcome_coverage } = PAST_RETURN.tables;
    const { id, rules } = await hold({ ...ELSEWHERE, tables: { ...ELSEWHERE.tables, outcome_coverage } });
    const newer = await to.post(SOUND);
    expect(newer.status, newer.text).toBe(201);
    const { body: waiting } = await to.get(`/v1/submissions/${id}`);
    expect(waiting).toMatchObject({
      state: 'needs_verification',
      tables: [
        { table: 'profiles', outcome: 'overtaken', superseded: true },
        { table: 'outcome_coverage', outcome: 'held', superseded: false },
      ],
    });
    expect(waiting.next_action.en).toContain('place of some tables; the others are kept but do not stand');
    expect(waiting.next_action.cy).toContain('lle rhai tablau; cedwir y lleill');
    const confirmed = await verify(id, all(rules));
    expect(confirmed.body, confirmed.text).toMatchObject({ state: 'accepted' });
    const { rows } = await to.store.db.execute<{
      table_name: string;
      submission_id: string;
      kept: number;
    }>(sql`
      select table_name, submission_id,
        (select count(*)::int from rows_outcome_coverage r where r.submission_id = s.rows_submission_id)
        + (select count(*)::int from rows_profiles r where r.submission_id = s.rows_submission_id) as kept
      from standing_tables s order by table_name`);
    expect(rows).toEqual([
      { table_name: 'outcome_coverage', submission_id: id, kept: outcome_coverage?.length },
      { table_name: 'profiles', submission_id: newer.body.submission_id, kept: SOUND.tables.profiles.length },
    ]);
    const { rows: left } = await to.store.db.execute(
      sql`select count(*)::int as kept from rows_profiles where submission_id = ${id}`,
    );
    expect(left).toEqual([{ kept: 0 }]);
    const { body: changes } = await to.get(`/v1/submissions/${id}/changes`);
    expect(changes.tables).toMatchObject([{ table: 'outcome_coverage' }]);
  });

  it('shows its sender what it would change before it is confirmed, and the same afterwards as what it changed', async () => {
    const before = await to.post(SOUND);
    const { id, rules } = await hold({ ...ELSEWHERE, figures_status: 'final' });
    const changes = async () => (await to.get(`/v1/submissions/${id}/changes`).expect(200)).body;
    const would = await changes();
    const rows = SOUND.tables.profiles.length;
    expect(would).toMatchObject({
      state: 'needs_verification',
      explanation: { en: expect.stringContaining('not accepted yet'), cy: expect.any(String) },
      tables: [{ outcome: 'held', rows_added: rows, rows_removed: rows, rows_changed: 0, rows_equal: 0 }],
      header_changes: [{ field: 'figures_status', before: 'provisional', after: 'final' }],
    });
    expect(would.tables[0].compared_with).toBe(before.body.submission_id);
    await verify(id, all(rules)).expect(200);
    const did = await changes();
    expect(did).toMatchObject({ state: 'accepted', header_changes: would.header_changes });
    expect(did.tables).toEqual([{ ...would.tables[0], outcome: 'revised' }]);

    const other = await hold();
    await verify(other.id, all(other.rules)).expect(200);
    expect((await changes()).state).toBe('superseded');
    expect((await changes()).tables).toEqual(did.tables);
  });

  it('is said to change nothing once it is overtaken', async () => {
    const { id } = await hold();
    expect((await to.post(SOUND)).status).toBe(201);
    const { body } = await to.get(`/v1/submissions/${id}/changes`).expect(200);
    expect(body).toMatchObject({ state: 'superseded', tables: [], header_changes: [] });
    expect(body.explanation.en).toContain('changed nothing');
  });

  it('gives what waits on when some of it is withdrawn, and never lets the withdrawn part stand', async () => {
    const { outcome_coverage } = PAST_RETURN.tables;
    const { id, rules } = await hold({ ...ELSEWHERE, tables: { ...ELSEWHERE.tables, outcome_coverage } });
    const { headers } = await to.get(`/v1/submissions/${id}`);
    await to
      .agent()
      .post(`/v1/submissions/${id}/withdraw`)
      .set({ ...to.key, 'if-match': headers.etag as string })
      .send({ tables: ['outcome_coverage'], reason: 'figures_wrong' })
      .expect(200);
    await verify(id, all(rules)).expect(200);
    const { rows } = await to.store.db.execute(sql`select table_name from standing_tables`);
    expect(rows).toEqual([{ table_name: 'profiles' }]);
  });

  it('is confirmed and taken in at once or not at all', async () => {
    const { id, rules } = await hold();
    const other = await to.store.pool.connect();
    await other.query('begin');
    await other.query('lock table standing_tables in exclusive mode');
    const asked = verify(id, all(rules)).then((answer) => answer);
    let ended = false;
    while (!ended) {
      const { rowCount } = await to.store.pool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where wait_event_type = 'Lock' and datname = current_database() and query like '%standing_tables%'`,
      );
      ended = rowCount === 1;
    }
    await other.query('rollback');
    other.release();
    expect((await asked).status).toBe(503);
    const { body } = await to.get(`/v1/submissions/${id}`);
    expect(body).toMatchObject({ state: 'needs_verification', confirmations: [] });
    const actions = (await listAudit(to.store.db, { subject: id })).map(({ action }) => action);
    expect(actions).toEqual(['submission_held']);
    expect((await verify(id, all(rules))).body).toMatchObject({ state: 'accepted' });
  });

  it('finds that nothing is new when the same rows stand already', async () => {
    const first = await hold();
    await verify(first.id, all(first.rules));
    const second = await hold();
    const { body } = await verify(second.id, all(second.rules));
    expect(body).toMatchObject({ state: 'accepted', tables: [{ outcome: 'unchanged' }] });
    expect(await standing()).toEqual([{ submission_id: second.id, rows: ELSEWHERE.tables.profiles.length }]);
  });

  it('is accepted once when many confirm it at once', async () => {
    const { id, rules } = await hold();
    const answers = await Promise.all(Array.from({ length: 8 }, () => verify(id, all(rules))));
    expect(answers.filter(({ status }) => ![200, 409].includes(status))).toEqual([]);
    const actions = (await listAudit(to.store.db, { subject: id })).map(({ action }) => action);
    expect(actions.filter((action) => action === 'submission_accepted')).toHaveLength(1);
    expect(await standing()).toHaveLength(1);
  });

  it('can be withdrawn, and its rows go', async () => {
    const { id, rules } = await hold();
    const { headers } = await to.get(`/v1/submissions/${id}`);
    const withdrawn = await to
      .agent()
      .post(`/v1/submissions/${id}/withdraw`)
      .set({ ...to.key, 'if-match': headers.etag as string })
      .send({ reason: 'sent_in_error' });
    expect(withdrawn.body).toMatchObject({ state: 'withdrawn', tables: [{ outcome: 'held' }] });
    expectProblem(await verify(id, all(rules)), 'STATE_DOES_NOT_ALLOW');
    const { rows } = await to.store.db.execute(sql`select count(*)::int as kept from rows_profiles`);
    expect(rows).toEqual([{ kept: 0 }]);
  });
});

describe('a confirmation', () => {
  it('that is sent again because its answer was lost gives the receipt, and is written down once', async () => {
    const { id, rules } = await hold();
    const first = await verify(id, all(rules));
    const again = await verify(id, all(rules));
    expect([again.status, again.text]).toEqual([200, first.text]);
    const actions = (await listAudit(to.store.db, { subject: id })).map(({ action }) => action);
    expect(actions.filter((action) => action === 'submission_verified')).toHaveLength(1);
    const [rule = ''] = rules;
    expectProblem(await verify(id, [{ rule, reason: 'small_service' }]), 'STATE_DOES_NOT_ALLOW');
    const words = 'We also serve a valley over the border.';
    expectProblem(await verify(id, [{ ...all([rule])[0], words }]), 'STATE_DOES_NOT_ALLOW');
  });

  it('is answered once under one Idempotency-Key, whose scope is this submission and this body', async () => {
    const one = await hold();
    const key = { 'idempotency-key': `"${randomUUID()}"` };
    const first = await verify(one.id, all(one.rules)).set(key);
    const again = await verify(one.id, all(one.rules)).set(key);
    expect([again.status, again.text]).toEqual([200, first.text]);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    const other = await hold();
    expectProblem(await verify(other.id, all(one.rules)).set(key), 'IDEMPOTENCY_KEY_REUSED');
    const otherwise = one.rules.map((rule) => ({ rule, reason: 'small_service' }));
    expectProblem(await verify(one.id, otherwise).set(key), 'IDEMPOTENCY_KEY_REUSED');
    expect((await to.get(`/v1/submissions/${other.id}`)).body).toMatchObject({ confirmations: [] });
  });

  it('is refused for a rule that was not found, twice, or in words that name a person', async () => {
    const { id, rules } = await hold();
    const [rule = ''] = rules;
    const reason = 'checked_and_correct';
    const pointers = async (verifications: object[]) =>
      (
        expectProblem(await verify(id, verifications), 'REQUEST_MALFORMED').errors as { pointer: string }[]
      ).map(({ pointer }) => pointer);
    expect(await pointers([{ rule: 'no-such-rule', reason }])).toEqual(['/verifications/0/rule']);
    const { errors } = expectProblem(await verify(id, [{ rule, reason: 'zz' }]), 'REQUEST_MALFORMED');
    expect(errors).toEqual([
      expect.objectContaining({
        pointer: '/verifications/0/reason',
        detail: 'reason must be one of the choices.',
      }),
    ]);
    expect(await pointers([...all([rule]), ...all([rule])])).toEqual(['/verifications/1/rule']);
    const words = 'Ask about NHS number 943 476 5919.';
    expect(await pointers([{ rule, reason, words }])).toEqual(['/verifications/0/words']);
    for (const broken of ['a\u0000b', 'x\ud800y', 'x\u001b[2J', ' \n ']) {
      expect(await pointers([{ rule, reason, words: broken }]), JSON.stringify(broken)).toEqual([
        '/verifications/0/words',
      ]);
    }
    expect((await to.get(`/v1/submissions/${id}`)).body.confirmations).toEqual([]);
  });

  it.each([
    [{}],
    [{ verifications: [] }],
    [{ verifications: [{ rule: 'x', reason: 'because' }] }],
    [{ verifications: [{ rule: 'x' }] }],
    [{ verifications: [{ rule: 'x', reason: 'small_service', words: 'x'.repeat(1001) }] }],
    [{ verifications: [{ rule: '__proto__', reason: 'small_service' }] }],
    [[]],
  ])('of another shape is refused: %j', async (body) => {
    const { id } = await hold();
    const answer = await to.agent().post(`/v1/submissions/${id}/verifications`).set(to.key).send(body);
    expectProblem(answer, 'REQUEST_MALFORMED');
  });

  it('of a return of somebody else is not found, and of one that stands is a conflict', async () => {
    const { id, rules } = await hold();
    const other = await to.keyOf('7A1');
    const body = { verifications: all(rules) };
    const path = `/v1/submissions/${id}/verifications`;
    expectProblem(await to.agent().post(path).set(other).send(body), 'SUBMISSION_NOT_FOUND');
    const sent = await to.post(SOUND);
    expectProblem(await verify(sent.body.submission_id, all(rules)), 'STATE_DOES_NOT_ALLOW');
  });
});

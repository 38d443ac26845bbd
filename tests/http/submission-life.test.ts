import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Receipt } from '../../src/ingest/receipt.ts';
import { createApiKey } from '../../src/store/api-keys-repository.ts';
import { listAudit } from '../../src/store/audit-log.ts';
import { type OpenDatabase, openDatabase } from '../../src/store/database.ts';
import { saveServices } from '../../src/store/services-repository.ts';
import { createMigratedDatabase, type TestDatabase } from '../support/database.ts';
import { VALID_RETURN } from '../support/valid-return.ts';
import { expectProblem } from './expect-problem.ts';
import { startApp, type TestApp } from './start-app.ts';

// A quarter that is over whenever the test is run.
const RETURN = {
  ...VALID_RETURN,
  period: '2025-Q3',
  period_start: '2025-07-01',
  period_end: '2025-09-30',
  source_system: { ...VALID_RETURN.source_system, extracted_at: '2025-10-12T09:00:00Z' },
};
const TABLES = Object.keys(RETURN.tables);

let database: TestDatabase;
let store: OpenDatabase;
let service: TestApp;
let key: { authorization: string };

beforeAll(async () => {
  database = await createMigratedDatabase();
  store = openDatabase(database.connectionString);
  service = await startApp({ submitter: store });
  await saveServices(store.db, [
    {
      id: 'powys-community-connectors',
      name: { en: 'Powys community connectors', cy: 'Cysylltwyr cymunedol Powys' },
      submitter: '7A7',
      areas: ['W06000023'],
      valid_from: '2020-01-01',
    },
  ]);
  key = await keyOf('7A7');
});
afterAll(async () => {
  await service.close();
  await store.close();
  await database.drop();
});

const agent = () => request(service.app.server);

async function keyOf(organisation: string) {
  const now = new Date('2026-01-01T00:00:00Z');
  const scopes = ['submit', 'read_own'] as const;
  const { presented } = await createApiKey(store.db, { organisation, scopes, expires_at: null, now });
  return { authorization: `Bearer ${presented}` };
}

async function submit(body: unknown, query = '') {
  return agent()
    .post(`/v1/submissions${query}`)
    .set({ ...key, 'content-type': 'application/json' })
    .send(JSON.stringify(body));
}

async function read(id: string) {
  const { body, headers } = await agent().get(`/v1/submissions/${id}`).set(key).expect(200);
  return { receipt: body as Receipt, etag: headers.etag as string };
}

function withdraw(id: string, body: object, headers: Record<string, string>) {
  return agent()
    .post(`/v1/submissions/${id}/withdraw`)
    .set({ ...key, ...headers })
    .send(body);
}

async function listed(id: string, query = '', headers: Record<string, string> = {}) {
  return agent()
    .get(`/v1/submissions/${id}/findings${query}`)
    .set({ ...key, ...headers });
}

describe('the findings of a submission', () => {
  const [first, ...others] = RETURN.tables.profiles ?? [];
  const wrong = {
    ...RETURN,
    period_end: '2025-09-29',
    tables: { ...RETURN.tables, profiles: [{ ...first, sex: '=1+1' }, ...others, first] },
  };
  let id: string;
  let report: Receipt['report'];
  beforeAll(async () => {
    expectProblem(await submit(wrong), 'SUBMISSION_REJECTED');
    const { body } = await agent().get('/v1/submissions?limit=1').set(key).expect(200);
    id = body.submissions[0].submission_id;
    report = (await read(id)).receipt.report;
  });

  it('are listed by rule as the report has them, a page at a time', async () => {
    const seen = [];
    for (let after: number | null = 0; after !== null; ) {
      const { body } = await listed(id, `?limit=1&after=${after}`);
      expect(body.findings).toHaveLength(1);
      seen.push(...body.findings);
      after = body.next;
    }
    const { receipt } = await read(id);
    expect(seen).toEqual([
      ...report.findings.map((finding) => ({ ...finding, source: 'report' })),
      ...receipt.service_findings.map((finding) => ({ ...finding, source: 'service' })),
    ]);
    expect(seen.length).toBeGreaterThan(1);
  });

  it('of a rule that is not there are refused, as nothing found would seem to be nothing wrong', async () => {
    const [fault] = expectProblem(await listed(id, '?rule=figures-are-unrouned'), 'REQUEST_MALFORMED')
      .errors as {
      nearest: string;
    }[];
    expect(fault).toMatchObject({ parameter: 'rule', nearest: 'figures-are-unrounded' });
    expect((await listed(id, '?rule=figures-are-unrounded')).status).toBe(200);
  });

  it('are listed by row, each place once, in the order of the rows', async () => {
    const { body } = await listed(id, '?by=row');
    const pointers = body.places.map(({ pointer }: { pointer: string }) => pointer);
    expect(pointers.toSorted()).toEqual(
      [...report.findings, ...(await read(id)).receipt.service_findings]
        .flatMap(({ locations }) => locations.map(({ pointer }) => pointer))
        .toSorted(),
    );
    expect(pointers).toContain('/tables/profiles/0/sex');
    expect(body.total).toBe(pointers.length);
  });

  it('are narrowed by tier and rule', async () => {
    const rule = report.findings.find(({ tier }) => tier === 'error')?.rule;
    const { body } = await listed(id, `?tier=error&rule=${rule}`);
    expect(body.findings).toEqual([expect.objectContaining({ tier: 'error', rule })]);
    const none = await listed(id, `?tier=verify&rule=${rule}`);
    expect(none.body).toMatchObject({ total: 0, findings: [], next: null });
    expectProblem(await listed(id, '?tier=none'), 'REQUEST_MALFORMED');
  });

  it('come as CSV in either language, and no cell is a formula', async () => {
    const welsh = await listed(id, '?format=csv&by=row&lang=cy');
    expect(welsh.headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    expect(welsh.headers['content-language']).toBe('cy');
    const lines = welsh.text.trimEnd().split('\r\n');
    expect(lines[0]).toBe('source,tier,rule,pointer,sheet,row,column,value,suggestion,message,remedy');
    expect(lines.length - 1).toBe((await listed(id, '?by=row')).body.total);
    expect(welsh.text).not.toMatch(/(^|,)"?=/m);
    const english = await listed(id, '', { accept: 'text/csv' });
    expect(english.text.split('\r\n')[0]).toBe('source,tier,rule,path,count,message,why,remedy');
  });

  it('are shown to nobody else', async () => {
    const other = await keyOf('7A1');
    for (const part of ['', '/findings', '/changes']) {
      expectProblem(await agent().get(`/v1/submissions/${id}${part}`).set(other), 'SUBMISSION_NOT_FOUND');
    }
    expectProblem(
      await agent()
        .post(`/v1/submissions/${id}/withdraw`)
        .set({ ...other, 'if-match': '*' })
        .send({ reason: 'sent_in_error' }),
      'SUBMISSION_NOT_FOUND',
    );
  });
});

describe('what a submission changed', () => {
  it('is told table by table, as rows and totals before and after', async () => {
    const first = await submit(RETURN);
    expect(first.status, first.text).toBe(201);
    const made = await agent()
      .get(`/v1/submissions/${first.body.submission_id}/changes`)
      .set(key)
      .expect(200);
    const count = (rows: readonly { people: number }[]) => rows.reduce((sum, { people }) => sum + people, 0);
    expect(made.body.tables.find(({ table }: { table: string }) => table === 'profiles')).toMatchObject({
      outcome: 'created',
      compared_with: null,
      rows_added: first.body.tables.find(({ table }: { table: string }) => table === 'profiles').rows,
      rows_removed: 0,
      figures: expect.arrayContaining([
        { figure: 'people', before: null, after: count(RETURN.tables.profiles ?? []) },
      ]),
    });

    const { outcomes: _, outcome_coverage: __, ...same } = RETURN.tables;
    const again = await submit({ ...RETURN, tables: same });
    expect(again.status, again.text).toBe(200);
    const { body } = await agent()
      .get(`/v1/submissions/${again.body.submission_id}/changes`)
      .set(key)
      .expect(200);
    for (const change of body.tables) {
      expect(change).toMatchObject({ outcome: 'unchanged', rows_added: 0, rows_removed: 0, rows_changed: 0 });
      expect(change.rows_equal).toBeGreaterThan(0);
      expect(change.compared_with).toBe(first.body.submission_id);
    }
  });
});

describe('withdrawing', () => {
  it('takes back the tables named and leaves the others standing', async () => {
    const sent = await submit(RETURN);
    const id = sent.body.submission_id;
    const { etag } = await read(id);
    const answer = await withdraw(
      id,
      { tables: ['profiles'], reason: 'figures_wrong' },
      { 'if-match': etag },
    );
    expect(answer.status, answer.text).toBe(200);
    expect(answer.headers.etag).not.toBe(etag);
    const { receipt, etag: now } = await read(id);
    expect(answer.body).toEqual(receipt);
    expect(now).toBe(answer.headers.etag);
    const taken = receipt.tables.filter(({ withdrawal }) => withdrawal !== null);
    expect(taken).toEqual([
      expect.objectContaining({
        table: 'profiles',
        superseded: false,
        withdrawal: { withdrawn_at: expect.any(String), reason: 'figures_wrong' },
      }),
    ]);
    expect(receipt.state).toBe('accepted');
    expect(receipt.next_action.en).toContain('took some tables back');

    const rest = await withdraw(id, { reason: 'sent_in_error' }, { 'if-match': now });
    expect(rest.body.state).toBe('withdrawn');
    const written = await listAudit(store.db, { subject: id });
    expect(written.filter(({ action }) => action === 'submission_withdrawn')).toMatchObject([
      { tables: ['profiles'] },
      { tables: TABLES.filter((table) => table !== 'profiles') },
    ]);

    // What is sent after a withdrawal is new again.
    const anew = await submit(RETURN);
    expect(anew.body.tables.map(({ outcome }: { outcome: string }) => outcome)).toEqual(
      TABLES.map(() => 'created'),
    );
  });

  it('and every other change of a submission is in the audit log, with its tables and a digest of what was sent', async () => {
    const first = await submit(RETURN);
    // The same rows once more: this is what stands then.
    const again = await submit(RETURN);
    const [row, ...rows] = RETURN.tables.profiles ?? [];
    const profiles = [{ ...row, people: 15, people_first_in_year: 11 }, ...rows];
    const next = await submit({ ...RETURN, tables: { profiles } });
    expect(next.status, next.text).toBe(201);
    const { etag } = await read(next.body.submission_id);
    await withdraw(next.body.submission_id, { reason: 'figures_wrong' }, { 'if-match': etag });
    const standing = (await read(first.body.submission_id)).receipt.tables.map(({ table }) => table);
    expect(standing).toContain('profiles');
    const all = await listAudit(store.db, { organisation: '7A7' });
    const replaced = all.filter(({ action }) => action === 'tables_replaced').at(-1);
    expect(replaced).toMatchObject({
      ...{ subject: again.body.submission_id, tables: ['profiles'] },
      request_id: next.headers['x-request-id'],
    });
    const [unchanged] = all.filter(({ subject }) => subject === first.body.submission_id).slice(-1);
    expect(unchanged).toMatchObject({ action: 'tables_replaced', tables: TABLES });
    const written = await listAudit(store.db, { subject: next.body.submission_id });
    expect(written.map(({ action }) => action)).toEqual(['submission_accepted', 'submission_withdrawn']);
    expect(written.map(({ digest }) => digest?.byteLength)).toEqual([32, 32]);
  });

  it('is refused without If-Match, with another, and of what does not stand', async () => {
    const sent = await submit(RETURN);
    const id = sent.body.submission_id;
    expectProblem(await withdraw(id, { reason: 'sent_in_error' }, {}), 'PRECONDITION_REQUIRED');
    expectProblem(
      await withdraw(id, { reason: 'sent_in_error' }, { 'if-match': '"other"' }),
      'PRECONDITION_FAILED',
    );
    for (const mixed of ['*,*', '"a", *']) {
      expectProblem(
        await withdraw(id, { reason: 'sent_in_error' }, { 'if-match': mixed }),
        'REQUEST_MALFORMED',
      );
    }
    const { etag } = await read(id);
    const missing = await withdraw(id, { tables: ['equity'], reason: 'sent_in_error' }, { 'if-match': etag });
    expect(expectProblem(missing, 'STATE_DOES_NOT_ALLOW').errors).toEqual([
      expect.objectContaining({ pointer: '/tables', choices: TABLES.toSorted() }),
    ]);
    for (const body of [
      {},
      { reason: 'because' },
      { reason: 'sent_in_error', tables: [] },
      { reason: 'sent_in_error', tables: ['x'] },
      { reason: 'sent_in_error', more: 1 },
      [],
    ]) {
      expectProblem(await withdraw(id, body, { 'if-match': etag }), 'REQUEST_MALFORMED');
    }
    const [fault] = expectProblem(await withdraw(id, [], { 'if-match': etag }), 'REQUEST_MALFORMED')
      .errors as { detail: string }[];
    expect(fault?.detail).toBe('The body must be a JSON object.');
    const twice = { reason: 'sent_in_error', tables: ['profiles', 'profiles'] };
    const { detail } = expectProblem(await withdraw(id, twice, { 'if-match': etag }), 'REQUEST_MALFORMED');
    expect(detail).toBe('tables holds the same thing twice.');
    expect((await read(id)).etag).toBe(etag);
  });

  it('is answered again with its Idempotency-Key, and done once, also table by table', async () => {
    const sent = await submit(RETURN);
    const id = sent.body.submission_id;
    const { etag } = await read(id);
    const body = { tables: ['profiles'], reason: 'figures_wrong' };
    const named = { 'if-match': etag, 'idempotency-key': '"withdraw-profiles"' };
    const first = await withdraw(id, body, named);
    expect(first.status, first.text).toBe(200);
    const again = await withdraw(id, body, { ...named, 'if-match': ` ${etag} ` });
    expect([again.status, again.text]).toEqual([200, first.text]);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(again.headers.etag).toBeUndefined();
    // Meant for another state, it is another request.
    const { etag: now } = await read(id);
    for (const tag of [now, '*']) {
      expectProblem(await withdraw(id, body, { ...named, 'if-match': tag }), 'IDEMPOTENCY_KEY_REUSED');
    }
    const rest = { reason: 'figures_wrong' };
    expectProblem(await withdraw(id, rest, named), 'IDEMPOTENCY_KEY_REUSED');
    const written = await listAudit(store.db, { subject: id });
    expect(written.filter(({ action }) => action === 'submission_withdrawn')).toHaveLength(1);
  });

  it('of one submission by many at once succeeds once', async () => {
    const { outcomes: _, ...changed } = RETURN.tables;
    await submit({ ...RETURN, tables: changed });
    const sent = await submit(RETURN);
    const id = sent.body.submission_id;
    const { etag } = await read(id);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => withdraw(id, { reason: 'sent_in_error' }, { 'if-match': etag })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array(7).fill(412)]);
  });
});

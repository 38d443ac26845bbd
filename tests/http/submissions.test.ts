import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Receipt } from '../../src/ingest/receipt.ts';
import { figuresAreUnrounded } from '../../src/standard/rules/figures-are-unrounded.ts';
import { createApiKey, revokeApiKey } from '../../src/store/api-keys-repository.ts';
import { type OpenDatabase, openDatabase } from '../../src/store/database.ts';
import { saveServices } from '../../src/store/services-repository.ts';
import type { ApiKeyScope } from '../../src/store/stored-values.ts';
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

let database: TestDatabase;
let store: OpenDatabase;
let service: TestApp;

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
});
afterAll(async () => {
  await service.close();
  await store.close();
  await database.drop();
});

async function makeKey(
  organisation = '7A7',
  {
    scopes = ['submit', 'read_own'],
    expires_at = null,
  }: { scopes?: ApiKeyScope[]; expires_at?: Date | null } = {},
) {
  return createApiKey(store.db, { organisation, scopes, expires_at, now: new Date('2026-01-01T00:00:00Z') });
}

const agent = () => request(service.app.server);
const bearer = (presented: string) => ({ authorization: `Bearer ${presented}` });

async function submit(body: unknown, query = '', organisation = '7A7') {
  const { presented } = await makeKey(organisation);
  return agent()
    .post(`/v1/submissions${query}`)
    .set(bearer(presented))
    .set('content-type', 'application/json')
    .send(JSON.stringify(body));
}

describe('a key', () => {
  const ADDRESSES = ['/v1/me', '/v1/submissions', '/v1/submissions/0b6f2a52-5a4e-4c1c-9d53-2f0f8f3f9c11'];

  it.each(ADDRESSES)('is asked for at %s, in one way whatever is wrong with it', async (path) => {
    const { key, presented } = await makeKey();
    await revokeApiKey(store.db, key.key_id, new Date());
    const expired = await makeKey('7A7', { expires_at: new Date('2026-02-01T00:00:00Z') });
    const wrong = `${presented.slice(0, -3)}AAA`;
    const details = new Set<unknown>();
    for (const authorization of [
      undefined,
      'Basic dXNlcjpwYXNz',
      'Bearer ',
      'Bearer nonsense',
      `Bearer ${wrong}`,
      `Bearer ${presented}`,
      `Bearer ${expired.presented}`,
      `Bearer ${presented.replace(key.key_id, '000000000000')}`,
    ]) {
      const answer = await agent()
        .get(path)
        .set(authorization === undefined ? {} : { authorization });
      details.add(expectProblem(answer, 'UNAUTHENTICATED').detail);
      expect(answer.headers['www-authenticate']).toMatch(/^Bearer realm="spcd"/);
      expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
    }
    expect(details.size).toBe(1);
  });

  it('is looked at before anything of a body is', async () => {
    const answer = await agent().post('/v1/submissions').set('content-type', 'application/xml').send('x');
    expectProblem(answer, 'UNAUTHENTICATED');
  });

  it('does no more than its scopes say', async () => {
    const reader = await makeKey('7A7', { scopes: ['read_own'] });
    const answer = await agent()
      .post('/v1/submissions')
      .set(bearer(reader.presented))
      .set('content-type', 'application/json')
      .send('{}');
    expect(expectProblem(answer, 'FORBIDDEN').facts).toEqual({ scope: 'submit' });
    const submitter = await makeKey('7A7', { scopes: ['submit'] });
    expectProblem(await agent().get('/v1/submissions').set(bearer(submitter.presented)), 'FORBIDDEN');
  });

  it('says whom it speaks for, and the services of theirs', async () => {
    const { key, presented } = await makeKey();
    const { body, headers } = await agent().get('/v1/me').set(bearer(presented)).expect(200);
    expect(body).toMatchObject({
      organisation: '7A7',
      key_id: key.key_id,
      scopes: ['submit', 'read_own'],
      services: [{ id: 'powys-community-connectors' }],
    });
    expect(headers['cache-control']).toBe('private, no-store');
  });

  it('opens nothing to pages of other sites', async () => {
    const { headers } = await agent().options('/v1/submissions').expect(204);
    expect(headers.allow).toBe('GET, HEAD, OPTIONS, POST');
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });
});

describe('a return', () => {
  it('is tried without anything being stored', async () => {
    const answer = await submit(RETURN, '?dry_run=true');
    expect(answer.status, answer.text).toBe(200);
    expect(answer.body).toMatchObject({ submission_id: null, dry_run: true, state: 'accepted' });
    const { presented } = await makeKey();
    const { body } = await agent().get('/v1/submissions').set(bearer(presented)).expect(200);
    expect(body).toEqual({ submissions: [], next: null });
  });

  it('is taken in, can be read again, and is unchanged when it comes once more', async () => {
    const first = await submit(RETURN);
    expect(first.status, first.text).toBe(201);
    expect(first.headers.location).toBe(`/v1/submissions/${first.body.submission_id}`);
    expect(first.body.tables.map(({ outcome }: { outcome: string }) => outcome)).toEqual(
      Object.keys(RETURN.tables).map(() => 'created'),
    );

    const { presented } = await makeKey();
    const again = await agent()
      .get(first.headers.location as string)
      .set(bearer(presented))
      .expect(200);
    expect(again.body).toEqual(first.body);

    const second = await submit(RETURN);
    expect(second.status).toBe(200);
    expect(second.body.tables.every(({ outcome }: { outcome: string }) => outcome === 'unchanged')).toBe(
      true,
    );
  });

  it('says of each of its tables whether a later return has replaced it, and no more that it takes part', async () => {
    const { outcomes: _, outcome_coverage: __, ...some } = RETURN.tables;
    const first = await submit(RETURN);
    const second = await submit({ ...RETURN, tables: some });
    const { presented } = await makeKey();
    const read = async (id: string) =>
      (await agent().get(`/v1/submissions/${id}`).set(bearer(presented)).expect(200)).body as Receipt;
    const supersededIn = ({ tables }: Receipt) =>
      tables.filter(({ superseded }) => superseded).map(({ table }) => table);
    const replaced = await read(first.body.submission_id);
    expect(supersededIn(replaced).sort()).toEqual(Object.keys(some).sort());
    expect(replaced.next_action.en).toContain('taken the place of some tables');
    expect(supersededIn(await read(second.body.submission_id))).toEqual([]);
    await submit(RETURN);
    const whole = await read(second.body.submission_id);
    expect(supersededIn(whole).sort()).toEqual(Object.keys(some).sort());
    expect(whole.next_action.en).toContain('taken the place of these figures');
    expect(whole.next_action.en).not.toContain('take part in the next release');
  });

  it('that breaks a rule is refused with its receipt, in the language of the request', async () => {
    const answer = await submit({ ...RETURN, period_end: '2025-09-29' }, '?lang=cy');
    const body = expectProblem(answer, 'SUBMISSION_REJECTED');
    expect(answer.headers['content-language']).toBe('cy');
    expect(body.receipt).toMatchObject({ state: 'rejected', report: { result: 'invalid' } });
    expect(body.detail).toBe((body.receipt as { next_action: { cy: string } }).next_action.cy);
    expect(answer.headers).not.toHaveProperty('location');
  });

  it('of another organisation is refused, and nothing of it is stored', async () => {
    expectProblem(await submit(RETURN, '', '7A1'), 'ORGANISATION_MISMATCH');
    const { presented } = await makeKey('7A1');
    const { body } = await agent().get('/v1/submissions').set(bearer(presented)).expect(200);
    expect(body.submissions).toEqual([]);
  });

  it('that asks to be verified waits until each such rule is confirmed', async () => {
    const [example] = figuresAreUnrounded.examples.fails;
    // A quarter of which nothing stands yet.
    const quarter = { period: '2025-Q4', period_start: '2025-10-01', period_end: '2025-12-31' };
    const doubtful = { ...RETURN, ...quarter, ...example?.header, tables: example?.tables };
    const answer = await submit(doubtful, '?dry_run=true');
    const body = expectProblem(answer, 'SUBMISSION_NEEDS_VERIFICATION');
    const receipt = body.receipt as {
      report: { findings: { tier: string; rule: string }[] };
      service_findings: { tier: string; rule: string }[];
    };
    const rules = [...receipt.report.findings, ...receipt.service_findings].filter(
      ({ tier }) => tier === 'verify',
    );
    expect(rules.length).toBeGreaterThan(0);
    const confirm = [...new Set(rules.map(({ rule }) => `confirm=${rule}:checked_and_correct`))].join('&');
    const confirmed = await submit(doubtful, `?dry_run=true&${confirm}`);
    expect(confirmed.status, confirmed.text).toBe(200);
  });

  it.each(['confirm=nonsense', 'confirm=a-rule:no_such_reason', 'dry_run=perhaps'])(
    'with %s is refused',
    async (query) => {
      expectProblem(await submit(RETURN, `?${query}`), 'REQUEST_MALFORMED');
    },
  );
});

describe('a trial run whose parameter is mistyped', () => {
  it.each([
    ['dryrun', '', RETURN],
    ['dry-run', '', RETURN],
    ['dryrun', 'table=profiles&', 'x'],
  ])('is refused, and told the name that was meant: %s', async (name, parameters, body) => {
    const { presented } = await makeKey();
    const answer = await agent()
      .post(`/v1/submissions?${parameters}${name}=true`)
      .set({ ...bearer(presented), 'content-type': parameters === '' ? 'application/json' : 'text/csv' })
      .send(body);
    const { errors } = expectProblem(answer, 'PARAMETER_UNKNOWN');
    expect(errors).toEqual([expect.objectContaining({ parameter: name, nearest: 'dry_run' })]);
  });
});

describe('submissions', () => {
  it('are listed newest first, a page at a time', async () => {
    const { presented } = await makeKey();
    const seen: string[] = [];
    let query = '?limit=1';
    for (let page = 0; page < 50 && query !== ''; page += 1) {
      const { body, links } = await agent().get(`/v1/submissions${query}`).set(bearer(presented)).expect(200);
      expect(links.next).toBe(body.next === null ? undefined : `/v1/submissions?before=${body.next}&limit=1`);
      expect(body.submissions.length).toBe(1);
      expect(body.submissions[0]).not.toHaveProperty('report');
      seen.push(body.submissions[0].submission_id);
      query = body.next === null ? '' : `?limit=1&before=${body.next}`;
    }
    const { body } = await agent().get('/v1/submissions?limit=100').set(bearer(presented)).expect(200);
    expect(seen.length).toBeGreaterThan(1);
    expect(seen).toEqual(
      body.submissions.map(({ submission_id }: { submission_id: string }) => submission_id),
    );
    const received = body.submissions.map(({ received_at }: { received_at: string }) => received_at);
    expect(received).toEqual([...received].sort().reverse());
  });

  it('of others, and those that are not there, are not found', async () => {
    const own = await makeKey();
    const other = await makeKey('7A1');
    const { body } = await agent().get('/v1/submissions').set(bearer(own.presented)).expect(200);
    const id = body.submissions[0].submission_id;
    const ask = (path: string, presented: string) => agent().get(path).set(bearer(presented));
    expectProblem(await ask(`/v1/submissions/${id}`, other.presented), 'SUBMISSION_NOT_FOUND');
    expectProblem(await ask(`/v1/submissions?before=${id}`, other.presented), 'SUBMISSION_NOT_FOUND');
    expectProblem(await ask('/v1/submissions/no-such-id', own.presented), 'SUBMISSION_NOT_FOUND');
    expectProblem(await ask('/v1/submissions?limit=0', own.presented), 'REQUEST_MALFORMED');
  });
});

describe('without its database', () => {
  it('the service says so, and not why', async () => {
    const away = openDatabase('postgres://nobody:secret@127.0.0.1:1/none');
    const alone = await startApp({ submitter: away });
    const answer = await request(alone.app.server)
      .get('/v1/me')
      .set(bearer(`spcd_0123456789ab_${'a'.repeat(43)}`));
    expectProblem(answer, 'UNAVAILABLE');
    expect(answer.text).not.toMatch(/127\.0\.0\.1|ECONNREFUSED|secret/);
    await alone.close();
    await away.close();
  });
});

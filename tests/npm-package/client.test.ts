import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ClientOptions } from '../../src/npm-package/client/client-options.ts';
import { createClient } from '../../src/npm-package/client/create-client.ts';
import { NoAnswerError, ProblemError } from '../../src/npm-package/client/problem-error.ts';
import type { RepeatNotice } from '../../src/npm-package/client/repeat.ts';
import { serialiseReport, validateReturn } from '../../src/standard/validate-return.ts';
import { type Fault, type FaultyNetwork, openFaultyNetwork } from '../support/faulty-network.ts';
import {
  PAST_RETURN,
  type SubmittingService,
  startSubmittingService,
} from '../support/submitting-service.ts';
import { promiseOf, waitingJob } from '../support/waiting-job.ts';

const ROWS = PAST_RETURN.tables.profiles?.length;
/** The return, with blanks enough around it to break a connection in its midst. */
const BLANKS = ' '.repeat(600_000);
const LONG = new TextEncoder().encode(`${BLANKS}${JSON.stringify(PAST_RETURN)}${BLANKS}`);
const BUSY = [
  'HTTP/1.1 503 Service Unavailable',
  'Retry-After: 0',
  'Content-Type: text/html',
  'Content-Length: 13',
  'Connection: close',
  '',
  '<h1>Busy</h1>',
].join('\r\n');

/** Its people live outside the area of the sender: that is to be confirmed. */
const ELSEWHERE = {
  ...PAST_RETURN,
  tables: {
    profiles: (PAST_RETURN.tables.profiles ?? []).map((row) => ({ ...row, area_code: 'W06000018' })),
  },
} as typeof PAST_RETURN;

let backend: SubmittingService;
let network: FaultyNetwork | null = null;
beforeAll(async () => {
  backend = await startSubmittingService();
});
afterAll(() => backend.close());
beforeEach(() => backend.empty());
afterEach(async () => {
  await network?.close();
  network = null;
});

const repeats: RepeatNotice[] = [];

/** A client that reaches the service over a network with faults. */
async function clientOver(faults: readonly Fault[] = [], options: Partial<ClientOptions> = {}) {
  network = await openFaultyNetwork(backend.service.port, faults);
  repeats.length = 0;
  return createClient({
    baseUrl: `http://127.0.0.1:${network.port}`,
    key: backend.key,
    repeat: { firstWaitMs: 1 },
    onRepeat: (notice) => repeats.push(notice),
    ...options,
  });
}

async function* inPieces(bytes: Uint8Array) {
  for (let at = 0; at < bytes.length; at += 50_000) yield bytes.subarray(at, at + 50_000);
}

describe('a return is sent', () => {
  it.each<[string, () => Parameters<ReturnType<typeof createClient>['submit']>[0]]>([
    ['as an object', () => PAST_RETURN],
    ['as text', () => JSON.stringify(PAST_RETURN)],
    ['as bytes', () => LONG],
    ['as a Blob', () => new Blob([LONG])],
    ['as a stream', () => new Blob([LONG]).stream()],
    ['as bytes that come one after another', () => inPieces(LONG)],
    ['as a function that opens it', () => () => inPieces(LONG)],
  ])('%s, and its receipt comes back', async (_, body) => {
    const client = await clientOver();
    const receipt = await client.submit(body());
    expect(receipt).toMatchObject({ state: 'accepted', organisation: '7A7', period: '2025-Q3' });
    expect(await client.submission(receipt.submission_id as string)).toEqual(receipt);
    expect(await backend.stored()).toEqual({ rows: ROWS, states: { accepted: 1 } });
  });

  it('as a CSV with its header beside it', async () => {
    const client = await clientOver();
    const { tables: _, coverage: __, ...header } = PAST_RETURN;
    const receipt = await client.submit('role,employer_sector,area_code,people,whole_time_equivalent\n', {
      format: 'csv',
      table: 'workforce',
      header: { ...header, coverage: { ...PAST_RETURN.coverage, tables: { workforce: { nil: true } } } },
    });
    expect(receipt.period).toBe('2025-Q3');
    expect(Object.keys(receipt.report.rows)).toEqual(['workforce']);
  });

  it('to be tried, and nothing is stored', async () => {
    const client = await clientOver();
    const receipt = await client.submit(PAST_RETURN, { dryRun: true });
    expect(receipt).toMatchObject({ dry_run: true, submission_id: null, state: 'accepted' });
    expect(await backend.stored()).toEqual({ rows: 0, states: {} });
  });

  it('and gives the receipt with its findings where it was not accepted', async () => {
    const client = await clientOver();
    const receipt = await client.submit({ ...PAST_RETURN, period_end: '2025-09-29' });
    expect(receipt.state).toBe('rejected');
    expect(receipt.report.totals.error).toBeGreaterThan(0);
    expect(receipt.next_action.cy).toMatch(/^Cywirwch/);
  });
});

describe('a connection that breaks', () => {
  it.each<[string, Fault]>([
    ['before anything is sent', { cutRequestAfter: 1 }],
    ['in the middle of the body', { cutRequestAfter: 700_000 }],
    ['before the answer', { cutAnswerAfter: 1 }],
    ['in the middle of the answer', { cutAnswerAfter: 900 }],
  ])('%s has the return sent again: one receipt, stored once', async (_, fault) => {
    const client = await clientOver([fault, fault]);
    const receipt = await client.submit(() => inPieces(LONG));
    expect(receipt.state).toBe('accepted');
    // The service may not have noticed yet that the connection before broke.
    const broken = repeats.filter(
      ({ error }) => !(error instanceof ProblemError && error.code === 'IDEMPOTENCY_KEY_IN_USE'),
    );
    expect(broken.map(({ attempt, error }) => [attempt, error.name])).toEqual([
      [1, 'NoAnswerError'],
      [2, 'NoAnswerError'],
    ]);
    expect((await backend.stored()).rows).toBe(ROWS);
    expect((await client.submission(receipt.submission_id as string)).state).toBe('accepted');
  });

  it('is told with the reason when a stream cannot be sent again', async () => {
    const client = await clientOver([{ cutRequestAfter: 700_000 }]);
    const failure = await client.submit(inPieces(LONG)).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(NoAnswerError);
    expect(failure).toMatchObject({
      couldNotRepeat: 'body_read_once',
      message: expect.stringContaining('give a function that opens it'),
    });
    expect(network?.connections()).toBe(1);
    expect(await backend.stored()).toEqual({ rows: 0, states: {} });
  });

  it('is told after the last attempt, however often it was tried', async () => {
    const cut: Fault = { cutRequestAfter: 1 };
    const client = await clientOver([cut, cut, cut, cut], { repeat: { firstWaitMs: 1, attempts: 3 } });
    await expect(client.submit(PAST_RETURN)).rejects.toThrow('No whole answer came');
    expect(network?.connections()).toBe(3);
  });

  it('is no reason to stop reading, page after page', async () => {
    const client = await clientOver([{ cutAnswerAfter: 300 }, null, { cutRequestAfter: 1 }]);
    for (const people of [14, 15, 16]) {
      const [first, ...others] = PAST_RETURN.tables.profiles ?? [];
      const profiles = [{ ...first, people, people_first_in_year: 11 }, ...others];
      await client.submit({
        ...PAST_RETURN,
        tables: { ...PAST_RETURN.tables, profiles },
      } as typeof PAST_RETURN);
    }
    const seen: (string | null)[] = [];
    for await (const { submission_id } of client.submissions({ pageSize: 1 })) seen.push(submission_id);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThanOrEqual(3);
  });
});

/** What came back of each answer, byte for byte, and whether the service said that it was given before. */
function overheard() {
  const answers: { text: string; isReplayed: boolean }[] = [];
  const hear: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    const text = await response.clone().text();
    answers.push({ text, isReplayed: response.headers.get('idempotency-replayed') === 'true' });
    return response;
  };
  return { answers, fetch: hear };
}

/** The past return with another number of people. */
function returnOf(people: number): typeof PAST_RETURN {
  const [first, ...others] = PAST_RETURN.tables.profiles ?? [];
  const profiles = [{ ...first, people, people_first_in_year: 11 }, ...others];
  return { ...PAST_RETURN, tables: { ...PAST_RETURN.tables, profiles } } as typeof PAST_RETURN;
}

describe('one submission, sent again', () => {
  it('is answered with the very same receipt, which the service says it gave before', async () => {
    const { answers, fetch } = overheard();
    const client = await clientOver([{ cutAnswerAfter: 900 }], { fetch });
    const idempotencyKey = crypto.randomUUID();
    const receipt = await client.submit(() => inPieces(LONG), { idempotencyKey });
    expect(await client.submit(() => inPieces(LONG), { idempotencyKey })).toEqual(receipt);
    expect(answers.map(({ isReplayed }) => isReplayed)).toEqual([true, true]);
    expect(answers[0]?.text).toBe(answers[1]?.text);
    expect(await client.submission(receipt.submission_id as string)).toEqual(receipt);
    expect(await backend.stored()).toEqual({ rows: ROWS, states: { accepted: 1 } });
  });

  it('under the key of another is refused at once', async () => {
    const client = await clientOver();
    const idempotencyKey = crypto.randomUUID();
    await client.submit(returnOf(14), { idempotencyKey });
    const again = client.submit(returnOf(15), { idempotencyKey });
    await expect(again).rejects.toMatchObject({ status: 422, code: 'IDEMPOTENCY_KEY_REUSED' });
    expect(repeats).toEqual([]);
  });

  it('after a corrected one stands again, with a receipt of its own', async () => {
    const client = await clientOver([{ cutAnswerAfter: 900 }, null, { cutAnswerAfter: 900 }]);
    const first = await client.submit(returnOf(14));
    const second = await client.submit(returnOf(15));
    const third = await client.submit(returnOf(14));
    expect(new Set([first, second, third].map(({ submission_id }) => submission_id)).size).toBe(3);
    const standing = await Promise.all(
      [first, second, third].map(({ submission_id }) => client.submission(submission_id as string)),
    );
    const profiles = standing.map(({ tables }) => tables.find(({ table }) => table === 'profiles'));
    expect(profiles.map((table) => table?.superseded)).toEqual([true, true, false]);
    expect(profiles[2]?.table_digest).toBe(profiles[0]?.table_digest);
  });
});

describe('a refusal with 409', () => {
  const problemOf = (code: string) => {
    const body = JSON.stringify({ code, status: 409, title: 'No', detail: 'No' });
    return [
      'HTTP/1.1 409 Conflict',
      'Retry-After: 0',
      'Content-Type: application/problem+json',
      `Content-Length: ${body.length}`,
      'Connection: close',
      '',
      body,
    ].join('\r\n');
  };

  it('is waited for while the same submission is being worked on', async () => {
    const client = await clientOver([{ answer: problemOf('IDEMPOTENCY_KEY_IN_USE') }]);
    expect((await client.submit(PAST_RETURN)).state).toBe('accepted');
    expect(repeats).toMatchObject([{ error: { code: 'IDEMPOTENCY_KEY_IN_USE' } }]);
  });

  it('is waited for longer than the attempts last, as it is no failure, and they count anew', async () => {
    const atWork = Array.from({ length: 7 }, () => ({ answer: problemOf('IDEMPOTENCY_KEY_IN_USE') }));
    const cut = { cutRequestAfter: 1 };
    const client = await clientOver([cut, ...atWork, cut], { repeat: { firstWaitMs: 1, attempts: 2 } });
    expect((await client.submit(PAST_RETURN)).state).toBe('accepted');
    expect(repeats.map(({ workedMs }) => workedMs !== null)).toEqual([
      false,
      ...atWork.map(() => true),
      false,
    ]);
    expect(await backend.stored()).toEqual({ rows: ROWS, states: { accepted: 1 } });
  });

  it('is waited for no longer than the caller wants', async () => {
    const client = await clientOver([{ answer: problemOf('IDEMPOTENCY_KEY_IN_USE') }], {
      repeat: { longestWorkMs: 0 },
    });
    await expect(client.submit(PAST_RETURN)).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_IN_USE' });
    expect(network?.connections()).toBe(1);
  });

  it('cannot be waited for with a body that is read once', async () => {
    const client = await clientOver([{ answer: problemOf('IDEMPOTENCY_KEY_IN_USE') }]);
    await expect(client.submit(inPieces(LONG))).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_IN_USE' });
    expect(network?.connections()).toBe(1);
  });

  it('for any other reason is given back', async () => {
    const client = await clientOver([{ answer: problemOf('STATE_DOES_NOT_ALLOW') }]);
    await expect(client.submit(PAST_RETURN)).rejects.toMatchObject({ code: 'STATE_DOES_NOT_ALLOW' });
    expect(repeats).toEqual([]);
  });
});

describe('a return that is to be taken in later', () => {
  it('is waited for, over connections that break, and gives the same receipt', async () => {
    const client = await clientOver([{ cutAnswerAfter: 50 }, null, { cutAnswerAfter: 50 }]);
    const states: string[] = [];
    const receipt = await client.submit(() => inPieces(LONG), {
      respondAsync: true,
      onJob: ({ state }) => states.push(state),
    });
    expect(receipt).toMatchObject({ state: 'accepted', organisation: '7A7' });
    expect(states.at(-1)).toBe('done');
    const id = receipt.submission_id as string;
    expect(await client.submission(id)).toEqual(receipt);
    expect(await client.job(id)).toMatchObject({ job_id: id, state: 'done' });
    expect(await backend.stored()).toEqual({ rows: ROWS, states: { accepted: 1 } });
  });

  it('as a trial gives the receipt of the trial', async () => {
    const client = await clientOver();
    const receipt = await client.submit(PAST_RETURN, { respondAsync: true, dryRun: true });
    expect(receipt).toMatchObject({ dry_run: true, submission_id: null });
  });

  it('is refused later as it would have been at once, in the language of the client', async () => {
    const client = await clientOver([], { language: 'cy' });
    const document = { ...PAST_RETURN, submitter: '7A1' } as typeof PAST_RETURN;
    const refusal = async (respondAsync: boolean) =>
      client.submit(document, { respondAsync }).catch((error: unknown) => error as ProblemError);
    const [later, atOnce] = [await refusal(true), await refusal(false)];
    expect(later).toBeInstanceOf(ProblemError);
    expect(later).toMatchObject({ status: 403, code: 'ORGANISATION_MISMATCH' });
    expect((later as ProblemError).detail).toBe((atOnce as ProblemError).detail);
  });

  it('is cancelled when the caller gives up and asked for that', async () => {
    const controller = new AbortController();
    const id = await waitingJob(backend.store);
    const client = await clientOver([{ answer: promiseOf(id, { retryAfter: 60 }) }]);
    const sent = client.submit(PAST_RETURN, {
      respondAsync: true,
      cancelOnAbort: true,
      signal: controller.signal,
      onJob: () => setTimeout(() => controller.abort(new Error('enough')), 1),
    });
    await expect(sent).rejects.toThrow('enough');
    expect(await client.job(id)).toMatchObject({ state: 'cancelled' });
    await expect(client.cancelJob(id)).rejects.toMatchObject({ code: 'STATE_DOES_NOT_ALLOW' });
  });
});

describe('a submission that is held', () => {
  it('is accepted once it is verified', async () => {
    const client = await clientOver();
    const held = await client.submit(ELSEWHERE);
    expect(held.state).toBe('needs_verification');
    const rules = [...held.report.findings, ...held.service_findings].filter(({ tier }) => tier === 'verify');
    const verifications = [...new Set(rules.map(({ rule }) => rule))].map((rule) => ({
      rule,
      reason: 'checked_and_correct',
    }));
    expect((await client.verify(held.submission_id as string, verifications)).state).toBe('accepted');
  });

  it('is verified, and taken back, over a connection that breaks after each was done', async () => {
    const held = await (await clientOver()).submit(ELSEWHERE);
    const id = held.submission_id as string;
    const rules = [...held.report.findings, ...held.service_findings].filter(({ tier }) => tier === 'verify');
    const verifications = [...new Set(rules.map(({ rule }) => rule))].map((rule) => ({
      rule,
      reason: 'checked_and_correct',
    }));
    const verifying = await clientOver([{ cutAnswerAfter: 200 }]);
    expect((await verifying.verify(id, verifications)).state).toBe('accepted');
    expect(repeats.map(({ error }) => error.name)).toContain('NoAnswerError');
    const withdrawing = await clientOver([{ cutAnswerAfter: 200 }]);
    const taken = await withdrawing.withdraw(id, { reason: 'figures_wrong' }, { ifMatch: '*' });
    expect(taken.state).toBe('withdrawn');
    expect(repeats.map(({ error }) => error.name)).toContain('NoAnswerError');
  });
});

describe('a busy service', () => {
  it('is asked again after the time it names, also where something before it answered', async () => {
    const client = await clientOver([{ answer: BUSY }]);
    expect((await client.submit(PAST_RETURN)).state).toBe('accepted');
    expect(repeats).toMatchObject([
      { attempt: 1, waitMs: 0, error: { status: 503, code: null, retryAfter: 0 } },
    ]);
  });

  it('is not asked again where it names a time that is too long to wait', async () => {
    const client = await clientOver([{ answer: BUSY.replace('Retry-After: 0', 'Retry-After: 3600') }]);
    await expect(client.submit(PAST_RETURN)).rejects.toMatchObject({ status: 503, retryAfter: 3600 });
    expect(network?.connections()).toBe(1);
  });

  it('that is slow is given up after the time that an attempt may take', async () => {
    const client = await clientOver([{ delayMs: 60_000 }], { timeoutMs: 1_000 });
    expect((await client.me()).organisation).toBe('7A7');
    expect(repeats[0]).toMatchObject({ attempt: 1, error: { name: 'NoAnswerError' } });
  });

  it('is no longer waited for once the caller gives up', async () => {
    const controller = new AbortController();
    const client = await clientOver([{ answer: BUSY.replace('Retry-After: 0', 'Retry-After: 50') }], {
      onRepeat: () => controller.abort(new Error('enough')),
    });
    await expect(client.submit(PAST_RETURN, { signal: controller.signal })).rejects.toThrow('enough');
    expect(network?.connections()).toBe(1);
  });
});

describe('a refusal', () => {
  it('carries the code, what is wrong and the request id, in the language of the client', async () => {
    const client = await clientOver([], { language: 'cy' });
    const failure = await client
      .data('profiles', { period: '2026-Q1', sex: 'x' })
      .catch((error: unknown) => error as ProblemError);
    expect(failure).toBeInstanceOf(ProblemError);
    if (!(failure instanceof ProblemError)) return;
    expect(failure.status).toBe(404);
    expect(failure.code).toBe('RELEASE_NOT_FOUND');
    expect(failure.requestId).toBe(failure.problem?.instance);
    expect(failure.problem?.title).toBe("Nid oes datganiad o'r fath");
  });

  it('is given back at once, since asking again would change nothing', async () => {
    const client = await clientOver([], { key: 'spcd_0123456789ab_wrong' });
    await expect(client.me()).rejects.toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
    expect(repeats).toEqual([]);
  });

  it('reaches the sender of a large return, though the service read none of it', async () => {
    const client = await clientOver([], { key: 'spcd_0123456789ab_wrong' });
    await expect(client.submit(() => inPieces(LONG))).rejects.toMatchObject({ status: 401 });
  });

  it('of a page that is not the service says so', async () => {
    const page =
      'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 2\r\nConnection: close\r\n\r\nHi';
    const client = await clientOver([{ answer: page }]);
    await expect(client.me()).rejects.toMatchObject({
      code: null,
      detail: 'The answer is not JSON, so it is not from the service: is the address right?',
    });
  });

  it('of a page that is not the service says so in the language that was asked for', async () => {
    const page = 'HTTP/1.1 501 Not Implemented\r\nContent-Length: 2\r\nConnection: close\r\n\r\nHi';
    const client = await clientOver([{ answer: page }], { language: 'cy' });
    await expect(client.me()).rejects.toMatchObject({
      status: 501,
      detail: expect.stringContaining('Nid oddi wrth y gwasanaeth'),
    });
  });

  it('to follow a redirect keeps the key at its own address', async () => {
    const moved =
      'HTTP/1.1 301 Moved Permanently\r\nLocation: https://elsewhere.example/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n';
    const client = await clientOver([{ answer: moved }]);
    await expect(client.submit(PAST_RETURN)).rejects.toMatchObject({
      status: 301,
      detail: expect.stringContaining('https://elsewhere.example/'),
    });
    expect(network?.connections()).toBe(1);
  });
});

describe('what reading the body throws', () => {
  it('is thrown as it is, and nothing is stored', async () => {
    const client = await clientOver();
    async function* broken() {
      yield LONG.subarray(0, 1_000);
      throw new Error('the disk is gone');
    }
    await expect(client.submit(() => broken())).rejects.toThrow('the disk is gone');
    expect(repeats).toEqual([]);
    expect(await backend.stored()).toEqual({ rows: 0, states: {} });
  });
});

describe('a submission that was sent', () => {
  it('tells its findings and what it changed, and is taken back as it was read', async () => {
    const client = await clientOver([{ cutAnswerAfter: 900 }]);
    const { submission_id } = await client.submit(PAST_RETURN);
    const id = submission_id as string;
    expect(await client.findings(id, { by: 'rule', limit: 5 })).toMatchObject({
      submission_id: id,
      by: 'rule',
    });
    expect(await client.changes(id)).toMatchObject({ submission_id: id });
    await expect(
      client.withdraw(id, { reason: 'figures_wrong' }, { ifMatch: '"another"' }),
    ).rejects.toMatchObject({ status: 412 });
    const receipt = await client.withdraw(id, { reason: 'figures_wrong' });
    expect(receipt.state).toBe('withdrawn');
  });
});

describe('the rest of the API', () => {
  it('gives the report of the library when a return is checked, and needs no key for it', async () => {
    const client = await clientOver([{ cutAnswerAfter: 100 }], { key: undefined });
    const report = await client.validate(PAST_RETURN);
    const bytes = new TextEncoder().encode(JSON.stringify(PAST_RETURN));
    expect(serialiseReport(report)).toBe(serialiseReport(validateReturn(bytes, { format: 'json' }).report));
  });

  it('is asked by the ids of its operations, with typed answers', async () => {
    const client = await clientOver();
    expect((await client.codeList('sex')).codes.map(({ code }) => code)).toContain('female');
    expect((await client.glossary({ q: 'link worker' })).terms.length).toBeGreaterThan(0);
    expect((await client.releases()).releases).toEqual([]);
    expect(
      (await client.request('getRule', { id: 'dates-are-in-order' }).catch((error) => error)).status ?? 200,
    ).toBeLessThan(500);
    expect((await client.request('getConfig', {})).limits.return_bytes.csv).toBeGreaterThan(0);
  });

  it('asks for a token before every attempt', async () => {
    let asked = 0;
    const client = await clientOver([{ cutRequestAfter: 1 }], {
      key: undefined,
      getToken: () => {
        asked += 1;
        return backend.key;
      },
    });
    await client.me();
    expect(asked).toBe(2);
  });
});

describe('a client is not made', () => {
  it('that would send a key unencrypted to another machine', () => {
    const baseUrl = 'http://data.example.wales';
    expect(() => createClient({ baseUrl, key: 'k' })).toThrow('unencrypted');
    expect(() => createClient({ baseUrl })).not.toThrow();
    expect(() => createClient({ baseUrl, key: 'k', allowPlainHttp: true })).not.toThrow();
  });

  it.each(['ftp://data.example.wales', 'data.example.wales', ''])('for the address %j', (baseUrl) => {
    expect(() => createClient({ baseUrl })).toThrow();
  });

  it('with two ways to say who is asking', () => {
    expect(() => createClient({ baseUrl: 'https://a.example', key: 'k', token: 't' })).toThrow('one of');
  });

  it('whose key could not stand in a header; the key is not repeated', async () => {
    const client = await clientOver([], { key: 'secret\nkey' });
    const failure = await client.me().catch((error: unknown) => error as Error);
    expect(failure).toBeInstanceOf(Error);
    expect(String(failure)).not.toContain('secret');
  });
});

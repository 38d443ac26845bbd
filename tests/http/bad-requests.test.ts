import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/http/limits.ts';
import { tooLong } from '../../src/http/too-long.ts';
import { expectProblem } from './expect-problem.ts';
import { sendBytes, sendLarge } from './raw-request.ts';
import { PUBLIC_URL, startApp, type TestApp } from './start-app.ts';

let service: TestApp;

beforeAll(async () => {
  service = await startApp({
    extend(app) {
      // Nothing of ours takes a JSON body of this kind yet; what Fastify makes of one is settled all the same.
      app.post(
        '/probe',
        {
          schema: {
            body: {
              type: 'object',
              required: ['count'],
              additionalProperties: false,
              properties: { count: { type: 'integer' } },
            },
          },
        },
        async ({ body }) => ({ body }),
      );
      app.get('/slow', async () => {
        await sleep(100);
        return { slow: true };
      });
      app.get('/broken', async () => {
        throw new Error('password=hunter2 in the driver’s own words');
      });
      app.get(
        '/probe/:id',
        { schema: { params: { type: 'object', properties: { id: { type: 'integer' } } } } },
        async () => ({}),
      );
    },
  });
});
afterAll(() => service.close());

const agent = () => request(service.app.server);

describe('the address', () => {
  it('refuses one that leads nowhere', async () => {
    expectProblem(await agent().get('/nowhere'), 'ROUTE_NOT_FOUND');
    expectProblem(await agent().get('/v1/config/'), 'ROUTE_NOT_FOUND');
    expectProblem(await agent().get('/docs/static/nowhere.js'), 'ROUTE_NOT_FOUND');
  });

  it('refuses another method of one that is there, and says which it takes', async () => {
    for (const method of ['post', 'put', 'patch', 'delete', 'propfind'] as const) {
      const answer = await agent()[method]('/v1/config').set('content-type', 'text/plain').send('x');
      expectProblem(answer, 'METHOD_NOT_ALLOWED');
      expect(answer.headers.allow).toBe('GET, HEAD, OPTIONS');
    }
    expect((await agent().get('/v1/validate')).headers.allow).toBe('OPTIONS, POST');
  });

  it('refuses one whose per cent signs mean nothing', async () => {
    expectProblem(await agent().get('/%'), 'REQUEST_MALFORMED');
    expectProblem(await agent().get('/v1/rules/%E0%A4'), 'REQUEST_MALFORMED');
  });

  it('refuses one that is too long', async () => {
    const tooLong = agent().get(`/v1/rules/${'a'.repeat(300)}?lang=cy`);
    const problem = expectProblem(await tooLong, 'ADDRESS_TOO_LONG');
    expect(problem).toMatchObject({ facts: { limit: LIMITS.pathPartBytes } });
    expect(problem.detail).toContain('rhwng dau slaes');
  });

  it('refuses a part that is not what it must be', async () => {
    const body = expectProblem(await agent().get('/probe/one'), 'REQUEST_MALFORMED');
    expect(body.errors).toEqual([expect.objectContaining({ parameter: 'id' })]);
  });
});

describe('a header that holds one value', () => {
  it.each([
    'Host: other.example',
    'Authorization: Bearer one\r\nauthorization: Bearer two',
    'Content-Type: text/csv\r\nContent-Type: text/csv',
    'Range: bytes=0-1\r\nRange: bytes=2-3',
  ])('is refused where it is given twice: %j', async (headers) => {
    const head = `GET /v1/config HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${headers}\r\n\r\n`;
    const answer = await sendBytes(service.port, head);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('REQUEST_MALFORMED');
    expect(answer.toLowerCase()).toContain(`"header":"${headers.split(':')[0]?.toLowerCase()}"`);
  });

  it('is not one that holds a list', async () => {
    const lists = 'Accept: text/plain\r\nAccept: application/json\r\nPrefer: a\r\nPrefer: b';
    const head = `GET /v1/config HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${lists}\r\n\r\n`;
    expect(await sendBytes(service.port, head)).toMatch(/^HTTP\/1\.1 200 /);
  });
});

describe('parameters', () => {
  it('refuses one that is unknown, and says which was probably meant', async () => {
    const body = expectProblem(await agent().get('/v1/config?lagn=cy'), 'PARAMETER_UNKNOWN');
    expect(body.errors).toEqual([
      { parameter: 'lagn', detail: expect.any(String), choices: ['lang'], nearest: 'lang' },
    ]);
  });

  it('refuses a value that is not among the choices, or given twice', async () => {
    const body = expectProblem(await agent().get('/v1/config?lang=fr'), 'REQUEST_MALFORMED');
    expect(body.errors).toEqual([expect.objectContaining({ parameter: 'lang', choices: ['en', 'cy'] })]);
    expectProblem(await agent().get('/v1/config?lang=en&lang=cy'), 'REQUEST_MALFORMED');
  });

  it('refuses a header that accepts nothing we have, and says what we have', async () => {
    const body = expectProblem(await agent().get('/v1/config').set('accept', 'image/png'), 'NOT_ACCEPTABLE');
    expect(body.errors).toEqual([expect.objectContaining({ choices: ['application/json'] })]);
  });
});

describe('a JSON body', () => {
  const post = (body: string, type = 'application/json') =>
    agent().post('/probe').set('content-type', type).send(body);

  it.each(['{', '{"count":1}}', '', '{"count":1,"__proto__":{}}', 'nonsense'])('refuses %j', async (body) => {
    expectProblem(await post(body), 'REQUEST_MALFORMED');
  });

  it('is never converted, trimmed or filled in', async () => {
    const body = expectProblem(await post('{"count":"1"}'), 'REQUEST_MALFORMED');
    expect(body.errors).toEqual([
      expect.objectContaining({ pointer: '/count', detail: 'count must be given once, as a whole number.' }),
    ]);
    const unknown = expectProblem(await post('{"count":1,"conut":2}'), 'REQUEST_MALFORMED');
    expect(unknown.errors).toEqual([expect.objectContaining({ pointer: '/conut', nearest: 'count' })]);
    expect((await post('{"count":1}')).body).toEqual({ body: { count: 1 } });
  });

  it('refuses another media type, and a body over the limit', async () => {
    expectProblem(await post('count=1', 'application/x-www-form-urlencoded'), 'MEDIA_TYPE_UNSUPPORTED');
    expect(expectProblem(await post('x', 'not a media type'), 'MEDIA_TYPE_UNSUPPORTED')).toMatchObject({
      detail: expect.stringContaining('application/json'),
      errors: [{ header: 'Content-Type', choices: ['application/json'] }],
    });
    expect(expectProblem(await post(`{"count":${'1'.repeat(70_000)}}`), 'REQUEST_TOO_LARGE')).toMatchObject({
      detail: expect.stringContaining(String(LIMITS.controlBodyBytes)),
      facts: { maximum_bytes: LIMITS.controlBodyBytes },
    });
  });
});

describe('a return of 200 MB', () => {
  it.each([true, false])('is refused while it arrives (Content-Length given: %s)', async (withLength) => {
    const answer = await sendLarge(service.port, '/v1/validate', {
      headers: { 'content-type': 'application/json' },
      megabytes: 200,
      withLength,
    });
    expectProblem({ ...answer, body: JSON.parse(answer.body) }, 'REQUEST_TOO_LARGE');
    expect(answer.sentMegabytes).toBeLessThan(200);
  });

  it('is read past, so that the same line can carry the next request', async () => {
    const body = 'x'.repeat(LIMITS.returnBytes.json + 1);
    const head = 'POST /v1/validate HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';
    const next = 'GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n';
    const answers = await sendBytes(
      service.port,
      `${head}Content-Length: ${body.length}\r\n\r\n${body}${next}`,
    );
    expect(answers.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 413', 'HTTP/1.1 200']);
  });

  it('leaves the service answering', async () => {
    await agent().get('/health/live').expect(200);
  });
});

/** The problem in an answer as its bytes came. */
const problemIn = (answer: string) => JSON.parse(answer.split('\r\n\r\n')[1] as string);

describe('what never becomes a request', () => {
  it('answers headers over the limit with a problem', async () => {
    const answer = await sendBytes(
      service.port,
      `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(20_000)}\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
    expect(answer).toContain('application/problem+json');
    expect(problemIn(answer)).toMatchObject({
      code: 'HEADERS_TOO_LARGE',
      facts: { limit: LIMITS.headerBytes },
      errors: [{ header: 'X-Long' }],
    });
    expect(problemIn(answer).detail).toMatch(/fewer or shorter headers.* \/ .*lai o benynnau/);
  });

  it('is refused in the language of its headers, where they came with the rest', () => {
    const bytes = (header: string) => Buffer.from(`GET /?${'a'.repeat(9_000)} HTTP/1.1\r\n${header}\r\n`);
    expect(tooLong(bytes('accept-language: cy-GB, en;q=0.5\r\n'), PUBLIC_URL).language).toBe('cy');
    expect(tooLong(bytes('Accept-Language: de\r\n'), PUBLIC_URL).language).toBe('en');
    expect(tooLong(bytes(''), PUBLIC_URL).language).toBeUndefined();
    const middle = tooLong(Buffer.from(`${'a'.repeat(9_000)}\r\nCookie: x\r\n`), PUBLIC_URL);
    expect([middle.error.code, middle.error.errors]).toEqual(['HEADERS_TOO_LARGE', []]);
    expect(tooLong(Buffer.alloc(0), PUBLIC_URL).error.code).toBe('HEADERS_TOO_LARGE');
  });

  const manyCodes = `W06000023,${'W06000024,'.repeat(2_000)}`;
  const QUESTION = `/v1/data/profiles?population=supported&period=2026-Q1&area_code=${manyCodes}`;

  it.each([
    ['by lang', `${QUESTION}&lang=cy`, '', 'cy', 'Enwch lai o godau'],
    ['in no language', QUESTION, '', 'en, cy', 'Enwch lai o godau'],
  ])(
    'says of an address over the limit, asked %s, what to ask instead',
    async (_, target, header, language, words) => {
      const answer = await sendBytes(service.port, `GET ${target} HTTP/1.1\r\nHost: x\r\n${header}\r\n`);
      expect(answer).toMatch(/^HTTP\/1\.1 414 URI Too Long\r\n/);
      expect(answer).toContain(`Content-Language: ${language}\r\n`);
      expect(answer).toContain('Access-Control-Allow-Origin: *');
      const problem = problemIn(answer);
      expect(problem).toMatchObject({
        code: 'ADDRESS_TOO_LONG',
        type: `${PUBLIC_URL}/problems/ADDRESS_TOO_LONG`,
        facts: { limit: LIMITS.headerBytes },
        errors: [{ parameter: 'area_code', nearest_url: `${PUBLIC_URL}/v1/data/profiles/dimensions` }],
      });
      expect(problem.detail).toContain(words);
      expect(JSON.stringify(problem)).not.toContain('W06000024');
    },
  );

  it.each([
    `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
    `GET /v1/data/__proto__?${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
    `GET /v1/data/profiles?<script>=${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
    `GET /v1/data/profiles?\u0000=${'&='.repeat(10_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
  ])('names no parameter of %.40s', async (bytes) => {
    const answer = await sendBytes(service.port, bytes);
    expect(answer).toMatch(/^HTTP\/1\.1 4(14|00) /);
    expect(problemIn(answer).errors).toBeUndefined();
  });

  it.each([
    'NONSENSE\r\n\r\n',
    'BREW / HTTP/1.1\r\nHost: x\r\n\r\n',
    'GET / HTTP/1.1\r\nContent-Length: x\r\n\r\n',
  ])('answers %j with a problem', async (bytes) => {
    const answer = await sendBytes(service.port, bytes);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    const problem = problemIn(answer);
    expect(problem).toMatchObject({ code: 'REQUEST_MALFORMED' });
    expect(problem.errors).toBeUndefined();
    expect(problem.detail).not.toContain('`errors`');
    expect(answer).toMatch(/Content-Language: en(, cy)?\r\n/);
  });

  it('says what of it HTTP does not allow, in the language of its headers and else in both', async () => {
    const unknown = await sendBytes(service.port, 'BREW / HTTP/1.1\r\nHost: x\r\n\r\n');
    expect(problemIn(unknown).title).toMatch(/^The request could not be read \/ Nid oedd modd darllen/);
    expect(problemIn(unknown).detail).toMatch(/no request of HTTP.* \/ Nid cais HTTP/);
    const asked = 'POST /v1/validate?lang=cy HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';
    const twoLengths = await sendBytes(
      service.port,
      `${asked}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n`,
    );
    expect(twoLengths).toContain('Content-Language: cy\r\n');
    expect(problemIn(twoLengths).detail).toContain('hyd ei gorff mewn dwy ffordd');
    const noChunk = await sendBytes(service.port, `${asked}Transfer-Encoding: chunked\r\n\r\nzz\r\n`);
    expect(noChunk).toContain('Content-Language: cy\r\n');
    expect(problemIn(noChunk).detail).toContain("Nid yw'r corff yn dod");
  });

  it.each([
    [
      'more of a body than was announced',
      'GET /slow HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}\u0000}\r\n',
    ],
    ['a stray byte', 'GET /slow HTTP/1.1\r\nHost: x\r\n\r\n\u0000'],
    [
      'a second request that is broken',
      `GET /slow HTTP/1.1\r\nHost: x\r\n\r\n${'POST /v1/validate HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n'}`,
    ],
  ])(
    'is never refused in place of the answer that is owed to the request before it: %s',
    async (_, bytes) => {
      const answer = await sendBytes(service.port, bytes);
      expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200']);
      expect(answer).toContain('{"slow":true}');
    },
  );

  it('is not refused once more after its request was answered', async () => {
    const bytes = 'POST /v1/nowhere HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n';
    const socket = connect(service.port, '127.0.0.1');
    let answer = '';
    socket.on('data', (piece) => {
      if (answer === '') socket.write('zz\r\n');
      answer += piece;
    });
    socket.write(bytes);
    await once(socket, 'close');
    expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 404']);
  });

  it('takes a caller that goes away in the middle of a body for that, and not for a fault of ours', async () => {
    const socket = connect(service.port, '127.0.0.1');
    socket.write(
      'POST /v1/validate HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"stand',
    );
    await sleep(200);
    socket.destroy();
    await sleep(200);
    expect(service.log()).not.toContain('a request failed');
    await agent().get('/health/live').expect(200);
  });
});

it('refuses to do what a request expects besides, in words', async () => {
  const answer = await sendBytes(
    service.port,
    'GET /health/live?lang=cy HTTP/1.1\r\nHost: x\r\nExpect: 200-ok\r\nConnection: close\r\n\r\n',
  );
  expect(answer).toMatch(/^HTTP\/1\.1 417 Expectation Failed\r\n/);
  expect(answer).toContain('content-type: application/problem+json');
  expect(problemIn(answer)).toMatchObject({
    code: 'EXPECTATION_FAILED',
    detail: expect.stringContaining('Gadewch Expect allan'),
    errors: [{ header: 'Expect', choices: ['100-continue'] }],
  });
  const usual = 'GET /health/live HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n';
  expect(await sendBytes(service.port, usual)).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK/);
});

describe('a fault of ours', () => {
  it('says nothing of what happened but the request id, and logs the rest', async () => {
    const answer = await agent().get('/broken').set('x-request-id', 'asked-by-a-test');
    const body = expectProblem(answer, 'INTERNAL');
    expect(body.instance).toBe('asked-by-a-test');
    expect(answer.text).not.toContain('hunter2');
    expect(service.log()).toContain('"reqId":"asked-by-a-test"');
  });
});

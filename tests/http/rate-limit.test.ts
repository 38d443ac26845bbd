import { type IncomingHttpHeaders, request as send } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, expect, it } from 'vitest';
import { type ServiceLimits, USUAL_LIMITS } from '../../src/http/limits.ts';
import { expectProblem } from './expect-problem.ts';
import { startApp, type TestApp } from './start-app.ts';

let service: TestApp;

afterEach(() => service.close());

const start = async (limits: Partial<ServiceLimits>) => {
  service = await startApp({ limits: { ...USUAL_LIMITS, ...limits } });
};

async function ask(path: string, headers: Record<string, string> = {}, localAddress = '127.0.0.1') {
  const options = { port: service.port, host: '127.0.0.1', path, headers, localAddress, agent: false };
  return new Promise<{ status: number; headers: IncomingHttpHeaders; body: Record<string, unknown> }>(
    (resolve, reject) => {
      const request = send(options, (response) => {
        text(response)
          .then((body) =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: body === '' ? {} : JSON.parse(body),
            }),
          )
          .catch(reject);
      });
      request.on('error', reject).end();
    },
  );
}

it('tells every caller how many requests are left, in the headers of the current draft', async () => {
  await start({ requestsPerMinute: 3 });
  for (const left of [2, 1, 0]) {
    const { status, headers } = await ask('/v1/rules');
    expect(status).toBe(200);
    expect(headers['ratelimit-policy']).toBe('"default";q=3;w=60');
    expect(headers.ratelimit).toMatch(new RegExp(`^"default";r=${left};t=([1-9]|[1-5]\\d|60)$`));
    const exposed = headers['access-control-expose-headers']?.split(', ');
    expect(exposed).toEqual(expect.arrayContaining(['RateLimit', 'RateLimit-Policy', 'Retry-After']));
  }
});

it('refuses what is above the limit with a problem in either language, and says when to come again', async () => {
  await start({ requestsPerMinute: 2 });
  for (let time = 0; time < 2; time += 1) await ask('/v1/config');
  for (const path of ['/v1/config', '/v1/rules', '/nowhere', '/openapi.json']) {
    const refused = await ask(path);
    const problem = expectProblem(refused, 'TOO_MANY_REQUESTS');
    expect(refused.headers['retry-after']).toMatch(/^([1-9]|[1-5]\d|60)$/);
    expect(refused.headers.ratelimit).toMatch(/^"default";r=0;t=\d+$/);
    expect(problem.facts).toEqual({ seconds: Number(refused.headers['retry-after']) });
  }
  const welsh = await ask('/v1/config', { 'accept-language': 'cy' });
  expect(expectProblem(welsh, 'TOO_MANY_REQUESTS').detail).toMatch(/^Daeth mwy o geisiadau/);
});

it('never limits the probes, and counts each address for itself', async () => {
  await start({ requestsPerMinute: 1 });
  for (let time = 0; time < 5; time += 1) {
    for (const path of ['/health/live', '/health/ready']) {
      const { status, headers } = await ask(path);
      expect(status).toBe(200);
      expect(headers.ratelimit).toBeUndefined();
    }
  }
  expect((await ask('/v1/rules')).status).toBe(200);
  expect((await ask('/v1/rules')).status).toBe(429);
  expect((await ask('/v1/rules', {}, '127.0.0.2')).status).toBe(200);
});

it('does not count an answer that the caller had already, and counts what only looks like that', async () => {
  await start({ requestsPerMinute: 3 });
  const { etag = '' } = (await ask('/v1/config')).headers;
  for (let time = 0; time < 5; time += 1) {
    const { status, headers } = await ask('/v1/config', { 'if-none-match': etag });
    expect([status, headers.ratelimit]).toEqual([304, expect.stringContaining('r=2;')]);
  }
  const guess = { 'if-none-match': '"another"' };
  const left = [];
  for (let time = 0; time < 2; time += 1) left.push((await ask('/v1/config', guess)).headers.ratelimit);
  expect(left).toEqual([expect.stringContaining('r=1;'), expect.stringContaining('r=0;')]);
  expectProblem(await ask('/v1/config', guess), 'TOO_MANY_REQUESTS');
  expectProblem(await ask('/v1/config', { 'if-none-match': etag }), 'TOO_MANY_REQUESTS');
});

it('believes nobody about the address of another, unless a proxy is trusted', async () => {
  await start({ requestsPerMinute: 1 });
  expect((await ask('/v1/rules', { 'x-forwarded-for': '192.0.2.1' })).status).toBe(200);
  expect((await ask('/v1/rules', { 'x-forwarded-for': '192.0.2.2' })).status).toBe(429);
});

it.each([
  ['by number', 1],
  ['by network', ['127.0.0.0/8']],
])('takes the word of a proxy that is trusted %s, and of nobody before it', async (_, trustedProxies) => {
  await start({ requestsPerMinute: 1, trustedProxies });
  const from = async (forwarded: string) => (await ask('/v1/rules', { 'x-forwarded-for': forwarded })).status;
  expect(await from('192.0.2.1')).toBe(200);
  expect(await from('192.0.2.1')).toBe(429);
  expect(await from('192.0.2.2')).toBe(200);
  // What a caller writes itself stands before what the proxy adds.
  expect(await from('198.51.100.9, 192.0.2.2')).toBe(429);
  for (const nonsense of ['unknown', '', ',,,', '::::', '\u00e9'.repeat(50), '1.2.3.4:80']) {
    expect([200, 429], nonsense).toContain(await from(nonsense));
  }
});

it('counts nothing where the limit is none', async () => {
  await start({ requestsPerMinute: 0 });
  const { status, headers, body } = await ask('/v1/config');
  expect([status, headers.ratelimit]).toEqual([200, undefined]);
  expect(body.limits).toMatchObject({ rate: null });
});

it('tells the limit in the configuration', async () => {
  await start({ requestsPerMinute: 250 });
  expect((await ask('/v1/config')).body.limits).toMatchObject({ rate: { requests: 250, seconds: 60 } });
});

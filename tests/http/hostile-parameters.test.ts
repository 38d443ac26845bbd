import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ERROR_CATALOGUE } from '../../src/errors.ts';
import { USUAL_LIMITS } from '../../src/http/limits.ts';
import type { MadeArchive } from '../query/made-archive.ts';
import { askSocket, OPEN_PATHS, type SocketAnswer, standingAt } from './documented-paths.ts';
import { MADE_RELEASE, makeSmallRelease } from './made-release.ts';
import { sendBytes } from './raw-request.ts';
import { startApp, type TestApp } from './start-app.ts';

let made: MadeArchive;
let service: TestApp;

beforeAll(async () => {
  made = await makeSmallRelease();
  service = await startApp({ source: made.source, limits: { ...USUAL_LIMITS, requestsPerMinute: 0 } });
});
afterAll(async () => {
  await service?.close();
  await made?.close();
});

/** What no parameter takes, as it stands in an address; free words apart. */
const HOSTILE: Readonly<Record<string, string>> = {
  empty: '',
  huge: 'a'.repeat(3_000),
  'in Latin-1': 'caf%E9',
  'an overlong encoding': '%C0%AF',
  'half a character': '%ED%A0%80',
  'no encoding at all': '%zz',
  'with a NUL': 'en%00',
  SQL: "'%20OR%201=1;%20DROP%20TABLE%20cells;--",
  'a wildcard': '%25',
  'a star': '*',
  'negative zero': '-0',
  'an unknown level': 'area_code.nowhere',
  'a prototype': '__proto__',
  'a path': '..%2F..%2Fetc%2Fpasswd',
  'a line break': 'en%0D%0ASet-Cookie:%20a=b',
  'very many codes': Array.from({ length: 10_000 }, (_, number) => `c${number}`).join(','),
};

/** Parameters that take any words. */
const FREE = ['q'];

/** Every refusal is one of ours, and a fault of the caller's. */
function expectRefused({ status, headers, body }: SocketAnswer, what: string): void {
  const said = `${what}: ${status} ${body.slice(0, 300)}`;
  expect(headers['content-type'], said).toMatch(/^application\/problem\+json/);
  expect(status >= 400 && status < 500, said).toBe(true);
  const { code } = JSON.parse(body) as { code: keyof typeof ERROR_CATALOGUE };
  expect(ERROR_CATALOGUE[code]?.status, said).toBe(status);
}

/** A question that is answered at an address: the nearest of the nearest, from none at all. */
async function answeredAt(path: string): Promise<URLSearchParams> {
  let asked = '';
  for (let step = 0; step < 8; step += 1) {
    const { status, body } = await askSocket(service.port, `${path}?${asked}`);
    if (status === 200) return new URLSearchParams(asked);
    asked = (JSON.parse(body) as { errors: { nearest: string }[] }).errors[0]?.nearest ?? '';
  }
  throw new Error(`No question leads to an answer of ${path}: ${asked}`);
}

describe.each(OPEN_PATHS)('$path', ({ path, parameters }) => {
  const address = standingAt(path, MADE_RELEASE);

  it('refuses every hostile value of every parameter in its query', async () => {
    const query = parameters.filter((parameter) => parameter.in === 'query');
    const base = await answeredAt(address);
    for (const { name } of query) {
      const others = new URLSearchParams(base);
      others.delete(name);
      const ask = (values: readonly string[]) => {
        const given = values.map((value) => `${name}=${value}`);
        return askSocket(service.port, `${address}?${[...given, others.toString()].join('&')}`);
      };
      expectRefused(await ask(['en', 'en']), `${name} twice`);
      for (const [kind, value] of Object.entries(HOSTILE)) {
        const answer = await ask([value]);
        if (FREE.includes(name) && answer.status === 200) continue;
        expectRefused(answer, `${name}: ${kind}`);
      }
    }
  }, 60_000);

  it('refuses every hostile part of its path, and names that it does not have', async () => {
    for (const { name } of parameters.filter((parameter) => parameter.in === 'path')) {
      for (const [kind, value] of Object.entries(HOSTILE)) {
        if (kind === 'empty') continue;
        const hostile = standingAt(path.replace(`{${name}}`, value), MADE_RELEASE);
        expectRefused(await askSocket(service.port, hostile), `${name}: ${kind}`);
      }
    }
    for (const name of ['__proto__', 'constructor', 'x%00', '', '%E9']) {
      expectRefused(await askSocket(service.port, `${address}?${name}=1`), `a parameter ${name}`);
    }
  });

  it('answers whatever is accepted, or says that it cannot', async () => {
    const accepted = ['*/*;q=0', 'image/png', ';;;,,', 'text/html;q=x', 'application/json;q=0, text/*;q=0'];
    for (const accept of [...accepted, '*/*;q=0, */*;q=1', '\u00e9', 'a/b,'.repeat(1_000)]) {
      const answer = await askSocket(service.port, address, { headers: { accept } });
      expect(answer.status, accept).toBeLessThan(500);
      if (answer.status >= 400) expectRefused(answer, accept);
    }
  });

  it('answers bytes that no address has with a problem', async () => {
    for (const bytes of ['\u0000', '\u00e9', '"<>', '\t']) {
      const answer = await sendBytes(
        service.port,
        `GET ${address}?lang=${bytes} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
      );
      expect(answer, bytes).toMatch(/^HTTP\/1\.1 4\d\d /);
      expect(answer, bytes).toMatch(/content-type: application\/problem\+json/i);
    }
  });
});

describe.each(OPEN_PATHS)('$path', ({ path, methods }) => {
  it('answers HEAD as GET without the body, and says in OPTIONS what it takes', async () => {
    const address = standingAt(path, MADE_RELEASE);
    const got = await askSocket(service.port, address);
    const head = await askSocket(service.port, address, { method: 'HEAD' });
    expect(head.status).toBe(got.status);
    expect(head.body).toBe('');
    for (const name of [
      'content-type',
      'content-length',
      'etag',
      'cache-control',
      'vary',
      'content-language',
    ]) {
      if (got.status < 400) expect(head.headers[name], name).toBe(got.headers[name]);
    }
    const options = await askSocket(service.port, address, { method: 'OPTIONS' });
    const allowed = [...methods.map((method) => method.toUpperCase()), 'HEAD', 'OPTIONS'].sort().join(', ');
    expect(options.status).toBe(204);
    expect(options.headers.allow).toBe(allowed);
    expect(options.headers['access-control-allow-methods']).toBe(allowed);
    expect(options.headers['access-control-allow-origin']).toBe('*');
  });
});

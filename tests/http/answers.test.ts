import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ERROR_CATALOGUE } from '../../src/errors.ts';
import { absent } from '../../src/http/absent.ts';
import { CODE_LISTS } from '../../src/standard/generated/code-lists.ts';
import { SCHEMAS } from '../../src/standard/generated/schemas.ts';
import { RULE_CATALOGUE } from '../../src/standard/rule-catalogue.ts';
import { expectProblem } from './expect-problem.ts';
import { PUBLIC_URL, startApp, type TestApp } from './start-app.ts';

let service: TestApp;
const broken = { isBroken: false };

beforeAll(async () => {
  const check = async () => {
    if (broken.isBroken) throw new Error('the driver says no');
  };
  service = await startApp({ readiness: [{ name: 'database', check }] });
});
afterAll(() => service.close());

const agent = () => request(service.app.server);

describe('the way in', () => {
  it('says that the standard is a candidate and whose publication it is not', async () => {
    const { body } = await agent().get('/').expect(200);
    expect(body.status).toBe('candidate');
    expect(body.status_sentence.en).toContain('not a publication of Welsh Government');
    expect(body.versions.standard).toBe('1.0');
  });

  it('links to addresses that are there, at the public address and never at the Host of the request', async () => {
    const { body } = await agent().get('/').set('host', 'evil.example').expect(200);
    for (const link of Object.values<string>(body.links)) {
      expect(link.startsWith(PUBLIC_URL)).toBe(true);
      const { status, body: answer } = await agent().get(link.slice(PUBLIC_URL.length));
      // /v1/validate takes POST only, and there is no release yet whose coverage could be told.
      const isThere = [200, 302, 405].includes(status) || answer.code === 'RELEASE_NOT_FOUND';
      expect([link, isThere]).toEqual([link, true]);
    }
  });

  it('leads to submissions only where submitters are served', async () => {
    const { body } = await agent().get('/').expect(200);
    expect(body.links).not.toHaveProperty('submissions');
    const whole = await startApp({ submitter: { db: absent('the database'), pool: absent('the database') } });
    const { body: root } = await request(whole.app.server).get('/').expect(200);
    await whole.close();
    expect(root.links.submissions).toBe(`${PUBLIC_URL}/v1/submissions`);
  });

  it.each([
    ['text/html', 303],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 303],
    ['application/json', 200],
    ['*/*', 200],
    ['text/html;q=0.5, application/json', 200],
  ])('sends %s to a page or answers it: %i', async (accept, status) => {
    const answer = await agent().get('/').set('accept', accept).expect(status);
    expect([answer.headers.location, answer.headers.vary]).toEqual([
      status === 303 ? '/docs' : undefined,
      expect.stringContaining('Accept,'),
    ]);
  });

  it('tells limits, languages, licence and method in both languages', async () => {
    const { body } = await agent().get('/v1/config').expect(200);
    expect(body.limits).toMatchObject({
      dimensions: 4,
      cells: 5000,
      csv_rows: 2_000_000,
      workbook_rows: 100_000,
      json_depth: 12,
      returns_in_turn: 100,
      return_bytes: { json: 33554432 },
    });
    expect(body.languages).toEqual(['en', 'cy']);
    for (const words of Object.values<{ en: string; cy: string }>(body.disclosure)) {
      expect(words.en).not.toBe('');
      expect(words.cy).not.toBe('');
      expect(words.cy).not.toBe(words.en);
    }
  });
});

describe('a limit that the configuration gives', () => {
  it('is the deepest that JSON is read, in every form of it', async () => {
    const { body } = await agent().get('/v1/config').expect(200);
    const nested = (depth: number) => `{"header":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`;
    const rulesAt = async (depth: number) => {
      const sent = agent().post('/v1/validate').set('content-type', 'application/json').send(nested(depth));
      const { findings } = (await sent.expect(200)).body as { findings: { rule: string }[] };
      return findings.map(({ rule }) => rule);
    };
    expect(await rulesAt(body.limits.json_depth)).not.toContain('json-nesting-limited');
    expect(await rulesAt(body.limits.json_depth + 1)).toContain('json-nesting-limited');
  });
});

describe('probes', () => {
  it('are live while the process runs, and ready while everything is in order', async () => {
    await agent().get('/health/ready').expect(200, { status: 'ok' });
    broken.isBroken = true;
    await agent().get('/health/live').expect(200, { status: 'ok' });
    const answer = await agent().get('/health/ready');
    const body = expectProblem(answer, 'UNAVAILABLE');
    expect(body.detail).toContain('database');
    expect(answer.text).not.toContain('driver');
    expect(service.log()).toContain('the driver says no');
    broken.isBroken = false;
  });
});

describe('problem types', () => {
  it.each(Object.entries(ERROR_CATALOGUE))('lead to words in both languages: %s', async (code, entry) => {
    const { body } = await agent().get(`/problems/${code}`).expect(200);
    expect(body).toEqual({ code, ...entry });
  });

  it('that are not ours are not found', async () => {
    const body = expectProblem(await agent().get('/problems/RELEASE_NOT_FOUNT'), 'ROUTE_NOT_FOUND');
    expect(body.errors).toEqual([expect.objectContaining({ nearest: 'RELEASE_NOT_FOUND' })]);
  });
});

describe('the language of an answer', () => {
  const detail = async (path: string, accept?: string) => {
    const answer = await agent()
      .get(path)
      .set(accept === undefined ? {} : { 'accept-language': accept });
    return [answer.headers['content-language'], answer.body.title];
  };
  const { en, cy } = ERROR_CATALOGUE.ROUTE_NOT_FOUND.title;

  it('is English unless asked otherwise', async () => {
    expect(await detail('/nowhere')).toEqual(['en', en]);
    expect(await detail('/nowhere', 'fr')).toEqual(['en', en]);
  });

  it('is what Accept-Language prefers, and lang goes before it', async () => {
    expect(await detail('/nowhere', 'cy-GB,en;q=0.5')).toEqual(['cy', cy]);
    expect(await detail('/nowhere', 'en;q=0.4,cy;q=0.9')).toEqual(['cy', cy]);
    expect(await detail('/nowhere?lang=en', 'cy')).toEqual(['en', en]);
    expect(await detail('/nowhere?lang=cy', 'en')).toEqual(['cy', cy]);
  });
});

describe('headers', () => {
  it('guard every answer, good or bad', async () => {
    for (const path of ['/', '/nowhere', '/%', '/openapi.json', '/schema/1.0/return.schema.json']) {
      const { headers } = await agent().get(path);
      expect(headers, path).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'strict-transport-security': expect.stringContaining('max-age='),
      });
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).not.toHaveProperty('server');
    }
  });

  it('let pages of every site read what is open, and say what they may read of it', async () => {
    for (const path of ['/', '/v1/rules', '/nowhere']) {
      const { headers } = await agent().get(path).set('origin', 'https://elsewhere.example');
      expect(headers['access-control-allow-origin']).toBe('*');
      expect(headers['access-control-expose-headers']).toContain('ETag');
      expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
      expect(headers).not.toHaveProperty('access-control-allow-credentials');
    }
  });

  it('answer what a browser asks first', async () => {
    const { headers } = await agent()
      .options('/v1/validate')
      .set('origin', 'https://elsewhere.example')
      .expect(204);
    expect(headers.allow).toBe('OPTIONS, POST');
    expect(headers['access-control-allow-methods']).toBe('OPTIONS, POST');
    expect(headers['access-control-allow-headers']).toContain('Content-Type');
  });

  it('echo a request id that is harmless, and no other', async () => {
    const ask = (id: string) => agent().get('/').set('x-request-id', id);
    expect((await ask('trace-0123456789')).headers['x-request-id']).toBe('trace-0123456789');
    expect((await ask('<script>alert(1)</script>')).headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect((await ask('a'.repeat(500))).headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('caching', () => {
  it('gives a strong ETag, and 304 without a body to whoever has it', async () => {
    const first = await agent().get('/v1/rules').expect(200);
    expect(first.headers.etag).toMatch(/^"[\w-]{43}"$/);
    const tag = first.headers.etag as string;
    for (const ifNoneMatch of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
      const again = await agent().get('/v1/rules').set('if-none-match', ifNoneMatch).expect(304);
      expect(again.text).toBe('');
      expect(again.headers.etag).toBe(tag);
      expect(again.headers['cache-control']).toBe('public, max-age=3600');
    }
    await agent().get('/v1/rules').set('if-none-match', '"other"').expect(200);
  });

  it('gives each language an ETag of its own', async () => {
    const tagOf = async (lang: string) => (await agent().get(`/openapi.json?lang=${lang}`)).headers.etag;
    expect(await tagOf('en')).not.toBe(await tagOf('cy'));
  });

  it('answers HEAD as GET, without the body', async () => {
    const get = await agent().get('/v1/config');
    const head = await agent().head('/v1/config').expect(200);
    for (const name of ['etag', 'content-length', 'content-type', 'cache-control']) {
      expect(head.headers[name]).toBe(get.headers[name]);
    }
    expect(head.text).toBeUndefined();
    await agent()
      .head('/v1/config')
      .set('if-none-match', get.headers.etag as string)
      .expect(304);
    await agent().head('/nowhere').expect(404);
  });
});

describe('the standard as files', () => {
  it.each(Object.entries(SCHEMAS))('has %s with its codes written in', async (path, schema) => {
    const answer = await agent().get(path).expect(200);
    expect(answer.headers['content-type']).toMatch(/^application\/schema\+json/);
    expect(answer.headers['cache-control']).toBe('public, max-age=3600');
    expect(JSON.parse(answer.text ?? answer.body.toString())).toEqual(schema);
  });

  it.each(Object.keys(CODE_LISTS))('has the code list %s as CSV', async (id) => {
    const answer = await agent().get(`/schema/1.0/codelists/${id}.csv`).expect(200);
    expect(answer.headers['content-type']).toMatch(/^text\/csv; charset=utf-8/);
    expect(answer.text).toMatch(/^code,title_en,title_cy,/);
  });

  it('lists every file, and every file listed is there', async () => {
    const { body } = await agent().get('/schema/1.0').expect(200);
    expect(body.files).toContain('/schema/1.0/measures/ons4_happy.json');
    expect(body.files).toContain('/schema/meta/table.schema.json');
    for (const path of body.files) await agent().get(path).expect(200);
  });

  it('serves a version that extends another whole, under its own addresses', async () => {
    const { body: first } = await agent().get('/schema/1.0').expect(200);
    const { body: draft } = await agent().get('/schema/1.1').expect(200);
    expect(draft.version).toBe('1.1');
    const named = (files: string[], version: string) =>
      files.map((file) => file.replace(`/schema/${version}/`, '/schema/'));
    expect(
      named(draft.files, '1.1')
        .filter((file) => file !== '/schema/changes.json')
        .sort(),
    ).toEqual(named(first.files, '1.0').sort());
    for (const path of [
      'tables/profiles.schema.json',
      'tables/workforce.schema.json',
      'return.schema.json',
    ]) {
      const { text } = await agent().get(`/schema/1.1/${path}`).expect(200);
      expect(text).toContain(`"$id": "https://spcd.example/schema/1.1/${path}"`);
      expect(text).not.toContain('/schema/1.0/');
    }
    await agent().get('/schema/1.1/codelists/areas.csv').expect(200);
    await agent().get('/schema/1.1/changes.json').expect(200);
  });

  it.each(['latest', '1'])('redirects %s to the current version', async (alias) => {
    await agent().get(`/schema/${alias}`).expect(302).expect('location', '/schema/1.0');
    await agent()
      .get(`/schema/${alias}/tables/profiles.schema.json`)
      .expect(302)
      .expect('location', '/schema/1.0/tables/profiles.schema.json');
  });

  it.each([
    '/schema/1.0/retrun.schema.json',
    '/schema/9.9',
    '/schema/1.0/../../package.json',
    '/schema/1.0/..%2f..%2fpackage.json',
  ])('has nothing at %s', async (path) => {
    expectProblem(await agent().get(path), 'ROUTE_NOT_FOUND');
  });
});

describe('rules', () => {
  it('are all there, in both languages', async () => {
    const { body } = await agent().get('/v1/rules').expect(200);
    expect(body.rules.map(({ id }: { id: string }) => id)).toEqual(RULE_CATALOGUE.map(({ id }) => id));
  });

  it('can be read one at a time, and a mistyped one names the nearest', async () => {
    for (const { id, message } of RULE_CATALOGUE) {
      const { body } = await agent().get(`/v1/rules/${id}`).expect(200);
      expect(body.message).toEqual(message);
    }
    const body = expectProblem(await agent().get('/v1/rules/figures-are-unroundet'), 'RULE_NOT_FOUND');
    expect(body.errors).toEqual([expect.objectContaining({ nearest: 'figures-are-unrounded' })]);
  });
});

describe('a process without a database', () => {
  it('has no addresses for submitters', async () => {
    expectProblem(await agent().get('/v1/me'), 'ROUTE_NOT_FOUND');
    expectProblem(await agent().post('/v1/submissions'), 'ROUTE_NOT_FOUND');
  });
});

describe('the page of the API', () => {
  it('needs nothing from any other host, and runs no script but its own', async () => {
    const { headers, text } = await agent().get('/docs').expect(200);
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self';/,
    );
    expect(headers['content-security-policy']).not.toContain('unsafe');
    const addresses = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address as string);
    expect(addresses.length).toBeGreaterThan(3);
    for (const address of addresses) {
      expect(address).toMatch(/^\/docs\//);
      await agent().get(address).expect(200);
    }
    expect(text).not.toMatch(/<script>|<style/);
  });

  it.each([
    ['/docs', undefined, 'en', 'Social Prescribing Core Dataset'],
    ['/docs/', 'fr', 'en', 'Social Prescribing Core Dataset'],
    ['/docs?lang=cy', undefined, 'cy', 'Set Ddata Craidd Presgripsiynu Cymdeithasol'],
    ['/docs', 'cy-GB,cy;q=0.9,en;q=0.5', 'cy', 'Set Ddata Craidd Presgripsiynu Cymdeithasol'],
    ['/docs?lang=en', 'cy', 'en', 'Social Prescribing Core Dataset'],
  ])('says of itself at %s, asked for %s, that it is in %s', async (address, accepted, language, title) => {
    const asked = agent().get(address);
    const { headers, text } = await (accepted ? asked.set('accept-language', accepted) : asked).expect(200);
    expect(headers['content-language']).toBe(language);
    expect(headers.vary).toContain('Accept-Language');
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(text).toMatch(new RegExp(`^<!DOCTYPE html>\\n<html lang="${language}">`));
    expect(text).toContain(`<title>${title}</title>`);
  });

  it('offers both languages', async () => {
    const { text } = await agent().get('/docs/static/swagger-initializer.js').expect(200);
    expect(text).toContain('/openapi.json?lang=en');
    expect(text).toContain('/openapi.json?lang=cy');
    // The document that is seen first is the one in the language of the page.
    expect(text).toContain("'urls.primaryName': DOCUMENTS[document.documentElement.lang].name");
  });
});

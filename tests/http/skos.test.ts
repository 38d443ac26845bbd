import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CODE_LISTS } from '../../src/standard/generated/code-lists.ts';
import { readJsonLd, readTurtle } from '../formats/metadata/read-triples.ts';
import { expectProblem } from './expect-problem.ts';
import { startApp, type TestApp } from './start-app.ts';

let service: TestApp;
beforeAll(async () => {
  service = await startApp();
});
afterAll(() => service.close());

const get = (address: string) => request(service.app.server).get(address).buffer(true);

describe.each([
  '/v1/glossary',
  '/v1/glossary/spg-0014',
  '/v1/glossary?q=referral',
  '/v1/codelists',
  '/v1/codelists/need',
  '/v1/codelists/areas?on=2026-01-01',
])('%s as SKOS', (path) => {
  const withFormat = (format: string) => `${path}${path.includes('?') ? '&' : '?'}format=${format}`;

  it('is the same triples in both forms, by format and by Accept', async () => {
    const [jsonld, turtle, jsonldAsked, turtleAsked] = await Promise.all([
      get(withFormat('jsonld')).expect(200),
      get(withFormat('turtle')).expect(200),
      get(path).set('accept', 'application/ld+json').expect(200),
      get(path).set('accept', 'text/turtle').expect(200),
    ]);
    expect(jsonldAsked.text).toBe(jsonld.text);
    expect(turtleAsked.text).toBe(turtle.text);
    expect(jsonld.headers['content-type']).toBe('application/ld+json; charset=utf-8');
    expect(turtle.headers['content-type']).toBe('text/turtle; charset=utf-8');
    expect(turtle.headers['content-disposition']).toMatch(/\.ttl"$/);
    const triples = readTurtle(turtle.text);
    expect(triples.length).toBeGreaterThan(5);
    expect(await readJsonLd(jsonld.text)).toEqual(triples);
  });

  it('is not sent again to who has it, and answers HEAD', async () => {
    const { headers } = await get(withFormat('turtle')).expect(200);
    await get(withFormat('turtle')).set('if-none-match', String(headers.etag)).expect(304);
    const head = await request(service.app.server).head(withFormat('turtle')).expect(200);
    expect(head.headers.etag).toBe(headers.etag);
  });
});

it('has only the codes of the day that was asked about', async () => {
  const { text } = await get('/v1/codelists/areas?on=1900-01-01&format=turtle').expect(200);
  const dated = CODE_LISTS.areas.codes.filter(({ valid_from }) => valid_from !== null);
  for (const { code } of dated.slice(0, 20)) expect(text).not.toContain(`"${code}"`);
});

it('is not a form of what has no concepts', async () => {
  expectProblem(await get('/v1/measures?format=turtle'), 'REQUEST_MALFORMED');
  expectProblem(await get('/v1/measures').set('accept', 'text/turtle'), 'NOT_ACCEPTABLE');
});

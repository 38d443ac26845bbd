import { describe, expect, it } from 'vitest';
import { ServiceError } from '../../src/errors.ts';
import { asServiceError } from '../../src/http/refusals.ts';
import { RouteMap } from '../../src/http/route-map.ts';

const failure = (facts: object, cause?: unknown) =>
  Object.assign(new Error('secret words of a driver', { cause }), facts);

describe('whatever is thrown', () => {
  it.each([
    [
      'an answer that took too long',
      failure({ code: 'FST_ERR_HANDLER_TIMEOUT', statusCode: 503 }),
      'TIMEOUT',
    ],
    ['a statement that took too long', failure({}, failure({ code: '57014' })), 'TIMEOUT'],
    [
      'a database that is not there',
      failure({ query: 'select' }, failure({ code: 'ECONNREFUSED' })),
      'UNAVAILABLE',
    ],
    ['a database that is shutting down', failure({ code: '57P01' }), 'UNAVAILABLE'],
    ['too many connections', failure({ code: '53300' }), 'UNAVAILABLE'],
    ['a database without room', failure({}, failure({ code: '53100' })), 'UNAVAILABLE'],
    ['a disk of ours without room', failure({ code: 'ENOSPC' }), 'UNAVAILABLE'],
    [
      'a connection to the database that was lost over it',
      new Error('q', { cause: new Error('Connection terminated unexpectedly') }),
      'UNAVAILABLE',
    ],
    [
      'a connection to the database that had been lost',
      new Error('Client has encountered a connection error and is not queryable'),
      'UNAVAILABLE',
    ],
    [
      'a refusal of Fastify that has no code of its own here',
      failure({ statusCode: 400 }),
      'REQUEST_MALFORMED',
    ],
    ['a file that is not there', failure({ code: 'ENOENT', statusCode: 404 }), 'ROUTE_NOT_FOUND'],
    ['a status that no code of ours has', failure({ statusCode: 418 }), 'REQUEST_MALFORMED'],
    ['a broken assumption', failure({}), 'INTERNAL'],
    ['a duplicate key in the database', failure({ code: '23505', severity: 'ERROR' }), 'INTERNAL'],
    ['no error at all', 'a text', 'INTERNAL'],
  ])('is told as it should be: %s', (_, thrown, code) => {
    const error = asServiceError(thrown);
    expect(error.code).toBe(code);
    expect(error.cause).toBe(thrown);
    expect(`${error.detail.en}${error.detail.cy}`).not.toContain('secret');
  });

  it('says when to come again, when it will pass by itself', () => {
    expect(asServiceError(failure({ code: '57P01' })).headers).toEqual({ 'retry-after': '5' });
    expect(asServiceError(failure({})).headers).toEqual({});
  });

  it('stays as it is when it is ours', () => {
    const error = new ServiceError('STATE_DOES_NOT_ALLOW', { en: 'a', cy: 'b' });
    expect(asServiceError(error)).toBe(error);
  });
});

describe('the map of addresses', () => {
  const routes = new RouteMap();
  const add = (method: string, url: string, access?: 'key') =>
    routes.add({ method, url, handler: () => undefined, ...(access ? { config: { access } } : {}) });
  add('GET', '/v1/rules/:id');
  add('HEAD', '/v1/rules/:id');
  add('POST', '/v1/submissions', 'key');
  add('GET', '/files/*');
  add('GET', '/openapi.json');

  it('knows which methods an address takes, and who may come from elsewhere', () => {
    expect(routes.find('/v1/rules/one')).toEqual({ methods: ['GET', 'HEAD', 'OPTIONS'], isOpen: true });
    expect(routes.find('/v1/submissions')).toEqual({ methods: ['OPTIONS', 'POST'], isOpen: false });
    expect(routes.find('/files/a/b.parquet')).toMatchObject({ methods: ['GET', 'OPTIONS'] });
  });

  it.each(['/v1/rules', '/v1/rules/', '/v1/rules/one/two', '/openapiXjson', '/', ''])(
    'knows none for %j',
    (path) => {
      expect(routes.find(path)).toBeUndefined();
    },
  );
});

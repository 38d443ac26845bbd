import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLog, describeFailure } from '../../src/http/log.ts';
import { startApp, type TestApp } from './start-app.ts';

let service: TestApp;
beforeAll(async () => {
  service = await startApp();
});
afterAll(() => service.close());

it('has one line for each answer, with the route and not with what was asked', async () => {
  await request(service.app.server)
    .post('/v1/validate?table=profiles&submitter=7A7&notes_en=secret-words')
    .set('content-type', 'text/csv')
    .set('authorization', 'Bearer spcd_secret_key')
    .send('population,people\nreferred,4711\n')
    .expect(200);
  const lines = service
    .log()
    .trim()
    .split('\n')
    .filter((line) => line.includes('/v1/validate'));
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] as string)).toMatchObject({
    method: 'POST',
    route: '/v1/validate',
    status: 200,
  });
  expect(service.log()).not.toMatch(/secret|4711|7A7/);
});

it('withholds a key even from whoever logs a whole request', () => {
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => lines.push(line) });
  log.info({
    request: { headers: { authorization: 'Bearer spcd_secret' } },
    headers: { authorization: 'spcd_secret' },
  });
  expect(lines.join('')).not.toContain('spcd_secret');
});

it('keeps what a driver says of rows to itself, and tells where it failed', () => {
  const driver = Object.assign(new Error('invalid input syntax: "4711"'), {
    severity: 'ERROR',
    code: '22P02',
    detail: 'Key (people)=(4711)',
    table: 'rows_profiles',
  });
  const query = Object.assign(new Error('Failed query: insert … params: 4711', { cause: driver }), {
    query: 'insert',
  });
  const described = describeFailure(new Error('The rows were not written', { cause: query }));
  expect(JSON.stringify(described)).not.toContain('4711');
  expect(described).toMatchObject({
    message: 'The rows were not written',
    cause: { cause: { code: '22P02', table: 'rows_profiles' } },
  });
});

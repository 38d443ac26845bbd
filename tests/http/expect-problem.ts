import { expect } from 'vitest';
import { ERROR_CATALOGUE, type ErrorCode } from '../../src/errors.ts';
import { PUBLIC_URL } from './start-app.ts';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Checks that an answer is a whole problem of this code, and gives it. */
export function expectProblem({ status, headers, body }: Answer, code: ErrorCode): Answer['body'] {
  expect(body).toMatchObject({
    type: `${PUBLIC_URL}/problems/${code}`,
    status: ERROR_CATALOGUE[code].status,
    code,
  });
  expect(status).toBe(ERROR_CATALOGUE[code].status);
  expect(headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(headers['cache-control']).toBe('no-store');
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(body.instance).toBe(headers['x-request-id']);
  expect(body.title).not.toBe('');
  expect(body.detail).not.toBe('');
  return body;
}

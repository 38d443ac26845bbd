import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TABLE_NAMES, TABLES } from '../../src/standard/generated/tables.ts';
import { validateReturn } from '../../src/standard/validate-return.ts';
import { parametersOfHeader } from '../../src/standard/write/parameters-of-header.ts';
import { expectProblem } from './expect-problem.ts';
import { startApp, type TestApp } from './start-app.ts';

let service: TestApp;

beforeAll(async () => {
  service = await startApp();
});
afterAll(() => service.close());

const agent = () => request(service.app.server);
const validate = (body: unknown) =>
  validateReturn(new TextEncoder().encode(JSON.stringify(body)), { format: 'json' }).report;

describe('an empty template', () => {
  it.each(TABLE_NAMES)('of %s has its headings as CSV, and a header to fill in as JSON', async (table) => {
    const csv = await agent().get(`/v1/templates/${table}`).set('accept', 'text/csv').expect(200);
    expect(csv.text).toBe(`${TABLES[table].fields.map(({ name }) => name).join(',')}\r\n`);
    expect(csv.headers['content-disposition']).toBe(`inline; filename="${table}.csv"`);
    const { body } = await agent().get(`/v1/templates/${table}`).expect(200);
    expect(body).toMatchObject({ standard: 'spcd', submitter: null, tables: { [table]: [] } });
    const rules = new Set(validate(body).findings.map(({ rule }) => rule));
    expect(rules).toEqual(new Set(['header-field-present', 'empty-table-is-declared-nil']));
  });

  it('has the submitter and the period that are named', async () => {
    const { body } = await agent().get('/v1/templates/needs?submitter=7A7&period=2026-Q2').expect(200);
    expect(body).toMatchObject({ submitter: '7A7', period: '2026-Q2', period_start: '2026-04-01' });
  });
});

describe('a synthetic template', () => {
  const asked = 'synthetic=true&submitter=7A7&period=2026-Q1';

  it.each(TABLE_NAMES)(
    'of %s is valid with nothing to confirm, and says that nobody was counted',
    async (table) => {
      const { body } = await agent().get(`/v1/templates/${table}?${asked}`).expect(200);
      expect(body).toMatchObject({ submitter: '7A7', period: '2026-Q1', source_kind: 'synthetic' });
      expect(body.tables[table].length).toBeGreaterThan(0);
      const { result, findings } = validate(body);
      expect([result, findings.filter(({ tier }) => tier !== 'advice')]).toEqual(['valid', []]);
    },
  );

  it('has the same rows as CSV, which the service finds valid with the header of the JSON', async () => {
    const { body } = await agent().get(`/v1/templates/profiles?${asked}`).expect(200);
    const csv = await agent().get(`/v1/templates/profiles?${asked}&format=csv`).expect(200);
    const { tables, ...header } = body;
    const { body: report } = await agent()
      .post('/v1/validate')
      .query({ table: 'profiles', ...Object.fromEntries(parametersOfHeader(header)) })
      .set('content-type', 'text/csv')
      .send(csv.text)
      .expect(200);
    expect(report).toMatchObject({ result: 'valid', rows: { profiles: tables.profiles.length } });
  });

  it('is there for organisations of the other nations', async () => {
    for (const submitter of ['QYG', 'S08000015', 'BHSCT']) {
      const query = `synthetic=true&submitter=${submitter}&period=2026-Q3`;
      const { body } = await agent().get(`/v1/templates/characteristics?${query}`).expect(200);
      expect([submitter, validate(body).result]).toEqual([submitter, 'valid']);
    }
  });

  it.each(['equity', 'assets'])(
    'of %s is refused for other quarters than January to March',
    async (table) => {
      const query = 'synthetic=true&submitter=7A7&period=2025-Q4';
      const problem = expectProblem(
        await agent().get(`/v1/templates/${table}?${query}`),
        'REQUEST_MALFORMED',
      );
      expect(problem.detail).toContain('January to March');
      expect(problem.errors).toEqual([expect.objectContaining({ parameter: 'period', nearest: '2025-Q1' })]);
    },
  );

  it.each([
    ['synthetic=true', 'PARAMETER_MISSING', { parameter: 'submitter' }],
    ['synthetic=true&submitter=7A7', 'PARAMETER_MISSING', { parameter: 'period' }],
    ['synthetic=true&submitter=7A9&period=2026-Q1', 'REQUEST_MALFORMED', { parameter: 'submitter' }],
    ['synthetic=true&submitter=7a7&period=2026-Q1', 'REQUEST_MALFORMED', { nearest: '7A7' }],
    ['synthetic=true&submitter=__proto__&period=2026-Q1', 'REQUEST_MALFORMED', { parameter: 'submitter' }],
    ['synthetic=true&submitter=7A7&period=2019-Q1', 'REQUEST_MALFORMED', { parameter: 'period' }],
    ['synthetic=true&submitter=7A7&period=9999-Q1', 'REQUEST_MALFORMED', { parameter: 'period' }],
    ['synthetic=yes', 'REQUEST_MALFORMED', { parameter: 'synthetic' }],
    ['format=xlsx', 'REQUEST_MALFORMED', { parameter: 'format' }],
    ['seed=2', 'PARAMETER_UNKNOWN', { parameter: 'seed' }],
  ] as const)('asked with %s is a problem that names the parameter', async (query, code, fault) => {
    const problem = expectProblem(await agent().get(`/v1/templates/profiles?${query}`), code);
    expect(problem.errors).toEqual([expect.objectContaining(fault)]);
  });
});

it('names the nearest table to one that there is not', async () => {
  const problem = expectProblem(await agent().get('/v1/templates/profile'), 'TABLE_NOT_FOUND');
  expect(problem.errors).toEqual([expect.objectContaining({ nearest: 'profiles' })]);
  expectProblem(await agent().get('/v1/templates/__proto__'), 'TABLE_NOT_FOUND');
});

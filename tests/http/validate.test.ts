import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/http/limits.ts';
import { RETURN_MEDIA_TYPES } from '../../src/http/read-return-request.ts';
import { headerFromParameters } from '../../src/standard/read/header-from-parameters.ts';
import { serialiseReport, validateReturn } from '../../src/standard/validate-return.ts';
import { writeCsvArchive } from '../../src/standard/write/write-csv-archive.ts';
import { writeNdjson } from '../../src/standard/write/write-ndjson.ts';
import { writeReturnWorkbook } from '../../src/standard/write/write-return-workbook.ts';
import { VALID_RETURN } from '../support/valid-return.ts';
import { expectProblem } from './expect-problem.ts';
import { sendBytes } from './raw-request.ts';
import { startApp, type TestApp } from './start-app.ts';

const EXAMPLE = fileURLToPath(new URL('../../examples/valid/powys-2026-q3/', import.meta.url));

let service: TestApp;
beforeAll(async () => {
  service = await startApp();
});
afterAll(() => service.close());

const post = (path: string, type: string) => request(service.app.server).post(path).set('content-type', type);

describe('a return in JSON', () => {
  it.each([
    ['a valid one', JSON.stringify(VALID_RETURN)],
    ['one that breaks rules', JSON.stringify({ ...VALID_RETURN, period_end: '2026-09-29', tables: {} })],
    ['one that is no JSON', '{"standard": "spcd", '],
    ['one in another encoding', '\uFEFF{}'],
    ['nothing at all', ''],
  ])('gets the report of the library, byte for byte: %s', async (_, body) => {
    const answer = await post('/v1/validate', 'application/json').send(body).expect(200);
    const { report } = validateReturn(Buffer.from(body), { format: 'json' });
    expect(answer.text).toBe(serialiseReport(report));
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['content-language']).toBe('en, cy');
  });

  it('takes no parameters that belong to a CSV', async () => {
    const send = (query: string) => post(`/v1/validate?${query}`, 'application/json').send('{}');
    expectProblem(await send('table=profiles'), 'PARAMETER_UNKNOWN');
    const body = expectProblem(await send('period=2026-Q3&lang=cy'), 'PARAMETER_UNKNOWN');
    expect(body.errors).toEqual([expect.objectContaining({ parameter: 'period' })]);
  });
});

describe('a table in CSV', () => {
  const PARAMETERS = {
    submitter: '7A7',
    period: '2026-Q3',
    figures_status: 'provisional',
    source_kind: 'synthetic',
    sex_basis: 'sex',
    deprivation_index: 'wimd_2019',
    ethnicity_scheme: 'census_2021',
    services_included: 'powys-community-connectors',
    areas_complete: 'W06000023',
    source_system_name: 'Example system',
    source_system_version: '3.1',
    source_system_extracted_at: '2026-10-12T09:00:00Z',
  };
  const query = (parameters: object) => new URLSearchParams({ table: 'profiles', ...parameters }).toString();

  it('gets the report of the library, with its header in the parameters', async () => {
    const csv = await readFile(`${EXAMPLE}profiles.csv`);
    const answer = await post(`/v1/validate?${query(PARAMETERS)}`, 'text/csv; charset=utf-8')
      .send(csv.toString())
      .expect(200);
    const source = { format: 'csv', table: 'profiles', header: headerFromParameters(PARAMETERS) } as const;
    expect(answer.text).toBe(serialiseReport(validateReturn(csv, source).report));
    expect(answer.body.result).not.toBe('invalid');
  });

  it('reports a parameter that is no field of the header, as it does every other fault', async () => {
    const answer = await post(`/v1/validate?${query({ ...PARAMETERS, colour: 'blue' })}`, 'text/csv')
      .send('population,people\n')
      .expect(200);
    expect(answer.body.result).toBe('invalid');
    const rules = answer.body.findings.map(({ rule, path }: { rule: string; path: string }) => [rule, path]);
    // The name itself is not repeated: it may be what somebody typed into the wrong place.
    expect(rules).toContainEqual(['header-field-known', '/[withheld]']);
  });

  it('must say which table it is, and one that the standard has', async () => {
    const send = (path: string) => post(path, 'text/csv').send('a,b\n');
    expectProblem(await send('/v1/validate'), 'PARAMETER_MISSING');
    const body = expectProblem(await send('/v1/validate?table=profile'), 'TABLE_NOT_FOUND');
    expect(body.errors).toEqual([expect.objectContaining({ parameter: 'table', nearest: 'profiles' })]);
    expectProblem(await send('/v1/validate?table=profiles&period=1&period=2'), 'REQUEST_MALFORMED');
  });
});

describe('a return in another form that carries its header', () => {
  it.each([
    ['application/x-ndjson', Buffer.from(writeNdjson(VALID_RETURN))],
    ['application/zip', Buffer.from(writeCsvArchive(VALID_RETURN))],
    [
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      Buffer.from(writeReturnWorkbook(VALID_RETURN)),
    ],
  ])('gives the report that the same return gives in JSON, from %s', async (type, body) => {
    const answer = await post('/v1/validate', type).send(body);
    expect(answer.status).toBe(200);
    const bytes = new TextEncoder().encode(JSON.stringify(VALID_RETURN));
    expect(answer.text).toBe(serialiseReport(validateReturn(bytes, { format: 'json' }).report));
  });

  it('takes no table and no header from the query', async () => {
    const answer = await post('/v1/validate?table=profiles&period=x', 'application/x-ndjson').send('{}');
    const body = expectProblem(answer, 'PARAMETER_UNKNOWN');
    expect(body.errors).toMatchObject([{ parameter: 'table' }, { parameter: 'period' }]);
  });
});

describe('any body', () => {
  it.each([
    'application/xml',
    'text/plain',
    'application/json; charset=utf-16',
    'application/jsonx',
    'multipart/form-data',
    'nonsense',
    'application/json, text/csv',
    ';',
  ])('of %s is refused, and it is said what is read', async (type) => {
    const body = expectProblem(await post('/v1/validate', type).send('x'), 'MEDIA_TYPE_UNSUPPORTED');
    expect(body.errors).toEqual([expect.objectContaining({ choices: RETURN_MEDIA_TYPES })]);
  });

  it('without a media type is refused too', async () => {
    expectProblem(await request(service.app.server).post('/v1/validate'), 'MEDIA_TYPE_UNSUPPORTED');
  });

  it('in another alphabet is told so', async () => {
    const answer = await post('/v1/validate', 'text/csv; charset=windows-1252').send('x');
    expect(expectProblem(answer, 'MEDIA_TYPE_UNSUPPORTED').detail).toContain('UTF-8');
  });

  it('that is compressed is refused by the header that says so, and told what is read', async () => {
    for (const coding of ['gzip', 'GZIP', 'identity, gzip', 'br']) {
      const answer = await post('/v1/validate', 'application/json').set('content-encoding', coding).send('x');
      const body = expectProblem(answer, 'MEDIA_TYPE_UNSUPPORTED');
      expect(body.errors).toMatchObject([{ header: 'Content-Encoding', choices: ['identity'] }]);
      expect(answer.headers['accept-encoding']).toBe('identity');
    }
    const plain = post('/v1/validate', 'application/json').set('content-encoding', 'Identity').send('{}');
    expect((await plain).status).toBe(200);
  });

  it('coded for transfer in any way but chunks is refused', async () => {
    const head =
      'POST /v1/validate HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n';
    const send = (coding: string) =>
      sendBytes(service.port, `${head}Transfer-Encoding: ${coding}\r\n\r\n2\r\n{}\r\n0\r\n\r\n`);
    expect(await send('chunked')).toMatch(/^HTTP\/1\.1 200 /);
    const answer = await send('gzip, chunked');
    expect(answer).toMatch(/^HTTP\/1\.1 415 /);
    expect(answer).toContain('MEDIA_TYPE_UNSUPPORTED');
    expect(answer).toContain('"header":"Transfer-Encoding"');
  });

  it('may be as large as the limit, and not a byte larger', async () => {
    const body = `{}${' '.repeat(LIMITS.returnBytes.json - 2)}`;
    await post('/v1/validate', 'application/json').send(body).expect(200);
    const answer = await post('/v1/validate', 'application/json').send(`${body} `);
    expect(expectProblem(answer, 'REQUEST_TOO_LARGE').facts).toEqual({
      maximum_bytes: LIMITS.returnBytes.json,
    });
  });

  it('may be a table in CSV that is larger than any other form may be', async () => {
    const row = `${'x'.repeat(1000)}\n`;
    const body = row.repeat(Math.ceil(LIMITS.returnBytes.json / row.length) + 1);
    const answer = await post('/v1/validate?table=profiles', 'text/csv').send(body);
    expect([answer.status, answer.body.result]).toEqual([200, 'invalid']);
  });

  it('is not told to come as CSV when it does', async () => {
    const declared = (path: string, type: string) =>
      post(path, type)
        .set('content-length', String(LIMITS.returnBytes.csv + 1))
        .send('x');
    const csv = expectProblem(await declared('/v1/validate?table=profiles', 'text/csv'), 'REQUEST_TOO_LARGE');
    expect([csv.facts, csv.detail]).toEqual([
      { maximum_bytes: LIMITS.returnBytes.csv },
      expect.not.stringContaining('sent as CSV'),
    ]);
    const json = expectProblem(await declared('/v1/validate', 'application/json'), 'REQUEST_TOO_LARGE');
    expect(json.detail).toContain(
      `sent as CSV, a table at a time, of at most ${LIMITS.returnBytes.csv} bytes`,
    );
  });
});

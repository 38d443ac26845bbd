import { createHash } from 'node:crypto';
import { request as send } from 'node:http';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FORMAT_NAMES, FORMATS, type Format, mediaTypesOf } from '../../src/formats/formats.ts';
import { type MadeArchive, makeArchive, peopleCell } from '../query/made-archive.ts';
import { walesManifest } from '../query/wales-manifest.ts';
import { parquetWords, READERS } from '../support/answer-in-formats.ts';
import { expectProblem } from './expect-problem.ts';
import { PUBLIC_URL, startApp, type TestApp } from './start-app.ts';

const CARDIFF = 'health_board:W11000029';
const RELEASE = 'returns-2026-q2-1';

const CELLS = [
  peopleCell(1200, 'nation:W92000004'),
  peopleCell(300, CARDIFF),
  peopleCell(90, 'W06000023'),
  peopleCell(180, CARDIFF, { sex: 'female' }),
  peopleCell(115, CARDIFF, { sex: 'male' }),
  peopleCell(640, 'nation:W92000004', { sex: 'female' }),
  peopleCell(35, CARDIFF, { sex: 'female', age_band: 'age_group:65_plus' }),
  peopleCell(310, CARDIFF, {}, { period: '2026-Q2' }),
  peopleCell(2000, CARDIFF, {}, { period: '2025-26' }),
  peopleCell(1850, 'nation:W92000004', {}, { period: '2025-26' }),
];

let archive: MadeArchive;
let service: TestApp;
beforeAll(async () => {
  // Hywel Dda sent nothing in one of the quarters.
  const full = walesManifest({ release: RELEASE });
  const coverage = full.coverage.filter(
    ({ organisation, period }) => organisation !== '7A2' || period !== '2026-Q1',
  );
  archive = await makeArchive([{ manifest: { ...full, coverage }, cells: CELLS }]);
  service = await startApp({ source: archive.source });
});
afterAll(async () => {
  await service.close();
  await archive.close();
});

const BY_BOARD = '/v1/data/profiles?population=supported&by=area_code.health_board,sex&period=2026-Q1';
const OUTCOMES = '/v1/outcomes?measure=swemwbs_metric&by=area_code.health_board&period=2026-Q1';
const COVERAGE = '/v1/coverage?period=2026-Q1';

const get = (address: string) => request(service.app.server).get(address);

interface Received {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
}

/** An answer as its bytes, untouched by any reader. */
async function receive(
  address: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Received> {
  return new Promise((resolve, reject) => {
    send({ port: service.port, path: address, headers, method }, (answer) => {
      buffer(answer).then(
        (bytes) =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers as Received['headers'], bytes }),
        reject,
      );
    })
      .on('error', reject)
      .end();
  });
}

interface JsonAnswer {
  readonly columns: readonly { readonly name: string }[];
  readonly figures: readonly { readonly name: string }[];
}

async function expectSameCells(address: string): Promise<number> {
  const json = await receive(`${address}&format=json`);
  expect(json.status, json.bytes.toString()).toBe(200);
  const { columns, figures } = JSON.parse(json.bytes.toString()) as JsonAnswer;
  const shape = { columns: columns.map(({ name }) => name), figures: figures.map(({ name }) => name) };
  const cells = await READERS.json(json.bytes, shape);
  for (const format of FORMAT_NAMES.filter((name) => name !== 'json')) {
    const { bytes, headers } = await receive(`${address}&format=${format}`);
    expect([format, await READERS[format](bytes, shape)]).toEqual([format, cells]);
    expect(headers['content-type']).toBe(FORMATS[format].contentType);
    expect(headers['spcd-cells']).toBe(String(cells.length));
    expect(headers['spcd-cells-shown']).toBe(String(cells.filter(({ value }) => value !== null).length));
  }
  return cells.length;
}

describe('one question in every format', () => {
  it('has the same cells, whatever the question', async () => {
    const question = fc.record({
      by: fc.subarray(['area_code.health_board', 'sex', 'age_band.age_group'], { minLength: 1 }),
      period: fc.constantFrom('2026-Q1', '2026-Q2', '2025-26', '2026-Q1,2026-Q2'),
      population: fc.constantFrom('supported', 'referred'),
      labels: fc.constantFrom('en', 'cy', 'codes'),
      lang: fc.constantFrom('en', 'cy'),
    });
    let cells = 0;
    await fc.assert(
      fc.asyncProperty(question, async ({ by, ...others }) => {
        cells += await expectSameCells(
          `/v1/data/profiles?${new URLSearchParams({ by: by.join(','), ...others })}`,
        );
      }),
      { numRuns: 10 },
    );
    expect(cells).toBeGreaterThan(100);
  }, 60_000);

  it('has the same cells where there are several figures in a row', async () => {
    expect(await expectSameCells(OUTCOMES)).toBeGreaterThan(100);
  });

  it('shows figures and statuses of every kind that the question has', async () => {
    const { body } = await get(BY_BOARD).expect(200);
    const statuses = new Set(body.rows.map(({ status }: { status: string }) => status));
    expect([...statuses].sort()).toEqual(['no_return', 'ok', 'partial', 'suppressed']);
  });
});

describe.each(FORMAT_NAMES)('an answer in %s', (format) => {
  it('is chosen by Accept as by format=, with one address of its own', async () => {
    const { mediaType } = FORMATS[format];
    const asked = await receive(BY_BOARD, { accept: `${mediaType}, */*;q=0.1` });
    const named = await receive(`${BY_BOARD}&format=${format}`, { accept: 'image/png' });
    expect(asked.bytes.equals(named.bytes)).toBe(true);
    expect(asked.headers.etag).toBe(named.headers.etag);
    expect(asked.headers.vary).toMatch(/Accept.*Accept-Language/);
    expect(asked.headers.link).toContain(`<${PUBLIC_URL}/v1/data/profiles?`);
    const alternates = [
      ...String(asked.headers.link).matchAll(/<([^>]+)>; rel="alternate"; type="([^"]+)"/g),
    ];
    expect(alternates.map(([, , type]) => type)).toEqual(
      FORMAT_NAMES.filter((name) => name !== format).map((name) => FORMATS[name].mediaType),
    );
    const [, other = '', type] = alternates[0] ?? [];
    const answer = await receive(other.slice(PUBLIC_URL.length), { accept: 'image/png' });
    expect(answer.headers['content-type']).toContain(type);
  });

  it('says how long it is, how many rows it has, what its digest is and what to call its file', async () => {
    const { headers, bytes } = await receive(`${BY_BOARD}&format=${format}`);
    const digest = createHash('sha256').update(bytes).digest('base64');
    expect(headers['repr-digest']).toBe(`sha-256=:${digest}:`);
    expect(headers['content-length']).toBe(String(bytes.length));
    expect(headers['spcd-rows']).toBe(String(Number(headers['spcd-cells'])));
    expect(headers['content-disposition']).toBe(
      `inline; filename="${RELEASE}-profiles-2026-Q1.${FORMATS[format].extension}"`,
    );
    expect(headers['access-control-expose-headers']).toMatch(/Repr-Digest.*SPCD-Rows/);
  });

  it('is the same as HEAD, without its body, and not sent again to who has it', async () => {
    const address = `${BY_BOARD}&format=${format}`;
    const whole = await receive(address);
    const head = await receive(address, {}, 'HEAD');
    expect(head.bytes).toHaveLength(0);
    for (const name of ['etag', 'content-type', 'content-length', 'repr-digest', 'spcd-rows']) {
      expect([name, head.headers[name]]).toEqual([name, whole.headers[name]]);
    }
    const again = await receive(address, { 'if-none-match': String(whole.headers.etag) });
    expect([again.status, again.bytes.length]).toEqual([304, 0]);
  });
});

describe('coverage', () => {
  it('has the same rows as CSV, as lines and as Parquet, and no form that is for figures alone', async () => {
    const [csv, lines, parquet] = await Promise.all(
      ['csv', 'ndjson', 'parquet'].map((format) => receive(`${COVERAGE}&labels=codes&format=${format}`)),
    );
    const rows = String(csv?.bytes).trimEnd().split('\r\n').length - 1;
    for (const { headers } of [csv, lines, parquet] as Received[]) {
      expect(headers['spcd-rows']).toBe(String(rows));
      expect(headers['spcd-cells']).toBeUndefined();
    }
    const end = JSON.parse(String(lines?.bytes).trimEnd().split('\n').at(-1) as string);
    expect(end.end).toMatchObject({ rows, permalink: expect.stringContaining(RELEASE) });
    expect(await parquetWords(parquet?.bytes as Buffer)).toMatchObject({ spcd_release: RELEASE });
    expectProblem(await get(`${COVERAGE}&format=xlsx`), 'REQUEST_MALFORMED');
  });
});

describe('bad wishes', () => {
  it.each([
    ['image/png'],
    ['*/*;q=0'],
    ['text/csv;q=0, application/json;q=0'],
    [';;;,,,='],
    ['csv'],
    ['text/csv;q=nonsense'],
    ['\u00e9/\u00e9'],
    ['a/b,', 2000],
  ])('refuses Accept %j, and lists what there is', async (item, times = 1) => {
    const accept = item.repeat(times);
    const answer = await receive(BY_BOARD, { accept });
    const body = JSON.parse(answer.bytes.toString());
    expect([answer.status, body.code]).toEqual([406, 'NOT_ACCEPTABLE']);
    expect(body.errors).toMatchObject([{ header: 'Accept', choices: mediaTypesOf(FORMAT_NAMES) }]);
    expect(body.detail).toContain('application/vnd.apache.parquet');
  });

  it.each([
    ['application/json;q=0, */*;q=0.1', 'csv'],
    ['text/csv;q=0.2, text/csv;q=0.9, application/json;q=0.5', 'json'],
    ['application/vnd.apache.parquet, text/html', 'parquet'],
    ['text/*, application/*;q=0.9', 'csv'],
  ] satisfies [string, Format][])(
    'takes Accept %j, which says two things, for %s',
    async (accept, format) => {
      const { headers } = await receive(BY_BOARD, { accept });
      expect(headers['content-type']).toBe(FORMATS[format].contentType);
    },
  );

  it.each([
    'format=xls',
    'format=',
    'format=JSON',
    'format=csv&format=json',
    'format=csv&format=csv',
    'format=__proto__',
    'format=constructor',
    'format=json%00',
    'labels=de',
    'labels=en&labels=cy',
    'labels=',
  ])('refuses %s', async (wish) => {
    const body = expectProblem(await get(`${BY_BOARD}&${wish}`), 'REQUEST_MALFORMED');
    expect((body.errors as object[])[0]).toMatchObject({ parameter: wish.split('=')[0] });
  });

  it('refuses a format whose name is long', async () => {
    const body = expectProblem(await get(`${BY_BOARD}&format=${'x'.repeat(5000)}`), 'REQUEST_MALFORMED');
    expect(JSON.stringify(body).length).toBeLessThan(2000);
  });

  it('lists in /v1/config what there is', async () => {
    const { body } = await get('/v1/config').expect(200);
    expect(body.formats.figures).toEqual(mediaTypesOf(FORMAT_NAMES));
  });
});

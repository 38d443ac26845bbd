import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import Papa from 'papaparse';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Manifest } from '../../src/archive/manifest.ts';
import { FORMAT_NAMES, mediaTypesOf } from '../../src/formats/formats.ts';
import { cellColumnsOf } from '../../src/release/published-cells.ts';
import { TABLE_NAMES, TABLES, type TableName } from '../../src/standard/generated/tables.ts';
import { askEveryCode } from '../query/ask-every-code.ts';
import { AMISS, PLANTED, YEAR } from '../support/draw-wales.ts';
import { RELEASE } from '../support/published-wales.ts';
import { readCells, type StoredCell } from '../support/read-cells.ts';
import { expectProblem } from './expect-problem.ts';
import { EVIDENCE, type FiguresService, serveFigures } from './figures-fixture.ts';
import { sendBytes } from './raw-request.ts';
import { findSecrets, type Secrets, secretsOf } from './secrets.ts';
import { PUBLIC_URL } from './start-app.ts';

let service: FiguresService;

beforeAll(async () => {
  service = await serveFigures();
}, 180_000);

afterAll(() => service?.close());

const get = (address: string) => service.get(address);
const rowsOf = async (address: string) => (await get(address).expect(200)).body.rows as Row[];

type Row = Record<string, string | number | null | { value: number | null; status: string }>;

const BY_BOARD = `/v1/data/profiles?population=supported&by=area_code,sex&period=${YEAR}`;
const ETHNIC =
  '/v1/data/characteristics?population=supported&characteristic=ethnic_group&by=area_code,category.group&period=2026-Q1';
const COVERAGE =
  '/v1/data/outcome_coverage?measure=swemwbs&breakdown=sex&by=category,area_code&period=2026-Q1';
const OUTCOMES = '/v1/outcomes?measure=swemwbs_metric&by=area_code&period=2026-Q1';
const QUESTIONS = [BY_BOARD, ETHNIC, COVERAGE, OUTCOMES];

describe.each(QUESTIONS)('%s', (address) => {
  it('gives the same cells as JSON and as CSV', async () => {
    const { body } = await get(`${address}&labels=codes`).expect('content-type', /^application\/json/);
    const csv = await get(`${address}&labels=codes`)
      .set('accept', 'text/csv')
      .expect('content-type', /^text\/csv/);
    const { data } = Papa.parse<Record<string, string>>(csv.text.trimEnd(), { header: true });
    const { figures, columns, rows } = body;
    const asCsv = rows.map((row: Row) => {
      const codes = columns.map(({ name }: { name: string }) => [name, row[name]]);
      const text = (value: unknown) => (value === null ? '' : String(value));
      const cells =
        figures.length === 1
          ? [
              ['figure', figures[0].name],
              ['value', text(row.value)],
              ['status', row.status],
            ]
          : figures.flatMap(({ name }: { name: string }) => {
              const { value, status } = row[name] as { value: number | null; status: string };
              return [
                [name, text(value)],
                [`${name}_status`, status],
              ];
            });
      return { release: RELEASE, collection: 'returns', ...Object.fromEntries([...codes, ...cells]) };
    });
    expect(data).toEqual(asCsv);
    expect(rows.length).toBeGreaterThan(8);
  });

  it('is asked again by its permalink, byte for byte, and may then be kept for a day', async () => {
    const first = await get(address).expect('cache-control', 'public, max-age=60');
    const { permalink } = first.body.meta;
    expect(permalink.startsWith(`${PUBLIC_URL}/v1/`)).toBe(true);
    expect(first.headers.link).toContain(`<${permalink}>; rel="canonical"`);
    const again = await get(permalink.slice(PUBLIC_URL.length)).expect(
      'cache-control',
      'public, max-age=86400',
    );
    expect(again.text).toBe(first.text);
    expect(again.headers.etag).toBe(first.headers.etag);
  });

  it('has one answer however its parameters are ordered', async () => {
    const [path, query] = address.split('?');
    const shuffled = [...new URLSearchParams(query)].reverse();
    const { text } = await get(`${path}?${new URLSearchParams(shuffled)}`).expect(200);
    expect(text).toBe((await get(address)).text);
  });

  it('differs between English and Welsh in words alone', async () => {
    const english = await get(`${address}&lang=en`).expect('content-language', 'en');
    const welsh = await get(address).set('accept-language', 'cy').expect('content-language', 'cy');
    expect((await get(`${address}&lang=cy`)).text).toBe(welsh.text);
    expect(welsh.text).not.toBe(english.text);
    expect(withoutWords(welsh.body)).toEqual(withoutWords(english.body));
  });

  it('has no labels where codes alone are asked, and labels of the language asked', async () => {
    const { rows } = (await get(`${address}&labels=codes`)).body;
    expect(Object.keys(rows[0]).filter((name) => name.endsWith('_label'))).toEqual([]);
    const mixed = (await get(`${address}&lang=en&labels=cy`)).body;
    expect(mixed.rows[0].period_label).toMatch(/^(Ionawr|Ebrill) /);
    expect(mixed.meta.citation).toContain('release');
  });

  it('has a strong ETag, a 304 for who has it, and a HEAD like its GET', async () => {
    const whole = await get(address).expect('etag', /^"[\w-]{43}"$/);
    expect(whole.headers.vary).toMatch(/Accept.*Accept-Language/);
    const none = await get(address).set('if-none-match', `W/${whole.headers.etag}`).expect(304);
    expect(none.text).toBe('');
    expect(none.headers.etag).toBe(String(whole.headers.etag));
    await get(address).set('if-none-match', '"another"').expect(200);
    const csv = await get(address).set('accept', 'text/csv');
    expect(csv.headers.etag).not.toBe(String(whole.headers.etag));
    const head = await request(service.app.server).head(address).expect(200);
    expect(head.text ?? '').toBe('');
    for (const name of ['etag', 'content-type', 'content-length', 'content-disposition', 'link', 'vary']) {
      expect(head.headers[name]).toBe(whole.headers[name]);
    }
  });

  it('names a file after release, table and period', async () => {
    const { headers } = await get(`${address}&format=csv`);
    expect(headers['content-disposition']).toMatch(
      new RegExp(`^inline; filename="${RELEASE}-[a-z_]+-[\\dQ-]+\\.csv"$`),
    );
  });
});

/** An answer with every text in place of which the other language has one taken out. */
function withoutWords(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutWords(item, name));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, withoutWords(child, key)]));
  }
  const isWords = /(_label|title|description|text|name|citation)$/.test(name) && typeof value === 'string';
  return isWords && !/^[a-z0-9_]+$/.test(value) ? 'words' : value;
}

describe('statuses', () => {
  it('say ok of a whole country’s figures, and partial once a board is missing', async () => {
    const nation = (period: string) =>
      rowsOf(`/v1/data/profiles?population=supported&period=${period}&by=area_code.nation`);
    expect(await nation('2026-Q1')).toMatchObject([{ value: expect.any(Number), status: 'ok' }]);
    expect(await nation(YEAR)).toMatchObject([{ value: expect.any(Number), status: 'ok' }]);
    const { body } = await get(`/v1/data/profiles?population=supported&period=${AMISS}`);
    expect(body.rows).toMatchObject([{ value: expect.any(Number), status: 'partial' }]);
    expect(body.warnings[0].id).toBe('incomplete');
    expect(body.meta.coverage).toMatchObject([
      { organisation: '7A1', state: 'partial', period: AMISS },
      { organisation: '7A2', state: 'no_return', period: AMISS },
    ]);
  });

  it('say no_return of a board that sent nothing, and of no other', async () => {
    const rows = await rowsOf(`/v1/data/profiles?population=supported&period=${AMISS}&by=area_code`);
    expect(rows.filter(({ status }) => status === 'no_return').map(({ area_code }) => area_code)).toEqual([
      'W11000025',
    ]);
  });

  it('take a nil return for a return, and a table that did not come for none', async () => {
    const rows = await rowsOf(
      '/v1/data/outcome_coverage?measure=swemwbs&breakdown=all&period=2026-Q1&by=area_code',
    );
    const statuses = Object.fromEntries(rows.map(({ area_code, status }) => [area_code, status]));
    expect(statuses).toMatchObject({ W11000028: 'suppressed', W11000030: 'no_return', W11000029: 'ok' });
  });

  it('say not_available of a characteristic that a board says it does not ask for', async () => {
    const rows = await rowsOf(
      '/v1/data/characteristics?population=supported&characteristic=sexual_orientation&period=2026-Q1&by=area_code,category.group',
    );
    const statusIn = (board: string) =>
      new Set(rows.flatMap((row) => (row.area_code === board ? row.status : [])));
    expect(statusIn('W11000029')).toContain('ok');
    expect(statusIn('W11000031')).toEqual(new Set(['not_available', 'not_applicable']));
  });
});

describe('a refusal', () => {
  it.each([
    '/v1/data/profiles',
    '/v1/data/profiles?population=supported',
    '/v1/data/characteristics',
    '/v1/data/profiles?population=supported&period=2026-Q1&by=area_code,age_band,sex,deprivation_quintile',
    '/v1/data/profiles?population=supported&by=period,area_code.local_authority,age_band.detail,sex',
    '/v1/data/profiles?population=supported&period=2026-Q1&sex=%27%20OR%201%3D1%20--',
    '/v1/data/profiles?population=supported&period=2026-Q1&sex=%00',
    '/v1/data/profiles?population=supported&period=2026-Q1&sex=__proto__',
    `/v1/data/profiles?population=supported&period=2026-Q1&area_code=${'W'.repeat(1_999)}`,
    `/v1/data/profiles?release=${RELEASE}&population=supported&period=2026-Q1&by=postcode`,
    '/v1/outcomes',
    '/v1/outcomes?measure=phq_9',
    `/v1/outcomes?measure=swemwbs_metric&period=2026-Q1&breakdown=sex&release=${RELEASE}`,
  ])('of %s offers a question that is answered', async (address) => {
    const body = await get(address).expect(400);
    const [fault] = body.body.errors;
    expect(fault.parameter).toEqual(expect.any(String));
    const path = address.split('?')[0];
    const answered = await get(`${path}?${fault.nearest}`).expect(200);
    if (address.includes('release=')) expect(answered.body.meta.release).toBe(RELEASE);
  });

  it('names the parameter that there is not, and the one that may have been meant', async () => {
    const body = expectProblem(
      await get('/v1/data/profiles?populaton=supported&period=2026-Q1'),
      'PARAMETER_UNKNOWN',
    );
    expect(body.errors).toMatchObject([{ parameter: 'populaton', nearest: 'population' }]);
    expectProblem(await get(`${BY_BOARD}&measure=swemwbs`), 'PARAMETER_UNKNOWN');
    expectProblem(await get(`${OUTCOMES}&figure=n_paired`), 'PARAMETER_UNKNOWN');
  });

  it.each([
    ['a parameter twice', '/v1/data/profiles?population=supported&population=referred&period=2026-Q1'],
    ['a parameter as a list', '/v1/data/profiles?population[]=supported&period=2026-Q1'],
    [
      'a code of more than 2,000 letters',
      `/v1/data/profiles?population=supported&period=2026-Q1&sex=${'x'.repeat(2_001)}`,
    ],
    ['another format', `${BY_BOARD}&format=xls`],
    ['another language', `${BY_BOARD}&lang=de`],
    ['a prototype', '/v1/data/profiles?__proto__=x&constructor=y'],
  ])('answers %s with 400', async (_, address) => {
    const { body } = await get(address).expect(400);
    expect(body.errors[0].parameter).toEqual(expect.any(String));
  });

  it.each(['%', '%zz', '%ff%fe', '%c0%af', '\u0000'])(
    'answers an address with %j with 400, not 500',
    async (text) => {
      if (!service.app.server.listening) await service.app.listen({ host: '127.0.0.1', port: 0 });
      const { port } = service.app.server.address() as AddressInfo;
      const path = `/v1/data/profiles?population=supported&period=2026-Q1&sex=${text}`;
      const answer = await sendBytes(port, `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    },
  );

  it('answers what cannot be accepted with 406, and lists what there is', async () => {
    const body = expectProblem(await get(BY_BOARD).set('accept', 'image/png'), 'NOT_ACCEPTABLE');
    expect(body.errors).toMatchObject([{ choices: mediaTypesOf(FORMAT_NAMES) }]);
  });

  it('lists the releases, or the tables, where there is no such one', async () => {
    expectProblem(await get(`${BY_BOARD}&release=nope`), 'RELEASE_NOT_FOUND');
    const body = expectProblem(await get('/v1/data/nope?period=2026-Q1'), 'TABLE_NOT_FOUND');
    expect(body.errors).toMatchObject([{ choices: expect.arrayContaining(['profiles']) }]);
    const other = expectProblem(await get(`${BY_BOARD}&release=${EVIDENCE}`), 'QUESTION_NOT_IN_LATTICE');
    expect(other.errors).toMatchObject([{ parameter: 'table', choices: ['outcome_coverage', 'outcomes'] }]);
  });
});

describe('published evaluations', () => {
  const address = `/v1/outcomes?measure=ucla_3&period=2021-Q4&release=${EVIDENCE}`;

  it('are asked by name, and answer with what was published and why the rest is not there', async () => {
    const { body } = await get(address).expect(200);
    expect(body.meta.collection).toBe('evidence');
    expect(body.rows).toMatchObject([
      {
        area_code: 'K02000001',
        n_paired: { value: 2250, status: 'ok' },
        n_eligible: { value: null, status: 'not_available' },
        mean_baseline: { value: null, status: 'not_available' },
        mean_change: { value: -1.8, status: 'ok' },
      },
    ]);
    const notes = body.notes.map(({ text }: { text: string }) => text).join(' ');
    expect(notes).toContain('Foster');
    expect(notes).toContain('not the scores at either time');
  });

  it('are never what latest means', async () => {
    const { body } = await get('/v1/releases').expect(200);
    expect(body.releases.map(({ release }: { release: string }) => release)).toContain(EVIDENCE);
    expect((await get('/v1/releases/latest')).body.release).toBe(RELEASE);
    expect((await get('/v1/releases/latest-evidence')).body.release).toBe(EVIDENCE);
    expect((await get(OUTCOMES)).body.meta.release).toBe(RELEASE);
  });
});

describe('the dimensions of a table', () => {
  it.each(['profiles', 'characteristics', 'outcome_coverage'] as const)(
    'of %s name only what can be asked',
    async (table) => {
      const { body } = await get(`/v1/data/${table}/dimensions`).expect(200);
      const path = join(service.house.archiveDir, RELEASE, 'manifest.json');
      const manifest = JSON.parse(await readFile(path, 'utf8')) as Manifest;
      expect(askEveryCode(manifest, table, body)).toBeGreaterThan(30);
    },
  );
});

describe('the files of a release', () => {
  const file = `/v1/releases/${RELEASE}/files/cells/table=profiles/period=2026-Q1/cells.parquet`;

  it('are listed with their digests, and are those bytes', async () => {
    const { body } = await get(`/v1/releases/${RELEASE}`).expect('cache-control', 'public, max-age=86400');
    for (const { path, bytes, sha256 } of body.files) {
      const answer = await get(`/v1/releases/${RELEASE}/files/${path}`)
        .buffer(true)
        .parse(asBytes)
        .expect(200);
      expect(answer.headers['content-length']).toBe(String(bytes));
      expect(answer.headers.etag).toBe(`"${sha256}"`);
      expect(createHash('sha256').update(answer.body).digest('hex')).toBe(sha256);
    }
    expect(body.links.files).toHaveLength(body.files.length);
  });

  it('may be kept for a day under their own name, and for a minute under latest', async () => {
    await get(file).expect('cache-control', 'public, max-age=86400');
    await get(file.replace(RELEASE, 'latest')).expect('cache-control', 'public, max-age=60');
    await get('/v1/releases/latest').expect('cache-control', 'public, max-age=60');
  });

  it('come in parts, of the same file only, and not at all to who has them', async () => {
    const whole = await get(file).buffer(true).parse(asBytes).expect('accept-ranges', 'bytes').expect(200);
    const size = whole.body.length;
    const tail = await get(file).set('range', 'bytes=-4').buffer(true).parse(asBytes).expect(206);
    expect(tail.body.toString()).toBe('PAR1');
    expect(tail.headers['content-range']).toBe(`bytes ${size - 4}-${size - 1}/${size}`);
    expect(tail.headers['content-length']).toBe('4');
    const other = await get(file)
      .set('range', 'bytes=0-3')
      .set('if-range', '"other"')
      .buffer(true)
      .parse(asBytes);
    expect([other.status, other.body.length]).toEqual([200, size]);
    await get(file)
      .set('range', 'bytes=0-3')
      .set('if-range', String(whole.headers.etag))
      .buffer(true)
      .parse(asBytes)
      .expect(206);
    await get(file).set('range', 'bytes=0-3').set('if-none-match', String(whole.headers.etag)).expect(304);
    const head = await request(service.app.server).head(file).expect(200);
    expect(head.headers['content-length']).toBe(String(size));
  });

  it.each([
    'manifest.json',
    '../manifest.json',
    '..%2f..%2fprivate',
    'cells',
    '',
    'cells/table=profiles/period=2026-Q1/',
  ])('are no other than those listed: not %j', async (path) => {
    const { status, body } = await get(`/v1/releases/${RELEASE}/files/${path}`);
    expect(status).toBe(404);
    expect(body.code).toBe('ROUTE_NOT_FOUND');
  });
});

describe('what is private', () => {
  let secrets: Secrets;

  beforeAll(async () => {
    secrets = await secretsOf(service.house);
  });

  it('is known well enough to be looked for', () => {
    for (const prime of [48_271, 39_119, 7_919]) expect(secrets.numbers).toContain(prime);
    expect(secrets.numbers.size).toBeGreaterThan(500);
    expect(secrets.texts.length).toBeGreaterThan(100);
    expect(findSecrets(`{"value":${[...secrets.numbers][0]}}`, secrets)).toHaveLength(1);
    expect(findSecrets(`x${secrets.texts[0]}x`, secrets)).toHaveLength(1);
  });

  it('is in no file of the archive, nor in any value of its cells', async () => {
    const folder = service.house.archiveDir;
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    for (const entry of entries.filter((each) => each.isFile())) {
      const path = join(entry.parentPath, entry.name);
      expect(findSecrets(path.slice(folder.length), secrets)).toEqual([]);
      const bytes = await readFile(path);
      const text = bytes.toString('latin1');
      expect(secrets.texts.filter((secret) => text.includes(secret))).toEqual([]);
      if (entry.name === 'manifest.json') expect(findSecrets(text, secrets)).toEqual([]);
    }
    const cells = await readCells(folder);
    expect(cells.length).toBeGreaterThan(10_000);
    for (const cell of cells) expectProtected(cell);
    const shown = new Set(cells.flatMap((cell) => Object.values(cell)));
    expect([...secrets.numbers].filter((number) => shown.has(number) || shown.has(String(number)))).toEqual(
      [],
    );
  });

  it('is in no answer, header, refusal or line of the log', async () => {
    const forms = ['&lang=cy', '&labels=codes&format=csv'];
    const addresses = [
      ...manyQuestions().flatMap((question) => forms.map((form) => `${question}${form}`)),
      ...QUESTIONS.map((question) => question.replace('by=', 'by=nonsense,')),
      ...[...PLANTED].map((prime) => `${BY_BOARD}&area_code=${prime}`),
      ...TABLE_NAMES.map((table) => `/v1/data/${table}/dimensions`),
      '/v1/releases',
      `/v1/releases/${RELEASE}`,
      `/v1/releases/${EVIDENCE}`,
      '/v1/config',
      '/',
    ];
    let figures = 0;
    for (const address of addresses) {
      const { headers, text } = await get(address);
      const { 'content-length': _, ...others } = headers;
      const sent = `${JSON.stringify(others)}\n${text}`;
      const echoed = new Set(PLANTED.filter((prime) => address.includes(String(prime))).map(String));
      const found = findSecrets(sent, secrets).filter((secret) => !echoed.has(secret));
      if (found.length > 0) expect([address, found]).toBeNull();
      figures += (text.match(/"status":"ok"|,ok/g) ?? []).length;
    }
    expect(figures).toBeGreaterThan(2_000);
    expect(service.log()).toContain('answered');
    expect(findSecrets(service.log(), secrets)).toEqual([]);
  });
});

/**
 * A published cell has the columns of its table and no other; a count of persons is rounded and over the
 * threshold, three times as far for connections in a quarter and six times in a year.
 */
function expectProtected(cell: StoredCell): void {
  const table = cell.table as TableName;
  const { disclosure, fields } = TABLES[table];
  const allowed = [...cellColumnsOf(table), 'table', 'value'];
  const strange = Object.keys(cell).filter((name) => !allowed.includes(name));
  if (strange.length > 0) expect([table, strange]).toBeNull();
  const field = fields.find(({ name }) => name === cell.figure);
  if (disclosure !== 'persons' || field?.magnitude !== null) return;
  const times = table !== 'connections' ? 1 : String(cell.period).includes('Q') ? 3 : 6;
  const value = Number(cell.value);
  if (value < 10 * times || value % (5 * times) !== 0) expect(cell).toBeNull();
}

/** Every table, by many of its dimensions, in a quarter and in a year. */
function manyQuestions(): string[] {
  const areas = ['area_code.nation', 'area_code.health_board', 'area_code.local_authority'];
  const people = ['age_band.age_group', 'age_band.band', 'sex', 'age_band,sex'];
  return areas.flatMap((area) => [
    ...['referred', 'supported', 'connected'].flatMap((population) =>
      people.flatMap((by) =>
        ['2026-Q1', YEAR].map(
          (period) => `/v1/data/profiles?population=${population}&by=${area},${by}&period=${period}`,
        ),
      ),
    ),
    ...['ethnic_group', 'disability'].flatMap((characteristic) =>
      ['category', 'category,sex', 'category,age_group'].map(
        (by) =>
          `/v1/data/characteristics?population=supported&characteristic=${characteristic}&by=${area},${by}&period=2026-Q1`,
      ),
    ),
    `/v1/outcomes?measure=ons4_satisfaction&breakdown=sex&by=${area},category&period=2026-Q1`,
    `/v1/outcomes?measure=swemwbs_metric&by=${area}&period=2026-Q1`,
  ]);
}

function asBytes(response: unknown, done: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  const stream = response as Readable;
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('end', () => done(null, Buffer.concat(chunks)));
  stream.on('error', (error) => done(error, Buffer.alloc(0)));
}

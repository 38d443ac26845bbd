import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/archive.ts';
import { CSVW_MEDIA_TYPE } from '../../src/formats/metadata/csvw.ts';
import { openCellSource } from '../../src/query/cell-source.ts';
import { type Csvw, readByCsvw } from '../formats/metadata/read-by-csvw.ts';
import { type ReadCell, readCsvAsRdf } from '../formats/metadata/read-csv-as-rdf.ts';
import type { MadeArchive } from '../query/made-archive.ts';
import { expectProblem } from './expect-problem.ts';
import { MADE_RELEASE, makeSmallRelease, PEOPLE_OF_POWYS } from './made-release.ts';
import { PUBLIC_URL, startApp, type TestApp } from './start-app.ts';

let archive: MadeArchive;
let service: TestApp;
beforeAll(async () => {
  archive = await makeSmallRelease();
  service = await startApp({ source: openCellSource(openArchive(archive.folder)) });
});
afterAll(async () => {
  await service.close();
  await archive.close();
});

const get = (address: string) => request(service.app.server).get(address);

const BY_SEX = PEOPLE_OF_POWYS.replace('&area_code=W06000023', '&by=area_code.local_authority,sex');
const QUESTIONS = [
  PEOPLE_OF_POWYS,
  BY_SEX,
  '/v1/outcomes?measure=swemwbs_metric&by=area_code.health_board&period=2026-Q1',
  '/v1/representation?characteristic=ethnic_group&period=2025-26&area_code=W11000029',
  '/v1/indicators/people_reached/values?period=2026-Q1&area_code=W06000023',
];

/** Where the CSV of a question leads by `describedby`, below the service's address. */
async function metadataOf(address: string): Promise<string> {
  const { headers } = await get(address).expect(200);
  const [, found = ''] =
    /<([^>]+)>; rel="describedby"; type="application\/csvm\+json"/.exec(String(headers.link)) ?? [];
  expect(found.startsWith(PUBLIC_URL)).toBe(true);
  return found.slice(PUBLIC_URL.length);
}

describe.each(QUESTIONS)('the CSV of %s', (question) => {
  it.each(['labels=codes', 'labels=cy', 'lang=cy', ''])(
    'leads to metadata that reads it, with %j',
    async (wish) => {
      const address = `${question}&format=csv&${wish}`.replace(/&$/, '');
      const { body, headers } = await get(await metadataOf(address)).expect(200);
      expect(headers['content-type']).toBe(`${CSVW_MEDIA_TYPE}; charset=utf-8`);
      const csvw = body as Csvw;
      const [{ text: asked }, { text: named }] = await Promise.all([
        get(address),
        get(csvw.url.slice(PUBLIC_URL.length)),
      ]);
      expect(named).toBe(asked);
      expect(readByCsvw(asked, csvw).length).toBeGreaterThan(0);
    },
  );
});

type Cell = string | number | null;
type JsonRow = Readonly<Record<string, Cell | { readonly value: number | null; readonly status: string }>>;

/** The cells of a row of the JSON answer, under the names that the CSV has for them; none where there is nothing. */
function cellsOf(row: JsonRow): Record<string, Cell> {
  const cells = Object.entries(row).flatMap(([name, cell]): [string, Cell][] =>
    cell !== null && typeof cell === 'object'
      ? [
          [name, cell.value],
          [`${name}_status`, cell.status],
        ]
      : [[name, cell]],
  );
  return Object.fromEntries(cells.filter(([, cell]) => cell !== null));
}

/** What another reader took from a row of the CSV; the release, its collection and the figure stand in every row. */
function cellsRead(row: Readonly<Record<string, ReadCell>>): Record<string, Cell> {
  const cells = Object.entries(row).map(([name, { text, type }]): [string, Cell] => [
    name,
    type === 'double' ? Number(text) : text,
  ]);
  return Object.fromEntries(cells.filter(([name]) => !['release', 'collection', 'figure'].includes(name)));
}

/** An answer as JSON, and as CSV with its metadata, with labels in a language. */
async function askedTwice(question: string, language: 'en' | 'cy') {
  const address = `${question}&lang=${language}`;
  const csv = await get(`${address}&format=csv`).expect(200);
  const { body: metadata } = await get(await metadataOf(`${address}&format=csv`)).expect(200);
  const { body } = await get(address).expect(200);
  return { csv: csv.text, metadata: metadata as Csvw, rows: (body.rows as JsonRow[]).map(cellsOf) };
}

describe.each(['en', 'cy'] as const)('to a reader of CSVW that we did not write, in %s,', (language) => {
  it.each(QUESTIONS)('the CSV of %s has the cells of the JSON', async (question) => {
    const { csv, metadata, rows } = await askedTwice(question, language);
    const read = await readCsvAsRdf(csv, metadata);
    expect(read.map(cellsRead)).toEqual(rows);
    expect(new Set(read.map(({ release }) => release?.text))).toEqual(new Set([MADE_RELEASE]));
  });
});

type Spoil = (csvw: Csvw) => object;
const inColumn =
  (name: string, other: object): Spoil =>
  (csvw) => ({
    ...csvw,
    tableSchema: {
      columns: csvw.tableSchema.columns.map((column) =>
        column.name === name ? { ...column, ...other } : column,
      ),
    },
  });
const SPOILT: readonly [string, Spoil][] = [
  ['another delimiter', (csvw) => ({ ...csvw, dialect: { ...csvw.dialect, delimiter: ';' } })],
  ['other ends of lines', (csvw) => ({ ...csvw, dialect: { ...csvw.dialect, lineTerminators: ['|'] } })],
  ['a figure that is words', inColumn('value', { datatype: 'string' })],
  ['a column of another title', inColumn('value', { titles: { en: ['number'] } })],
  ['a column of another name', inColumn('period', { name: 'quarter' })],
  ['a status that means nothing', inColumn('status', { null: 'ok' })],
];

it.each(SPOILT)('reads no such cells there by metadata with %s', async (_, spoil) => {
  const { csv, metadata, rows } = await askedTwice(PEOPLE_OF_POWYS, 'en');
  expect(rows[0]).toMatchObject({ value: 1234, status: 'ok' });
  const read = await readCsvAsRdf(csv, spoil(metadata)).catch(() => []);
  expect(read.map(cellsRead)).not.toEqual(rows);
});

it('gives that reader the published cells of a whole table, empty where a row is of everyone', async () => {
  const [csv, { body: metadata }] = await Promise.all([
    get(`/v1/releases/${MADE_RELEASE}/files/tables/profiles.csv`).buffer(true).expect(200),
    get(`/v1/releases/${MADE_RELEASE}/csvw/profiles`).expect(200),
  ]);
  const read = await readCsvAsRdf(csv.text, metadata as object);
  const { body } = await get(PEOPLE_OF_POWYS).expect(200);
  const powys = read.map(cellsRead).find(({ area_code }) => area_code === 'W06000023');
  expect(powys).toEqual({
    population: 'supported',
    period: '2026-Q1',
    area_code: 'W06000023',
    value: body.rows[0].value,
  });
});

it('is not sent again to who has it, and answers HEAD and OPTIONS', async () => {
  const address = await metadataOf(`${BY_SEX}&format=csv`);
  const { headers } = await get(address).expect(200);
  await get(address).set('if-none-match', String(headers.etag)).expect(304);
  const head = await request(service.app.server).head(address).expect(200);
  expect(head.headers.etag).toBe(headers.etag);
  const options = await request(service.app.server).options(address).expect(204);
  expect(options.headers.allow).toContain('GET');
  expect(headers['cache-control']).toBe('public, max-age=86400');
});

it('is led to by no other form of an answer', async () => {
  const { headers } = await get(`${BY_SEX}&format=json`).expect(200);
  expect(headers.link).not.toContain('describedby');
});

it('refuses what the question itself would be refused for', async () => {
  expectProblem(await get('/v1/data/profiles/csvw?by=shoe_size'), 'QUESTION_NOT_IN_LATTICE');
  expectProblem(await get('/v1/data/nothing/csvw'), 'TABLE_NOT_FOUND');
});

describe('the metadata of a table', () => {
  it('is had by the id of the release and by latest', async () => {
    const pinned = await get(`/v1/releases/${MADE_RELEASE}/csvw/profiles`).expect(200);
    const latest = await get('/v1/releases/latest/csvw/profiles').expect(200);
    expect(latest.text).toBe(pinned.text);
    expect([pinned.headers['cache-control'], latest.headers['cache-control']]).toEqual([
      'public, max-age=86400',
      'public, max-age=60',
    ]);
  });

  it.each(['nothing', '__proto__', 'constructor', 'profiles.csv', '%00'])(
    'is not there of %s',
    async (table) => {
      expectProblem(await get(`/v1/releases/latest/csvw/${table}`), 'TABLE_NOT_FOUND');
    },
  );

  it('is not there of a release that is not there', async () => {
    expectProblem(await get('/v1/releases/none/csvw/profiles'), 'RELEASE_NOT_FOUND');
  });
});

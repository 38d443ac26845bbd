import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/archive.ts';
import { exactStream } from '../../src/http/public/exact-stream.ts';
import { type CellSource, openCellSource } from '../../src/query/cell-source.ts';
import { expectProblem } from './expect-problem.ts';
import { PUBLIC_URL, startApp, type TestApp } from './start-app.ts';

const CELLS = 'the published cells of a release';
const FILE = '/v1/releases/one/files/cells.parquet';

let folder: string;
let source: CellSource;
let service: TestApp;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spcd-files-'));
  await mkdir(join(folder, 'one'));
  await writeFile(join(folder, 'one', 'cells.parquet'), CELLS);
  await mkdir(join(folder, 'one', 'tables'));
  await writeFile(join(folder, 'one', 'tables', 'profiles.csv'), CELLS);
  const sha256 = createHash('sha256').update(CELLS).digest('hex');
  const manifest = {
    release: 'one',
    collection: 'returns',
    published_at: '2026-01-01T00:00:00Z',
    scope: [],
    tables: {},
    coverage: [],
    files: ['cells.parquet', 'tables/profiles.csv'].map((path) => ({ path, bytes: CELLS.length, sha256 })),
  };
  await writeFile(join(folder, 'one', 'manifest.json'), JSON.stringify(manifest));
  source = openCellSource(openArchive(folder));
  service = await startApp({ source });
});
afterAll(async () => {
  await service.close();
  await source.close();
  await rm(folder, { recursive: true, force: true });
});

const download = (headers: Record<string, string>) =>
  request(service.app.server).get(FILE).responseType('blob').set(headers);

it('gives a file whole, or the part that is asked for', async () => {
  const whole = await download({}).expect(200);
  expect([whole.body.toString(), whole.headers['accept-ranges']]).toEqual([CELLS, 'bytes']);
  const part = await download({ range: 'bytes=4-12' }).expect(206);
  expect([part.body.toString(), part.headers['content-range']]).toEqual(['published', 'bytes 4-12/32']);
});

it('gives a file of a table whatever Accept says: it has one form', async () => {
  const { text, headers } = await request(service.app.server)
    .get('/v1/releases/one/files/tables/profiles.csv')
    .set('accept', 'application/json')
    .expect(200);
  expect([text, headers['content-type']]).toEqual([CELLS, 'text/csv; charset=utf-8; header=present']);
});

it.each([
  ['tables/profile.csv', 'tables/profiles.csv'],
  ['cells/table=profiles/period=2026-Q1/cells.parquet', undefined],
])('says of %s that there is no such file, and which is most like it', async (path, nearest) => {
  const answer = await request(service.app.server).get(`/v1/releases/one/files/${path}`);
  expectProblem(answer, 'ROUTE_NOT_FOUND');
  const [{ choices, nearest: offered }] = answer.body.errors;
  expect([choices, offered]).toEqual([['tables/profiles.csv', 'cells.parquet'], nearest]);
});

it.each(['bytes=32-', 'bytes=1000-2000', 'bytes=-0'])(
  'refuses %s, in which no byte of the file lies',
  async (range) => {
    const answer = await request(service.app.server).get(FILE).set({ range });
    const body = expectProblem(answer, 'RANGE_NOT_SATISFIABLE');
    expect([answer.headers['content-range'], body.facts]).toEqual(['bytes */32', { bytes: 32 }]);
  },
);

it('gives the whole file for a range that is none, or of a file that has changed since', async () => {
  await download({ range: 'bytes=9-0' }).expect(200);
  await download({ range: 'bytes=1000-', 'if-range': '"another"' }).expect(200);
});

describe('a whole table as CSV', () => {
  const CSV = '/v1/releases/one/files/tables/profiles.csv';
  const digest = createHash('sha256').update(CELLS).digest();

  it('says what it is, what to call it, what its digest is and where it never changes', async () => {
    const { headers, text } = await request(service.app.server).get(CSV).expect(200);
    expect(text).toBe(CELLS);
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="one-profiles.csv"',
      'content-length': String(CELLS.length),
      'cache-control': 'public, max-age=86400',
      etag: `"${digest.toString('hex')}"`,
      'repr-digest': `sha-256=:${digest.toString('base64')}:`,
      link: expect.stringContaining(`<${PUBLIC_URL}${CSV}>; rel="canonical"`),
    });
    expect(headers.link).toContain(
      `<${PUBLIC_URL}/v1/releases/one/csvw/profiles>; rel="describedby"; type="application/csvm+json"`,
    );
  });

  it('answers HEAD as GET, without a body, and a part of it with the digest of the whole', async () => {
    const whole = await request(service.app.server).get(CSV).expect(200);
    const head = await request(service.app.server).head(CSV).expect(200);
    expect(head.text ?? '').toBe('');
    const part = await request(service.app.server)
      .get(CSV)
      .set({ range: 'bytes=0-2', 'if-range': String(whole.headers.etag) })
      .expect(206);
    expect([part.text, part.headers['content-length']]).toEqual(['the', '3']);
    for (const name of ['etag', 'content-type', 'repr-digest', 'content-disposition', 'link']) {
      expect([head.headers[name], part.headers[name]]).toEqual([whole.headers[name], whole.headers[name]]);
    }
    expect(head.headers['content-length']).toBe(whole.headers['content-length']);
  });

  it('is not sent again to who has it, and whole to who has another or asks for several parts', async () => {
    const { headers } = await request(service.app.server).get(CSV).expect(200);
    await request(service.app.server)
      .get(CSV)
      .set({ 'if-none-match': String(headers.etag) })
      .expect(304);
    for (const asked of [
      { range: 'bytes=0-2', 'if-range': `W/${headers.etag}` },
      { range: 'bytes=0-2', 'if-range': 'Sun, 22 Nov 2026 08:00:00 GMT' },
      { range: 'bytes=0-1,4-5' },
      { range: 'lines=0-1' },
    ]) {
      await request(service.app.server).get(CSV).set(asked).expect(200).expect(CELLS);
    }
  });
});

it('breaks off, and never ends as if it were whole, where a file becomes shorter while it is sent', async () => {
  const path = join(folder, 'short');
  await writeFile(path, CELLS);
  expect(String(await buffer(exactStream(path, { start: 4, end: 12 })))).toBe('published');
  await expect(buffer(exactStream(path, { start: 0, end: CELLS.length }))).rejects.toThrow('1 bytes before');
  await expect(buffer(exactStream(join(folder, 'none'), { start: 0, end: 1 }))).rejects.toThrow('ENOENT');
});

it('names the nearest file and a few others for one that a release does not have, however many it has', async () => {
  const answer = await request(service.app.server).get('/v1/releases/one/files/tables/profile.csv');
  const body = expectProblem(answer, 'ROUTE_NOT_FOUND');
  expect(body.facts).toEqual({ files: 2 });
  expect(body.errors).toMatchObject([
    { nearest: 'tables/profiles.csv', choices: ['tables/profiles.csv', 'cells.parquet'] },
  ]);
  const files = Array.from({ length: 400 }, (_, index) => ({ path: `cells/${index}`, bytes: 1, sha256: '' }));
  const text = await readFile(join(folder, 'one', 'manifest.json'), 'utf8');
  await mkdir(join(folder, 'two'));
  await writeFile(
    join(folder, 'two', 'manifest.json'),
    JSON.stringify({ ...JSON.parse(text), release: 'two', files }),
  );
  const many = await request(service.app.server).get('/v1/releases/two/files/x');
  expectProblem(many, 'ROUTE_NOT_FOUND');
  expect(many.body.errors[0].choices).toHaveLength(20);
});

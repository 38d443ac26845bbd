import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/archive.ts';
import { type CellSource, openCellSource } from '../../src/query/cell-source.ts';
import { expectProblem } from './expect-problem.ts';
import { startApp, type TestApp } from './start-app.ts';

const CELLS = 'the published cells of a release';
const FILE = '/v1/releases/one/files/cells.parquet';

let folder: string;
let source: CellSource;
let service: TestApp;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spcd-files-'));
  await mkdir(join(folder, 'one'));
  await writeFile(join(folder, 'one', 'cells.parquet'), CELLS);
  const sha256 = createHash('sha256').update(CELLS).digest('hex');
  const manifest = {
    release: 'one',
    collection: 'returns',
    published_at: '2026-01-01T00:00:00Z',
    scope: [],
    tables: {},
    coverage: [],
    files: [{ path: 'cells.parquet', bytes: CELLS.length, sha256 }],
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

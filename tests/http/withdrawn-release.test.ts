import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import request from 'supertest';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Manifest } from '../../src/archive/manifest.ts';
import { withdrawRelease } from '../../src/release/withdraw-release.ts';
import { type MadeArchive, makeArchive, peopleCell } from '../query/made-archive.ts';
import { walesManifest } from '../query/wales-manifest.ts';
import { expectProblem } from './expect-problem.ts';
import { startApp, type TestApp } from './start-app.ts';

const NOW = new Date('2026-11-22T09:30:00Z');
const QUESTION = '/v1/data/profiles?population=supported&area_code=W92000004&period=2026-Q1';

let archive: MadeArchive;
let service: TestApp;
let etag: string;

const get = (address: string) => request(service.app.server).get(address);

beforeAll(async () => {
  const release = (id: string, month: string, value: number) => ({
    manifest: walesManifest({ release: id, published_at: `2026-${month}-01T00:00:00.000Z` }),
    cells: [peopleCell(value, 'nation:W92000004')],
  });
  archive = await makeArchive([release('returns-1', '08', 100), release('returns-2', '09', 200)]);
  service = await startApp({ source: archive.source });
  const before = await get(`${QUESTION}&release=returns-2`).expect(200);
  expect(before.body.rows[0].value).toBe(200);
  etag = before.headers.etag as string;
  await withdrawRelease(archive.folder, 'returns-2', 'says_too_much', NOW);
  await new Promise((resolve) => setTimeout(resolve, 1100));
}, 60_000);

afterAll(async () => {
  await service?.close();
  await archive?.close();
});

let manifest: Manifest;
beforeEach(async () => {
  manifest = JSON.parse(await readFile(join(archive.folder, 'returns-2', 'manifest.json'), 'utf8'));
});

it.each([
  `${QUESTION}&release=returns-2`,
  '/v1/data/profiles/dimensions?release=returns-2',
  '/v1/outcomes?measure=swemwbs_metric&period=2025-26&release=returns-2',
  '/v1/coverage?release=returns-2',
  '/v1/releases/returns-2',
  '/v1/releases/returns-2/changes',
  '/v1/releases/returns-2/files/no-such-file',
])('answers 410 with the notice at %s, also to whoever has the answer already', async (address) => {
  const body = expectProblem(await get(address), 'RELEASE_WITHDRAWN');
  expect(body).toMatchObject({
    detail: expect.stringContaining('its figures could tell something about a person'),
    withdrawal: {
      release: 'returns-2',
      collection: 'returns',
      published_at: '2026-09-01T00:00:00.000Z',
      withdrawn_at: NOW.toISOString(),
      reason: 'says_too_much',
      text: { cy: expect.stringContaining('Tynnwyd y datganiad returns-2 yn ôl: gallai ei ffigurau') },
    },
  });
  expectProblem(await get(address).set({ 'if-none-match': etag }), 'RELEASE_WITHDRAWN');
  const head = await request(service.app.server).head(address);
  expect([head.status, head.headers['cache-control']]).toEqual([410, 'no-store']);
  const welsh = await get(address).set({ 'accept-language': 'cy' });
  expect(welsh.body.detail).toBe(welsh.body.withdrawal.text.cy);
});

it('gives no byte of any file of it', async () => {
  expect(manifest.files.length).toBeGreaterThan(10);
  for (const { path } of manifest.files) {
    const answer = await get(`/v1/releases/returns-2/files/${path}`).set({ range: 'bytes=0-3' });
    expectProblem(answer, 'RELEASE_WITHDRAWN');
  }
});

it('falls back to the release before it, and names it nowhere among the choices', async () => {
  const latest = await get(QUESTION).expect(200);
  expect([latest.body.meta.release, latest.body.rows[0].value]).toEqual(['returns-1', 100]);
  expect((await get('/v1/releases/latest-returns').expect(200)).body.release).toBe('returns-1');
  const none = expectProblem(await get('/v1/releases/returns-3'), 'RELEASE_NOT_FOUND');
  expect(none.errors).toMatchObject([{ choices: ['returns-1'] }]);
});

it('lists it still, newest first, as withdrawn and with its notice', async () => {
  const list = async (query: string) => (await get(`/v1/releases${query}`).expect(200)).body.releases;
  const [withdrawn, standing] = await list('');
  expect(withdrawn).toMatchObject({
    release: 'returns-2',
    state: 'withdrawn',
    figures_status: null,
    withdrawal: { reason: 'says_too_much', text: { en: expect.any(String), cy: expect.any(String) } },
  });
  expect(withdrawn).not.toHaveProperty('citation');
  expect(standing).toMatchObject({
    release: 'returns-1',
    state: 'published',
    figures_status: 'final',
    doi_suffix: 'spcd.returns-1',
  });
  const idsOf = async (query: string) => (await list(query)).map(({ release }: Manifest) => release);
  expect(await idsOf('?state=published')).toEqual(['returns-1']);
  expect(await idsOf('?state=withdrawn')).toEqual(['returns-2']);
  expect(await idsOf('?collection=returns&figures_status=final')).toEqual(['returns-1']);
  expect(await idsOf('?collection=evidence')).toEqual([]);
  expectProblem(await get('/v1/releases?collection=nope'), 'REQUEST_MALFORMED');
  expectProblem(await get('/v1/releases?when=now'), 'PARAMETER_UNKNOWN');
});

it('tells what changed in JSON and in CSV, and that it does not know of a release that kept nothing', async () => {
  const json = await get('/v1/releases/returns-1/changes').expect(200);
  expect(json.body).toEqual({ release: 'returns-1', since: null, changes: null });
  expect(json.headers['cache-control']).toBe('public, max-age=86400');
  const csv = await get('/v1/releases/latest/changes?format=csv').expect(200);
  expect([csv.text, csv.headers['cache-control']]).toEqual([
    'period,organisation,table,change\r\n',
    'public, max-age=60',
  ]);
});

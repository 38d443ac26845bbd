import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MadeArchive } from '../query/made-archive.ts';
import { expectProblem } from './expect-problem.ts';
import { MADE_RELEASE, makeSmallRelease } from './made-release.ts';
import { PUBLIC_URL, startApp, type TestApp } from './start-app.ts';

let archive: MadeArchive;
let service: TestApp;
beforeAll(async () => {
  archive = await makeSmallRelease();
  service = await startApp({ source: archive.source });
});
afterAll(async () => {
  await service.close();
  await archive.close();
});

const get = (address: string) => request(service.app.server).get(address);
const PINNED = `/v1/releases/${MADE_RELEASE}/datapackage.json`;

it('describes the release in the language that was asked for', async () => {
  const english = await get(PINNED).expect(200);
  const welsh = await get(`${PINNED}?lang=cy`).expect(200);
  expect(english.body.id).toBe(`${PUBLIC_URL}/v1/releases/${MADE_RELEASE}`);
  expect(welsh.body.title).not.toBe(english.body.title);
  expect([english.headers['content-language'], welsh.headers['content-language']]).toEqual(['en', 'cy']);
  expect(english.headers.vary).toContain('Accept-Language');
});

it('is kept for a day at the address that names the release, for a minute at latest', async () => {
  const pinned = await get(PINNED).expect(200);
  const latest = await get('/v1/releases/latest/datapackage.json').expect(200);
  expect(latest.text).toBe(pinned.text);
  expect([pinned.headers['cache-control'], latest.headers['cache-control']]).toEqual([
    'public, max-age=86400',
    'public, max-age=60',
  ]);
  await get(PINNED).set('if-none-match', String(pinned.headers.etag)).expect(304);
  const head = await request(service.app.server).head(PINNED).expect(200);
  expect(head.headers.etag).toBe(pinned.headers.etag);
});

it('is not there of a release that is not there', async () => {
  expectProblem(await get('/v1/releases/__proto__/datapackage.json'), 'RELEASE_NOT_FOUND');
});

import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { publishDue, scheduledName } from '../../src/archive/scheduled.ts';
import { keepArchive } from '../../src/cli/keep-archive.ts';
import { type MadeArchive, makeArchive, peopleCell } from '../query/made-archive.ts';
import { walesManifest } from '../query/wales-manifest.ts';
import { startApp, type TestApp } from './start-app.ts';

const AT = new Date('2026-11-24T09:30:00Z');
const FILE = 'cells/table=profiles/period=2026-Q1/cells.parquet';
const QUESTION = '/v1/data/profiles?population=supported&area_code=W92000004&period=2026-Q1';

/** Every kind of address that could tell of a release, under its name and under none. */
const ADDRESSES = [
  '/',
  '/v1/config',
  '/health/ready',
  '/v1/releases',
  '/v1/releases/latest',
  '/v1/releases/latest/changes',
  '/v1/releases/returns-2/changes',
  '/v1/releases/latest-returns',
  '/v1/releases/returns-2',
  '/v1/releases/no-such-release',
  `/v1/releases/returns-2/files/${FILE}`,
  `/v1/releases/${scheduledName('returns-2', AT)}`,
  `/v1/releases/${scheduledName('returns-2', AT)}/files/${FILE}`,
  `/v1/releases/returns-1/files/../../${scheduledName('returns-2', AT)}/${FILE}`,
  QUESTION,
  `${QUESTION}&release=returns-2`,
  `${QUESTION}&release=${scheduledName('returns-2', AT)}`,
  '/v1/data/profiles/dimensions?release=returns-2',
  '/v1/coverage?release=returns-2',
  '/v1/coverage',
];

let archive: MadeArchive;
let service: TestApp;

beforeAll(async () => {
  const release = (id: string, month: string, value: number) => ({
    manifest: walesManifest({ release: id, published_at: `2026-${month}-01T00:00:00.000Z` }),
    cells: [peopleCell(value, 'nation:W92000004')],
  });
  archive = await makeArchive([release('returns-1', '08', 100), release('returns-2', '09', 200)]);
  await rename(join(archive.folder, 'returns-2'), join(archive.folder, '.elsewhere'));
  service = await startApp({ source: archive.source });
}, 60_000);

afterAll(async () => {
  await service?.close();
  await archive?.close();
});

/** Everything that a caller is told, save what differs between any two requests. */
async function told(): Promise<unknown[]> {
  const answers = [];
  for (const address of ADDRESSES) {
    for (const method of ['get', 'head', 'options'] as const) {
      const { status, text, headers } = await request(service.app.server)[method](address);
      const { date, 'x-request-id': id, ...rest } = headers;
      const kept = Object.entries(rest).filter(([name]) => !/ratelimit/i.test(name));
      answers.push([address, method, status, text?.replaceAll(id as string, ''), kept]);
    }
  }
  return answers;
}

it('tells the same with and without a scheduled release until its moment, at every address', async () => {
  const without = await told();
  await rename(join(archive.folder, '.elsewhere'), join(archive.folder, scheduledName('returns-2', AT)));
  await publishDue(archive.folder, new Date(AT.getTime() - 1));
  expect(await told()).toEqual(without);
}, 60_000);

it('shows it from its moment on to a service that runs, and as the latest', async () => {
  let now = new Date(AT.getTime() - 1);
  const published: string[] = [];
  const until = (done: () => boolean) =>
    new Promise<void>((resolve) => {
      const timer = setInterval(() => {
        if (!done()) return;
        clearInterval(timer);
        resolve();
      }, 20);
    });
  let looks = 0;
  const stop = keepArchive(archive.source.archive, {
    onPublished: async (release) => published.push(release),
    onFailure: (error) => {
      throw error;
    },
    now: () => {
      looks += 1;
      return now;
    },
  });
  await until(() => looks > 0);
  expect((await request(service.app.server).get(QUESTION)).body.meta.release).toBe('returns-1');
  now = AT;
  await until(() => published.length > 0);
  stop();
  expect(published).toEqual(['returns-2']);
  const { body } = await request(service.app.server).get(QUESTION).expect(200);
  expect([body.meta.release, body.rows[0].value]).toEqual(['returns-2', 200]);
}, 60_000);

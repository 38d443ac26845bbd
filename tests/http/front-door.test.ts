import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import request from 'supertest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Archive, openArchive } from '../../src/archive/archive.ts';
import { USUAL_LIMITS } from '../../src/http/limits.ts';
import { type CellSource, openCellSource } from '../../src/query/cell-source.ts';
import { withdrawRelease } from '../../src/release/withdraw-release.ts';
import type { MadeArchive } from '../query/made-archive.ts';
import { expectProblem } from './expect-problem.ts';
import { MADE_RELEASE, makeSmallRelease, PEOPLE_OF_POWYS } from './made-release.ts';
import { sendBytes } from './raw-request.ts';
import { startApp, type TestApp } from './start-app.ts';

const PINNED = `${PEOPLE_OF_POWYS}&release=${MADE_RELEASE}`;
const NEWER = 'returns-9999-q4-1';

let made: MadeArchive;
let archive: Archive;
let source: CellSource;
let service: TestApp;
/** How many requests went in. */
let inside: number;

beforeEach(async () => {
  made = await makeSmallRelease();
  archive = openArchive(made.folder);
  source = openCellSource(archive);
  inside = 0;
  service = await startApp({
    source,
    limits: { ...USUAL_LIMITS, requestsPerMinute: 40 },
    extend: (app) =>
      app.addHook('onRequest', async () => {
        inside += 1;
      }),
  });
});
afterEach(async () => {
  await service.close();
  await source.close();
  await made.close();
});

const get = (path: string, headers: Record<string, string> = {}) =>
  request(service.app.server).get(path).set(headers);

/** The headers of an answer, without those that no two answers share. */
const lasting = ({ headers }: request.Response) => {
  const { 'x-request-id': _, ratelimit: __, date: ___, ...others } = headers;
  return others;
};

const left = ({ headers }: request.Response) => Number(/r=(\d+)/.exec(String(headers.ratelimit))?.[1]);

/** Publishes the same release under a newer name, with other figures left out. */
async function publishNewer(): Promise<void> {
  const folder = join(made.folder, `.incoming-${NEWER}`);
  await cp(join(made.folder, MADE_RELEASE), folder, { recursive: true });
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
  const changed = { ...manifest, release: NEWER, published_at: '2099-12-01T09:30:00.000Z' };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(changed));
  await cp(folder, join(made.folder, NEWER), { recursive: true });
}

describe('a request in the words of one that was answered', () => {
  it('is answered at the door as it would be inside, to the byte and header', async () => {
    for (const [path, headers] of [
      [PINNED, {}],
      [PEOPLE_OF_POWYS, {}],
      [`${PINNED}&format=csv`, {}],
      [PINNED, { 'accept-language': 'cy' }],
      [PINNED, { accept: 'text/csv' }],
      [`${PINNED}&format=parquet`, {}],
    ] as const) {
      const first = await get(path, headers).expect(200);
      const before = inside;
      const again = await get(path, { ...headers, 'x-request-id': 'asked-again' }).expect(200);
      expect(again.headers['x-request-id']).toBe('asked-again');
      expect([lasting(again), again.text, again.body]).toEqual([lasting(first), first.text, first.body]);
      const held = await get(path, { ...headers, 'if-none-match': String(first.headers.etag) }).expect(304);
      expect(held.text).toBe('');
      const head = await request(service.app.server).head(path).set(headers).expect(200);
      expect(lasting(head)).toEqual(lasting(first));
      expect(inside).toBe(before);
    }
  });

  it('has the same 304 as inside, also where nobody had the answer since the start', async () => {
    const { headers } = await get(PINNED).expect(200);
    const etag = String(headers.etag);
    const words = { accept: 'application/json', 'if-none-match': etag };
    const first = await get(PINNED, words).expect(304);
    const before = inside;
    const again = await get(PINNED, words).expect(304);
    expect(lasting(again)).toEqual(lasting(first));
    expect(inside).toBe(before);
    expect((await get(PINNED, { ...words, 'if-none-match': '"another"' }).expect(200)).headers.etag).toBe(
      etag,
    );
  });

  it('has a 304 at the door for its tag in a list, as weak, or for any, and the answer for others', async () => {
    const etag = String((await get(PINNED).expect(200)).headers.etag);
    const before = inside;
    for (const held of [etag, `W/${etag}`, `"other", ${etag}`, `"other" ,W/${etag}`, '*']) {
      const { text, headers } = await get(PINNED, { 'if-none-match': held }).expect(304);
      expect([text, headers.etag]).toEqual(['', etag]);
      await request(service.app.server).head(PINNED).set('if-none-match', held).expect(304);
    }
    for (const other of ['"other"', etag.slice(1, -1), `${etag.slice(0, -1)}x"`]) {
      await get(PINNED, { 'if-none-match': other }).expect(200);
    }
    expect(inside).toBe(before);
  });

  it('goes in where its method, body, language or form is another', async () => {
    await get(PINNED).expect(200);
    const before = inside;
    const welsh = await get(PINNED, { 'accept-language': 'cy' }).expect(200);
    expect(welsh.headers['content-language']).toBe('cy');
    expect((await get(PINNED, { accept: 'text/csv' }).expect(200)).type).toBe('text/csv');
    expectProblem(await get(PINNED, { accept: 'image/png' }), 'NOT_ACCEPTABLE');
    expectProblem(await request(service.app.server).post(PINNED), 'METHOD_NOT_ALLOWED');
    await request(service.app.server).options(PINNED).expect(204);
    await request(service.app.server).get(PINNED).send('more').expect(200);
    expectProblem(await get(PINNED, { 'content-encoding': 'gzip' }), 'MEDIA_TYPE_UNSUPPORTED');
    // What is refused, or has no route, comes no further than the hooks before the one that counts here.
    expect(inside).toBe(before + 3);
  });

  it('is counted, told and refused as inside, and a 304 is not counted', async () => {
    const first = await get(PINNED).expect(200);
    const again = await get(PINNED).expect(200);
    expect(left(again)).toBe(left(first) - 1);
    const held = { 'if-none-match': String(first.headers.etag) };
    for (let time = 0; time < 3; time += 1) {
      expect(left(await get(PINNED, held).expect(304))).toBe(left(again));
    }
    for (let more = left(again); more > 0; more -= 1) {
      expect(left(await get(PINNED).expect(200))).toBe(more - 1);
    }
    for (const headers of [{}, held]) {
      expect(expectProblem(await get(PINNED, headers), 'TOO_MANY_REQUESTS').facts).toEqual({
        seconds: expect.any(Number),
      });
    }
  });

  it('has a line of its own in the log, with its id and route and not with what was asked', async () => {
    await get(PINNED).expect(200);
    await get(PINNED, { 'x-request-id': 'line-of-its-own' }).expect(200);
    const line = service
      .log()
      .split('\n')
      .find((each) => each.includes('line-of-its-own'));
    expect(JSON.parse(String(line))).toEqual({
      level: 30,
      time: expect.any(String),
      reqId: 'line-of-its-own',
      method: 'GET',
      route: '/v1/data/profiles',
      status: 200,
      ms: expect.any(Number),
      msg: 'answered',
    });
    expect(service.log()).not.toMatch(/supported|W06000023|1234/);
  });
});

it('refuses a header that is there twice, whatever is known', async () => {
  await get(PINNED).expect(200);
  const answer = await sendBytes(
    service.port,
    `GET ${PINNED} HTTP/1.1\r\nHost: one\r\nHost: two\r\nConnection: close\r\n\r\n`,
  );
  expect(answer).toMatch(/^HTTP\/1.1 400 /);
});

it('goes in with a header that may be there twice, and is answered as by both', async () => {
  await get(PINNED, { accept: 'text/html, text/csv' }).expect(200);
  const before = inside;
  const answer = await sendBytes(
    service.port,
    `GET ${PINNED} HTTP/1.1\r\nHost: one\r\nAccept: text/html\r\nAccept: text/csv\r\nConnection: close\r\n\r\n`,
  );
  expect(answer).toMatch(/^HTTP\/1.1 200 [\s\S]*content-type: text\/csv/i);
  expect(inside).toBe(before + 1);
});

describe('what changed in the archive', () => {
  const answeredFrom = async () => (await get(PEOPLE_OF_POWYS).expect(200)).body.meta.release;

  it('moves latest within a second of a publication, for all at once and never back', async () => {
    expect([await answeredFrom(), await answeredFrom()]).toEqual([MADE_RELEASE, MADE_RELEASE]);
    await publishNewer();
    // Whoever looks at the folder finds it, and from then on everyone has it.
    await archive.list();
    const before = inside;
    expect([await answeredFrom(), await answeredFrom()]).toEqual([NEWER, NEWER]);
    expect(inside).toBe(before + 1);
    expect((await get(PINNED).expect(200)).body.meta.release).toBe(MADE_RELEASE);
    await rm(join(made.folder, NEWER), { recursive: true });
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(await answeredFrom()).toBe(MADE_RELEASE);
  });

  it('withdraws a release from whoever goes on asking at the door', async () => {
    const etag = String((await get(PINNED).expect(200)).headers.etag);
    await withdrawRelease(made.folder, MADE_RELEASE, 'says_too_much', new Date('2026-11-22T09:30:00Z'));
    const go = async () => (await get(PINNED, { 'if-none-match': etag })).status;
    await expect.poll(go, { timeout: 10_000, interval: 200 }).toBe(410);
    expectProblem(await get(PINNED), 'RELEASE_WITHDRAWN');
  });

  it('lets nobody be answered at the door while a file is known to be damaged', async () => {
    await get(PINNED).expect(200);
    const [file] = (await archive.list())[0]?.files ?? [];
    const path = join(made.folder, MADE_RELEASE, String(file?.path));
    const bytes = await readFile(path);
    await rm(path);
    await archive.inspect();
    expectProblem(await get(PINNED), 'UNAVAILABLE');
    await writeFile(path, bytes);
    await get(PINNED).expect(200);
    const before = inside;
    await get(PINNED).expect(200);
    expect(inside).toBe(before);
  });
});

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import request from 'supertest';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/archive.ts';
import { USUAL_LIMITS } from '../../src/http/limits.ts';
import { type CellSource, openCellSource } from '../../src/query/cell-source.ts';
import type { MadeArchive } from '../query/made-archive.ts';
import { MADE_RELEASE, makeSmallRelease, PEOPLE_OF_POWYS } from './made-release.ts';
import { startApp, type TestApp } from './start-app.ts';

const PINNED = `${PEOPLE_OF_POWYS}&release=${MADE_RELEASE}`;
const OUTCOMES = '/v1/outcomes?measure=swemwbs_metric&by=area_code&period=2026-Q1';
const REPRESENTATION = '/v1/representation?characteristic=ethnic_group&period=2025-26&area_code=W11000029';
const INDICATOR = '/v1/indicators/people_reached/values?period=2026-Q1&area_code=W06000023';
const CSVW = [PEOPLE_OF_POWYS, OUTCOMES, REPRESENTATION, INDICATOR].map((path) =>
  path.replace('?', '/csvw?'),
);

let whole: MadeArchive;
let made: MadeArchive;
let source: CellSource;
let service: TestApp;
let workedOut: number;

beforeAll(async () => {
  whole = await makeSmallRelease();
});
afterAll(() => whole.close());
beforeEach(async () => {
  made = whole;
  await start();
});
afterEach(async () => {
  await stop();
  if (made !== whole) await made.close();
});

/** The service over an archive of its own, which may be changed. */
async function startOver(people?: number): Promise<void> {
  await stop();
  made = await makeSmallRelease(people);
  await start();
}

/** The service, and how many answers it has worked out. */
async function start(changes: { codeVersion?: string; answerCacheBytes?: number } = {}): Promise<void> {
  const { codeVersion = 'one', ...limits } = changes;
  const opened = openCellSource(openArchive(made.folder));
  workedOut = 0;
  source = {
    ...opened,
    inPlace(task) {
      workedOut += 1;
      return opened.inPlace(task);
    },
  };
  service = await startApp({ source, codeVersion, limits: { ...USUAL_LIMITS, ...limits } });
}

async function stop(): Promise<void> {
  await service.close();
  await source.close();
}

const ask = (path: string, headers: Record<string, string> = {}) =>
  request(service.app.server).get(path).set(headers);

const etagOf = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await ask(path, headers).expect(200);
  return String(answer.headers.etag);
};

describe('the ETag of an answer', () => {
  it('is strong, and one for every spelling of a question', async () => {
    const etag = await etagOf(PINNED);
    expect(etag).toMatch(/^"[\w-]{43}"$/);
    const [path, query = ''] = PINNED.split('?');
    const turned = `${path}?${query.split('&').reverse().join('&')}`;
    expect(await etagOf(turned)).toBe(etag);
    expect(await etagOf(PEOPLE_OF_POWYS)).toBe(etag);
    expect(await etagOf(`${PEOPLE_OF_POWYS}&release=latest`)).toBe(etag);
    expect(await etagOf(PINNED.replace('&figure=people', ''))).toBe(etag);
  });

  it('is another for another question, form, language, labels or code', async () => {
    const etags = new Set([
      await etagOf(PINNED),
      await etagOf(PINNED.replace('2026-Q1', '2025-Q4')),
      await etagOf(PINNED, { 'accept-language': 'cy' }),
      await etagOf(PINNED, { accept: 'text/csv' }),
      await etagOf(`${PINNED}&labels=codes`),
      await etagOf(OUTCOMES),
      await etagOf(REPRESENTATION),
      await etagOf(REPRESENTATION.replace('ethnic_group', 'age_band')),
      await etagOf(INDICATOR),
      await etagOf(INDICATOR.replace('people_reached', 'conversation_within_28_days')),
      ...(await Promise.all(CSVW.map((path) => etagOf(path)))),
    ]);
    expect(etags.size).toBe(14);
    await stop();
    await start({ codeVersion: 'two' });
    expect(etags).not.toContain(await etagOf(PINNED));
  });

  it('follows from the question alone: other figures give the same', async () => {
    const etag = await etagOf(PINNED);
    await startOver(4321);
    const answer = await ask(PINNED).expect(200);
    expect(answer.body.rows[0].value).toBe(4321);
    expect(answer.headers.etag).toBe(etag);
  });

  it('names the form that is sent, whatever is accepted', async () => {
    const forms = new Map<string, string>();
    const accepted = ['*/*', 'application/*', 'text/*', 'text/csv, */*;q=0.1', 'text/csv;q=0.2, */*;q=0.9'];
    for (const accept of [...accepted, 'application/json;q=0.1, text/csv;q=0.1', 'TEXT/CSV']) {
      const answer = await ask(PINNED, { accept }).expect(200);
      const etag = String(answer.headers.etag);
      const form = String(answer.headers['content-type']);
      expect(forms.get(etag) ?? form, accept).toBe(form);
      forms.set(etag, form);
    }
    expect(forms.size).toBe(2);
  });
});

describe('a caller that has the answer', () => {
  it.each<[string, string, number]>([
    ['the pinned address', PINNED, 86_400],
    ['latest', PEOPLE_OF_POWYS, 60],
    ['outcomes', OUTCOMES, 60],
    ['representation', `${REPRESENTATION}&release=${MADE_RELEASE}`, 86_400],
    ['an indicator', INDICATOR, 60],
    ...CSVW.map((path): [string, string, number] => [path, `${path}&release=${MADE_RELEASE}`, 86_400]),
  ])('is told so at %s without a look-up, with what it needs to keep it', async (_, path, seconds) => {
    const etag = await etagOf(path);
    await stop();
    await start();
    const answer = await ask(path, { 'if-none-match': `"other", W/${etag}` }).expect(304);
    expect(answer.text).toBe('');
    expect(answer.headers).toMatchObject({
      etag,
      'cache-control': `public, max-age=${seconds}`,
      vary: 'Accept, Accept-Language',
    });
    await request(service.app.server).head(path).set('if-none-match', etag).expect(304);
    await ask(path, { 'if-none-match': '*' }).expect(304);
    expect(workedOut).toBe(0);
  });

  it('is not told so of another form, nor where the question cannot be asked', async () => {
    const etag = await etagOf(PINNED);
    await ask(PINNED, { 'if-none-match': etag, accept: 'text/csv' }).expect(200);
    const refused = await ask(`${PINNED}&by=nonsense`, { 'if-none-match': '*' }).expect(400);
    expect(refused.headers.etag).toBeUndefined();
    await ask(`${PEOPLE_OF_POWYS}&release=none`, { 'if-none-match': '*' }).expect(404);
  });
});

describe('an answer that was given before', () => {
  it('is given again to the byte without a look-up, with headers of the new request', async () => {
    for (const path of [PINNED, `${PINNED}&format=csv`, OUTCOMES, REPRESENTATION, INDICATOR, ...CSVW]) {
      const first = await ask(path).expect(200);
      const before = workedOut;
      const second = await ask(path, { 'x-request-id': 'asked-again' }).expect(200);
      expect(workedOut).toBe(before);
      expect(second.text).toBe(first.text);
      expect(second.headers).toMatchObject({ 'x-request-id': 'asked-again' });
      const { 'x-request-id': _, ratelimit: __, date: ___, ...headers } = first.headers;
      expect(second.headers).toMatchObject(headers);
      const head = await request(service.app.server).head(path).expect(200);
      expect(head.headers['content-length']).toBe(String(Buffer.byteLength(first.text)));
      expect(workedOut).toBe(before);
    }
  });

  it('serves whoever asks for latest too, but says how long that holds', async () => {
    await ask(PINNED).expect(200);
    const answer = await ask(PEOPLE_OF_POWYS).expect(200);
    expect(workedOut).toBe(1);
    expect(answer.headers['cache-control']).toBe('public, max-age=60');
  });

  it('is not kept where nothing may be', async () => {
    await stop();
    await start({ answerCacheBytes: 0 });
    for (let time = 0; time < 2; time += 1) await ask(PINNED).expect(200);
    expect(workedOut).toBe(2);
  });

  it('is gone a second after its release, for those too who have it', async () => {
    await startOver();
    const etag = await etagOf(PINNED);
    await rm(join(made.folder, MADE_RELEASE), { recursive: true });
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await ask(PINNED).expect(404);
    await ask(PINNED, { 'if-none-match': etag }).expect(404);
    await ask(PEOPLE_OF_POWYS, { 'if-none-match': etag }).expect(404);
  });

  it('waits for no place', async () => {
    await ask(PINNED).expect(200);
    let end = () => {};
    const held = [1, 2, 3, 4].map(() =>
      source.limit(
        () =>
          new Promise<void>((resolve) => {
            const before = end;
            end = () => {
              before();
              resolve();
            };
          }),
      ),
    );
    await ask(PINNED).expect(200);
    end();
    await Promise.all(held);
  });
});

import request from 'supertest';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/archive.ts';
import { type CellSource, openCellSource, type QuestionLimits } from '../../src/query/cell-source.ts';
import type { MadeArchive } from '../query/made-archive.ts';
import { expectProblem } from './expect-problem.ts';
import { makeSmallRelease, PEOPLE_OF_POWYS } from './made-release.ts';
import { startApp, type TestApp } from './start-app.ts';

const ENDLESS = 'SELECT count(*) FROM range(10_000_000) a, range(10_000_000) b WHERE a.range * b.range = 7';

/** Keeps more than any engine of a test may. */
const GREEDY = 'SELECT list(a.range) FROM range(10_000_000) a, range(10) b';

let made: MadeArchive;
let source: CellSource;
let service: TestApp;
let held: { end(): void }[];

beforeAll(async () => {
  made = await makeSmallRelease();
});
afterAll(() => made.close());
beforeEach(() => {
  held = [];
});
afterEach(async () => {
  for (const { end } of held) end();
  await service.close();
  await source.close();
});

async function start(limits: QuestionLimits): Promise<void> {
  source = openCellSource(openArchive(made.folder), limits);
  service = await startApp({
    source,
    extend(app) {
      app.get('/endless', () => source.lookUp((connection) => connection.run(ENDLESS)));
      app.get('/greedy', () => source.lookUp((connection) => connection.run(GREEDY)));
    },
  });
}

/** Takes a place until the test is over or lets it go. */
function holdPlace(): { end(): void } {
  let end = () => {};
  const isOver = new Promise<void>((resolve) => {
    end = resolve;
  });
  source.limit(() => isOver);
  held.push({ end });
  return { end };
}

const ask = (path: string) => request(service.app.server).get(path);

it('gives up a question that takes too long, with a problem in either language, and goes on', async () => {
  await start({ atOnce: 1, waiting: 4, seconds: 1 });
  const answers = await Promise.all([ask('/endless'), ask('/health/live'), ask('/v1/config')]);
  expect(expectProblem(answers[0], 'TIMEOUT').detail).toContain('given up');
  expect(answers.slice(1).map(({ status }) => status)).toEqual([200, 200]);
  const welsh = await ask('/endless').set('accept-language', 'cy');
  expect(expectProblem(welsh, 'TIMEOUT').detail).toMatch(/^Rhoddwyd y gorau/);
  expect((await ask(PEOPLE_OF_POWYS)).body.rows).toEqual([expect.objectContaining({ value: 1234 })]);
});

it('lets a question wait for its turn, and tells the next to come again', async () => {
  await start({ atOnce: 2, waiting: 3, seconds: 60 });
  const places = [holdPlace(), holdPlace()];
  const asked = [1, 2, 3, 4].map(() => ask(PEOPLE_OF_POWYS).then((answer) => answer));
  // Only what is refused comes back before a place is free.
  const refused = await Promise.race(asked);
  expectProblem(refused, 'UNAVAILABLE');
  expect(refused.headers['retry-after']).toBe('2');
  for (const path of ['/health/live', '/health/ready', '/v1/config', '/v1/releases', '/v1/coverage']) {
    expect((await ask(path)).status, path).toBe(200);
  }
  places[0]?.end();
  const answers = await Promise.all(asked);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 503]);
});

it('refuses a question that can never be asked at once, however many wait', async () => {
  await start({ atOnce: 1, waiting: 0, seconds: 60 });
  holdPlace();
  expectProblem(await ask('/v1/data/profiles?period=2026-Q1'), 'PARAMETER_MISSING');
  expectProblem(await ask(`${PEOPLE_OF_POWYS}&release=none`), 'RELEASE_NOT_FOUND');
  expectProblem(await ask(PEOPLE_OF_POWYS), 'UNAVAILABLE');
});

it('puts off a question for which the memory of the engine is not enough, and goes on', async () => {
  await start({ atOnce: 2, waiting: 4, seconds: 60, engineMemory: '48MB' });
  const refused = await ask('/greedy');
  expect(expectProblem(refused, 'UNAVAILABLE').detail).toContain('more memory');
  expect(refused.headers['retry-after']).toBe('2');
  const welsh = await ask('/greedy').set('accept-language', 'cy');
  expect(expectProblem(welsh, 'UNAVAILABLE').detail).toMatch(/^Roedd angen mwy o gof/);
  expect((await ask(PEOPLE_OF_POWYS)).body.rows).toEqual([expect.objectContaining({ value: 1234 })]);
});

it('answers the same where no published cells may be kept in memory', async () => {
  await start({ atOnce: 1, waiting: 4, seconds: 60, cellBytes: 1 });
  for (let time = 0; time < 2; time += 1) {
    expect((await ask(PEOPLE_OF_POWYS)).body.rows).toEqual([expect.objectContaining({ value: 1234 })]);
  }
});

it('answers a question in one place, also where it looks for a broader one that shows more', async () => {
  await start({ atOnce: 1, waiting: 0, seconds: 60 });
  const sparse = '/v1/data/profiles?population=supported&period=2026-Q1&by=area_code.local_authority,sex';
  const answer = await ask(sparse);
  expect(answer.status).toBe(200);
  expect(answer.body.warnings).toEqual([expect.objectContaining({ id: 'mostly_suppressed' })]);
});

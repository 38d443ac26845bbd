import { createHash } from 'node:crypto';
import { cp, readFile, rename, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import request from 'supertest';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Archive, openArchive } from '../../src/archive/archive.ts';
import { cellsPath } from '../../src/archive/cells-path.ts';
import type { DamagedFile } from '../../src/archive/damage.ts';
import { checkArchive } from '../../src/cli/inspect-archive.ts';
import { type CellSource, openCellSource } from '../../src/query/cell-source.ts';
import { type MadeArchive, makeArchive, peopleCell } from '../query/made-archive.ts';
import { walesManifest } from '../query/wales-manifest.ts';
import { expectProblem } from './expect-problem.ts';
import { startApp, type TestApp } from './start-app.ts';

const QUESTION = '/v1/data/profiles?population=supported&area_code=W92000004&period=2026-Q1';
const CELLS = cellsPath('profiles', '2026-Q1');
const NEWEST = 'returns-2';

let made: MadeArchive;
let folder: string;
let archive: Archive;
let source: CellSource;
let service: TestApp;
let told: DamagedFile[];
let mended: DamagedFile[];

beforeAll(async () => {
  const release = (id: string, month: string, value: number) => ({
    manifest: walesManifest({ release: id, published_at: `2026-${month}-01T00:00:00.000Z` }),
    cells: [peopleCell(value, 'nation:W92000004')],
  });
  made = await makeArchive([release('returns-1', '08', 100), release(NEWEST, '09', 200)]);
  for (const id of ['returns-1', NEWEST]) {
    const text = await readFile(join(made.folder, id, 'manifest.json'));
    const digest = createHash('sha256').update(text).digest('hex');
    await writeFile(join(made.folder, id, 'manifest.json.sha256'), `${digest}  manifest.json\n`);
  }
}, 60_000);
afterAll(() => made?.close());

beforeEach(async () => {
  folder = `${made.folder}-${Math.random()}`;
  await cp(made.folder, folder, { recursive: true });
  [told, mended] = [[], []];
  await start();
});
afterEach(async () => {
  await stop();
  await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<void> {
  archive = openArchive(folder, {
    onDamaged: (file) => told.push(file),
    onMended: (file) => mended.push(file),
  });
  source = openCellSource(archive);
  service = await startApp({
    source,
    readiness: [{ name: 'archive', check: () => checkArchive(archive), damaged: () => archive.damaged() }],
  });
}

async function stop(): Promise<void> {
  await service.close();
  await source.close();
}

const get = (address: string) => request(service.app.server).get(address);
const pathOf = (file: string, release = NEWEST) => join(folder, release, file);
const answered = async (address = QUESTION) => {
  const { body } = await get(address).expect(200);
  return [body.meta.release, body.rows[0].value];
};

async function flipByte(file: string): Promise<void> {
  const { mtime, size } = await stat(pathOf(file));
  const bytes = await readFile(pathOf(file));
  const middle = Math.floor(size / 2);
  bytes[middle] = (bytes[middle] as number) ^ 1;
  await writeFile(pathOf(file), bytes);
  await utimes(pathOf(file), mtime, mtime);
}

const DAMAGE: readonly [string, DamagedFile['fault'], () => Promise<void>][] = [
  ['cut short', 'other_size', async () => truncate(pathOf(CELLS), (await stat(pathOf(CELLS))).size - 1)],
  ['missing', 'missing', () => rm(pathOf(CELLS))],
  ['of the same size with a flipped byte and its old time', 'other_bytes', () => flipByte(CELLS)],
];

describe.each(DAMAGE)('a file that is %s', (_, fault, damage) => {
  it('is named, its release answers 503, and latest is the whole one before it', async () => {
    expect(await answered()).toEqual([NEWEST, 200]);
    await damage();
    await archive.inspect();
    expect(told).toEqual([{ release: NEWEST, file: CELLS, fault }]);
    expect(await answered()).toEqual(['returns-1', 100]);
    for (const address of [
      `${QUESTION}&release=${NEWEST}`,
      `/v1/releases/${NEWEST}`,
      `/v1/releases/${NEWEST}/files/${cellsPath('profiles', '2025-Q4')}`,
      `/v1/coverage?release=${NEWEST}`,
    ]) {
      const answer = await get(address);
      const body = expectProblem(answer, 'UNAVAILABLE');
      expect(body.detail).toContain(NEWEST);
      expect(answer.text).not.toContain('cells');
      expect(answer.text).not.toContain(folder);
    }
    expect((await get('/health/ready').expect(200)).body).toEqual({
      status: 'degraded',
      damaged_files: 1,
      damaged: [{ release: NEWEST, file: CELLS, fault }],
    });
  });

  it('is refused from the first question after a start', async () => {
    await damage();
    await stop();
    await start();
    expectProblem(await get(`${QUESTION}&release=${NEWEST}`), 'UNAVAILABLE');
    expect(await answered()).toEqual(['returns-1', 100]);
    await archive.inspectSizes();
    expect(told).toEqual([{ release: NEWEST, file: CELLS, fault }]);
  });

  it('is served again as soon as it is mended, without a restart', async () => {
    await damage();
    await archive.inspect();
    await cp(join(made.folder, NEWEST, CELLS), pathOf(CELLS));
    expect(await answered()).toEqual([NEWEST, 200]);
    expect(mended).toEqual(told);
    expect((await get('/health/ready').expect(200)).body).toEqual({ status: 'ok' });
  });
});

it('finds what has another size without reading anything', async () => {
  await truncate(pathOf(CELLS), 10);
  await archive.inspectSizes();
  expect(await answered()).toEqual(['returns-1', 100]);
});

it('notices two files that were swapped', async () => {
  const other = cellsPath('profiles', '2025-Q4');
  await rename(pathOf(CELLS), `${pathOf(CELLS)}.kept`);
  await rename(pathOf(other), pathOf(CELLS));
  await rename(`${pathOf(CELLS)}.kept`, pathOf(other));
  await archive.inspect();
  expect(told.map(({ file }) => file).sort()).toEqual([other, CELLS].sort());
  expect(await answered()).toEqual(['returns-1', 100]);
});

it.each([
  ['changed but well formed', (text: string) => text.replace('"returns"', '"returns" ')],
  ['cut short', (text: string) => text.slice(0, -10)],
])('refuses a release whose manifest is %s, while it runs and after a start', async (_, changed) => {
  expect(await answered()).toEqual([NEWEST, 200]);
  const whole = await readFile(pathOf('manifest.json'), 'utf8');
  expect(changed(whole)).not.toBe(whole);
  await writeFile(pathOf('manifest.json'), changed(whole));
  await archive.inspect();
  const refused = async () => {
    expect(told).toEqual([{ release: NEWEST, file: 'manifest.json', fault: 'other_bytes' }]);
    expect(await answered()).toEqual(['returns-1', 100]);
    expectProblem(await get(`/v1/releases/${NEWEST}`), 'UNAVAILABLE');
  };
  await refused();
  await stop();
  told = [];
  await start();
  await archive.list();
  await refused();
  await writeFile(pathOf('manifest.json'), whole);
  expect(await answered()).toEqual([NEWEST, 200]);
});

it('is not ready, and says so to who asks for the latest, where nothing whole is left', async () => {
  await rm(pathOf(CELLS));
  await rm(pathOf(CELLS, 'returns-1'));
  await archive.inspect();
  expectProblem(await get('/health/ready'), 'UNAVAILABLE');
  const body = expectProblem(await get(QUESTION), 'UNAVAILABLE');
  expect(body.detail).toContain(NEWEST);
  await writeFile(pathOf('manifest.json'), '{');
  await rm(join(folder, 'returns-1'), { recursive: true });
  await stop();
  await start();
  expect(expectProblem(await get(QUESTION), 'UNAVAILABLE').detail).toContain(NEWEST);
  expectProblem(await get('/v1/releases/returns-1'), 'RELEASE_NOT_FOUND');
});

it('forgets the damage of a release that is withdrawn or removed', async () => {
  await rm(pathOf(CELLS));
  await archive.inspect();
  await rm(join(folder, NEWEST), { recursive: true });
  expect(await answered()).toEqual(['returns-1', 100]);
  expect((await get('/health/ready').expect(200)).body).toEqual({ status: 'ok' });
  expectProblem(await get(`/v1/releases/${NEWEST}`), 'RELEASE_NOT_FOUND');
});

describe('a file that was whole when it was looked at, but cannot be read a moment later', () => {
  const question = `${QUESTION}&release=${NEWEST}`;

  /** Serves the archive, with something done to it after the look at a file that comes before its reading, and before it is digested again. */
  async function startWith(afterCheck: () => Promise<void>, beforeRecheck = async () => {}): Promise<void> {
    await stop();
    let times = 0;
    archive = openArchive(folder, {
      onDamaged: (file) => told.push(file),
      onMended: (file) => mended.push(file),
    });
    source = openCellSource({
      ...archive,
      async cellsFile(...of) {
        const found = await archive.cellsFile(...of);
        times += 1;
        // The look just before the reading; there is another after it.
        if (times === 1) await afterCheck();
        return found;
      },
      async recheckFile(...of) {
        await beforeRecheck();
        return archive.recheckFile(...of);
      },
    });
    service = await startApp({ source });
  }

  it.each([
    ['missing', 'missing', () => rm(pathOf(CELLS))],
    ['cut short', 'other_size', () => truncate(pathOf(CELLS), 100)],
    [
      'of other bytes',
      'other_bytes',
      async () => writeFile(pathOf(CELLS), Buffer.alloc((await stat(pathOf(CELLS))).size)),
    ],
  ] as const)('is named where it is %s, and asked for again later', async (_, fault, damage) => {
    await startWith(damage);
    const answer = await get(question);
    expect(expectProblem(answer, 'UNAVAILABLE').detail).toContain(NEWEST);
    expect(answer.headers['retry-after']).toBe('60');
    expect(answer.text).not.toContain(folder);
    expect(told).toEqual([{ release: NEWEST, file: CELLS, fault }]);
    await cp(join(made.folder, NEWEST, CELLS), pathOf(CELLS));
    expect(await answered(question)).toEqual([NEWEST, 200]);
    expect(mended).toEqual(told);
  });

  it('is put off where it is whole again when it is looked at once more', async () => {
    const away = `${pathOf(CELLS)}.away`;
    await startWith(
      () => rename(pathOf(CELLS), away),
      () => rename(away, pathOf(CELLS)),
    );
    const answer = await get(question);
    expect(expectProblem(answer, 'UNAVAILABLE').detail).toContain('could not be read just now');
    expect(answer.headers['retry-after']).toBe('2');
    expect(answer.text).not.toContain('cells.parquet');
    expect(told).toEqual([]);
    expect(await answered(question)).toEqual([NEWEST, 200]);
  });
});

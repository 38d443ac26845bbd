import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Archive, openArchive } from '../../src/archive/archive.ts';

let folder: string;
let archive: Archive;

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'spcd-archive-')), 'archive');
  archive = openArchive(folder);
});

afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }));

function manifest(release: string, published_at: string, collection = 'returns') {
  return { release, collection, published_at, tables: {}, coverage: [], scope: [], files: FILES };
}

const CELLS = 'published cells';
const FILES = [
  { path: 'cells.parquet', bytes: CELLS.length, sha256: createHash('sha256').update(CELLS).digest('hex') },
];

/** Puts a release in place as publishing does: whole, by one rename. */
async function put(release: string, published_at: string, collection = 'returns'): Promise<void> {
  const incoming = join(folder, `.incoming-1-${release}`);
  await mkdir(incoming, { recursive: true });
  await writeFile(
    join(incoming, 'manifest.json'),
    JSON.stringify(manifest(release, published_at, collection)),
  );
  await rename(incoming, join(folder, release));
}

const listed = async () => (await archive.list()).map(({ release }) => release);

it('has no releases before anything was published, even where its folder is not there', async () => {
  expect(await archive.list()).toEqual([]);
  expect(await archive.find('one')).toBeUndefined();
  expect(await archive.latest('returns')).toBeUndefined();
});

it('lists the newest first, and sees what is published or withdrawn meanwhile', async () => {
  await put('one', '2026-01-01T00:00:00Z');
  await put('two', '2026-03-01T00:00:00Z');
  expect(await listed()).toEqual(['two', 'one']);
  await put('three', '2026-02-01T00:00:00Z');
  expect(await listed()).toEqual(['two', 'three', 'one']);
  await rm(join(folder, 'two'), { recursive: true });
  expect(await listed()).toEqual(['three', 'one']);
  expect(await archive.find('two')).toBeUndefined();
});

it('has one order for releases of one moment', async () => {
  for (const release of ['b', 'c', 'a']) await put(release, '2026-01-01T00:00:00Z');
  expect(await listed()).toEqual(['c', 'b', 'a']);
});

it('takes nothing for a release but a folder with a manifest and a good name', async () => {
  await put('one', '2026-01-01T00:00:00Z');
  await put('UPPER', '2026-01-01T00:00:00Z');
  await mkdir(join(folder, '.incoming-2-two'));
  await writeFile(join(folder, '.incoming-2-two', 'manifest.json'), '{}');
  await mkdir(join(folder, 'unfinished'));
  await writeFile(join(folder, 'readme'), 'not a folder');
  expect(await listed()).toEqual(['one']);
});

it('finds the newest of a collection', async () => {
  await put('real', '2026-01-01T00:00:00Z');
  await put('made-up', '2026-02-01T00:00:00Z', 'synthetic');
  expect((await archive.latest('returns'))?.release).toBe('real');
  expect((await archive.latest('synthetic'))?.release).toBe('made-up');
  expect(await archive.latest('evidence')).toBeUndefined();
});

it.each([
  '{bad',
  'null',
  '[]',
  '{}',
  JSON.stringify(manifest('another', '2026-01-01T00:00:00Z')),
  JSON.stringify({ ...manifest('bad', '2026-01-01T00:00:00Z'), published_at: null }),
  JSON.stringify(manifest('bad', '2026-01-01T00:00:00Z', 'no-such-collection')),
])('passes over a release whose manifest is %s, says so once, and lists the others', async (text) => {
  const said: string[] = [];
  archive = openArchive(folder, { onUnreadable: (release) => said.push(release) });
  await put('good', '2026-01-01T00:00:00Z');
  await mkdir(join(folder, 'bad'));
  await writeFile(join(folder, 'bad', 'manifest.json'), text);
  expect(await listed()).toEqual(['good']);
  expect(await listed()).toEqual(['good']);
  expect(said).toEqual(['bad']);
});

it('sees a release whose manifest is copied in after its folder was listed', async () => {
  await put('one', '2026-01-01T00:00:00Z');
  await mkdir(join(folder, 'two'));
  expect(await listed()).toEqual(['one']);
  const { mtime } = await stat(folder);
  const text = JSON.stringify(manifest('two', '2026-02-01T00:00:00Z'));
  await writeFile(join(folder, 'two', 'manifest.json'), text.slice(0, 20));
  expect(await listed()).toEqual(['one']);
  await writeFile(join(folder, 'two', 'manifest.json'), text);
  await utimes(folder, mtime, mtime);
  expect(await listed()).toEqual(['two', 'one']);
});

it('checks a file against its digest: missing, cut short or changed it is unavailable, mended it is whole', async () => {
  await put('one', '2026-01-01T00:00:00Z');
  const check = () => archive.checkFile('one', 'cells.parquet');
  const unavailable = { code: 'UNAVAILABLE', detail: { en: expect.stringContaining('release one') } };
  for (const content of [undefined, CELLS.slice(0, -1), CELLS.toUpperCase()]) {
    if (content !== undefined) await writeFile(join(folder, 'one', 'cells.parquet'), content);
    await expect(check()).rejects.toMatchObject(unavailable);
  }
  await rm(join(folder, 'one', 'cells.parquet'));
  await writeFile(join(folder, 'one', 'cells.parquet'), CELLS);
  await expect(check()).resolves.toMatchObject({ path: 'cells.parquet' });
  await expect(archive.cellsFile('one', 'profiles', '2025-26')).rejects.toMatchObject(unavailable);
  await expect(archive.checkFile('one', 'no-such-file')).rejects.toMatchObject(unavailable);
});

it('counts what was published and removed, and says so only as long as it has looked', async () => {
  expect(archive.generation()).toBeUndefined();
  await put('one', '2026-01-01T00:00:00Z');
  await archive.list();
  const first = archive.generation();
  await archive.list();
  expect([first, archive.generation()]).toEqual([expect.any(Number), first]);
  await put('two', '2026-02-01T00:00:00Z');
  await archive.list();
  const second = archive.generation();
  expect(second).toBeGreaterThan(first as number);
  await rm(join(folder, 'two'), { recursive: true });
  await archive.list();
  expect(archive.generation()).toBeGreaterThan(second as number);
  await new Promise((resolve) => setTimeout(resolve, 1100));
  expect(archive.generation()).toBeUndefined();
});

it('looks again by itself while that number is asked for, before it would be unknown', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  try {
    await put('one', '2026-01-01T00:00:00Z');
    await archive.list();
    const first = archive.generation();
    await put('two', '2026-02-01T00:00:00Z');
    expect(archive.generation()).toBe(first);
    vi.advanceTimersByTime(900);
    expect(archive.generation()).toBe(first);
    await expect.poll(() => archive.generation()).toBeGreaterThan(first as number);
    vi.advanceTimersByTime(400);
    expect(archive.generation()).toEqual(expect.any(Number));
  } finally {
    vi.useRealTimers();
  }
});

it('does not say it while a release is being copied or a file is damaged', async () => {
  await put('one', '2026-01-01T00:00:00Z');
  await mkdir(join(folder, 'two'));
  await archive.list();
  expect(archive.generation()).toBeUndefined();
  await rm(join(folder, 'two'), { recursive: true });
  await archive.inspect();
  expect(archive.generation()).toBeUndefined();
  await writeFile(join(folder, 'one', 'cells.parquet'), CELLS);
  await archive.inspect();
  expect(archive.generation()).toEqual(expect.any(Number));
});

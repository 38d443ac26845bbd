import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Archive, openArchive } from '../../src/archive/archive.ts';

let folder: string;
let archive: Archive;

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'spcd-archive-')), 'archive');
  archive = openArchive(folder);
});

afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }));

/** Puts a release in place as publishing does: whole, by one rename. */
async function put(release: string, published_at: string, collection = 'returns'): Promise<void> {
  const incoming = join(folder, `.incoming-1-${release}`);
  await mkdir(incoming, { recursive: true });
  await writeFile(join(incoming, 'manifest.json'), JSON.stringify({ release, collection, published_at }));
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

it('keeps the cells of a table and period below their release', () => {
  expect(archive.cellsFile('one', 'profiles', '2025-26')).toBe(
    join(folder, 'one', 'cells', 'table=profiles', 'period=2025-26', 'cells.parquet'),
  );
});

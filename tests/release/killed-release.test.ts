import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/archive.ts';
import type { Manifest } from '../../src/archive/manifest.ts';
import { listDrafts } from '../../src/release/drafts.ts';
import { drawWales } from '../support/draw-wales.ts';
import { openReleaseHouse, type ReleaseHouse } from '../support/published-wales.ts';
import { killAt, type Task } from './release-process.ts';

let house: ReleaseHouse;

beforeAll(async () => {
  house = await openReleaseHouse();
  const drawn = drawWales({ periods: ['2025-Q4', '2026-Q1'], wholeIn: [] });
  const returns = drawn.filter(({ submitter }) => submitter === '7A7');
  await house.accept(returns);
}, 60_000);

afterAll(() => house?.close());

const task = (differences: Partial<Task>): Task => ({
  action: 'build',
  release: 'one',
  connectionString: house.connectionString,
  privateDir: house.privateDir,
  archiveDir: house.archiveDir,
  waitAt: '',
  ...differences,
});

const digestsOf = (manifest: Manifest) => manifest.files.map(({ path, sha256 }) => [path, sha256]);

const leftovers = async (folder: string) =>
  (await readdir(folder, { recursive: true })).filter((name) => /building-|unfinished|incoming/.test(name));

describe('a build that is killed', () => {
  it.each(['rows 1', 'periods 0', 'periods 1'])('at %s leaves no draft and no release', async (step) => {
    expect(await killAt(task({ waitAt: step }), step)).toBe('SIGKILL');
    expect(await listDrafts(house.privateDir)).toEqual([]);
    expect(await openArchive(house.archiveDir).list()).toEqual([]);
  });

  it('at any moment leaves a whole draft or none, and the next build is as if nothing had been', async () => {
    for (const [release, delayMs] of [
      ['two', 50 * Math.random()],
      ['three', 300 * Math.random()],
    ] as const) {
      await killAt(task({ release }), 'periods 1', delayMs);
      for (const draft of await listDrafts(house.privateDir)) {
        expect(draft).toBe(release);
        await expect(house.publish(release)).resolves.toMatchObject({ release });
      }
    }
    const after = await house.build('four');
    expect(await leftovers(house.privateDir)).toEqual([]);
    const elsewhere = join(house.folder, 'elsewhere');
    const untouched = await house.build('four', {}, { privateDir: elsewhere });
    expect(digestsOf(after)).toEqual(digestsOf(untouched));
  }, 60_000);
});

it('a publication that is killed leaves the whole release or none, and can be done again', async () => {
  for (const release of ['five', 'six']) {
    await house.build(release);
    await killAt(task({ action: 'publish', release }), 'publish', 60 * Math.random());
    const found = await openArchive(house.archiveDir).find(release);
    if (found) await expect(house.publish(release)).rejects.toMatchObject({ name: 'ReleaseRefused' });
    else await house.publish(release);
    const published = (await openArchive(house.archiveDir).find(release)) as Manifest;
    for (const { path, sha256 } of published.files) {
      const bytes = await readFile(join(house.archiveDir, release, path));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    }
    expect(await listDrafts(house.privateDir)).not.toContain(release);
  }
}, 60_000);

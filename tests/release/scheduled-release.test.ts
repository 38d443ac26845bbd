import { createHash } from 'node:crypto';
import { cp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/archive.ts';
import type { Manifest } from '../../src/archive/manifest.ts';
import { listScheduled, publishDue } from '../../src/archive/scheduled.ts';
import { listDrafts } from '../../src/release/drafts.ts';
import { publishRelease } from '../../src/release/publish-release.ts';
import { listPublishedContents } from '../../src/release/published-contents.ts';
import { unscheduleRelease } from '../../src/release/unschedule-release.ts';
import { openReleaseHouse, type ReleaseHouse } from '../support/published-wales.ts';
import { NOW } from '../support/test-keys.ts';
import { killAt, type Task } from './release-process.ts';
import { peopleIn, smallReturn, TWO_SERVICES } from './small-return.ts';

const AT = new Date(NOW.getTime() + 3_600_000);
const BEFORE = new Date(AT.getTime() - 1000);

let house: ReleaseHouse;

beforeAll(async () => {
  house = await openReleaseHouse(TWO_SERVICES);
  await house.accept([smallReturn('7A4', '2026-Q1', peopleIn({ W06000015: 50 }))]);
  await house.build('one');
  await cp(join(house.privateDir, 'drafts', 'one'), join(house.folder, 'built'), { recursive: true });
}, 60_000);

beforeEach(async () => {
  await rm(house.archiveDir, { recursive: true, force: true });
  await rm(join(house.privateDir, 'published'), { recursive: true, force: true });
  await cp(join(house.folder, 'built'), join(house.privateDir, 'drafts', 'one'), { recursive: true });
});

afterAll(() => house?.close());

const schedule = (release = 'one') => publishRelease(house, release, NOW, { at: AT });
const publicNow = async () => (await openArchive(house.archiveDir).list()).map(({ release }) => release);
const counted = async () =>
  (await listPublishedContents(house.privateDir, 'returns')).map(({ release }) => release);
const task = (differences: Partial<Task>): Task => ({
  action: 'publish',
  release: 'one',
  connectionString: house.connectionString,
  privateDir: house.privateDir,
  archiveDir: house.archiveDir,
  waitAt: '',
  at: AT.toISOString(),
  ...differences,
});

async function expectWhole(): Promise<void> {
  const manifest = (await openArchive(house.archiveDir).find('one')) as Manifest;
  expect(manifest.published_at).toBe(AT.toISOString());
  for (const { path, sha256 } of manifest.files) {
    const bytes = await readFile(join(house.archiveDir, 'one', path));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
  }
  expect((await readdir(house.archiveDir)).sort()).toEqual(['one']);
}

it('lets nobody see a scheduled release before its moment, and everybody from then on', async () => {
  await schedule();
  expect(await listDrafts(house.privateDir)).toEqual([]);
  expect(await listScheduled(house.archiveDir)).toMatchObject([{ release: 'one', at: AT }]);
  expect(await publishDue(house.archiveDir, BEFORE)).toEqual([]);
  expect(await publicNow()).toEqual([]);
  expect(await publishDue(house.archiveDir, AT)).toEqual(['one']);
  await expectWhole();
  expect(await publishDue(house.archiveDir, AT)).toEqual([]);
});

it('makes a release public once, however many services do it at once', async () => {
  await schedule();
  const all = await Promise.all(Array.from({ length: 8 }, () => publishDue(house.archiveDir, AT)));
  expect(all.flat()).toEqual(['one']);
  await expectWhole();
});

it('counts a scheduled release among the versions of its figures, and no longer when it was taken back', async () => {
  await schedule();
  expect(await counted()).toEqual(['one']);
  await unscheduleRelease(house, 'one');
  expect(await counted()).toEqual([]);
  expect(await readdir(house.archiveDir)).toEqual([]);
  expect(await publishDue(house.archiveDir, AT)).toEqual([]);
});

it('refuses to take back what is public, to schedule what waits already, and a moment that has passed', async () => {
  const refused = (words: string) => ({
    name: 'ReleaseRefused',
    text: { en: expect.stringContaining(words), cy: expect.any(String) },
  });
  await expect(publishRelease(house, 'one', NOW, { at: NOW })).rejects.toMatchObject(refused('has passed'));
  await schedule();
  await expect(schedule()).rejects.toMatchObject(refused('spcd release unschedule one'));
  await expect(publishRelease(house, 'one', NOW)).rejects.toMatchObject(refused(AT.toISOString()));
  await publishDue(house.archiveDir, AT);
  await expect(unscheduleRelease(house, 'one')).rejects.toMatchObject(refused('spcd release withdraw one'));
  await expect(schedule()).rejects.toMatchObject(refused('already published'));
  await expect(unscheduleRelease(house, '../one')).rejects.toMatchObject(refused('cannot name'));
});

it('takes no other folder for a release that waits', async () => {
  await schedule();
  const [{ name } = { name: '' }] = await listScheduled(house.archiveDir);
  for (const wrong of [
    '.scheduled-20261399T256199Z-x',
    '.scheduled-one',
    '.scheduled-20260101T000000Z-../x',
  ]) {
    await cp(join(house.archiveDir, name), join(house.archiveDir, wrong), { recursive: true });
  }
  expect((await listScheduled(house.archiveDir)).map(({ release }) => release)).toEqual(['one']);
});

it('killed while it is scheduled it is whole or not there, unseen, and can be scheduled again', async () => {
  for (const delayMs of [0, 60 * Math.random()]) {
    await killAt(task({ waitAt: delayMs === 0 ? 'publish' : '' }), 'publish', delayMs);
    expect(await publicNow()).toEqual([]);
    if ((await listScheduled(house.archiveDir)).length === 0) await schedule();
    await publishDue(house.archiveDir, BEFORE);
    expect(await publicNow()).toEqual([]);
    await unscheduleRelease(house, 'one');
    await cp(join(house.folder, 'built'), join(house.privateDir, 'drafts', 'one'), { recursive: true });
  }
}, 60_000);

it('becomes public whole when the service is killed at its moment and another starts', async () => {
  await schedule();
  await killAt(task({ action: 'publish due' }), 'publish due', 10 * Math.random());
  await publishDue(house.archiveDir, AT);
  await expectWhole();
}, 60_000);

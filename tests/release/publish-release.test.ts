import { spawnSync } from 'node:child_process';
import { appendFile, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/archive.ts';
import { listDrafts } from '../../src/release/drafts.ts';
import { openReleaseHouse, type ReleaseHouse } from '../support/published-wales.ts';
import { NOW } from '../support/test-keys.ts';
import { peopleIn, smallReturn, TWO_SERVICES } from './small-return.ts';

const CELLS = 'cells/table=profiles/period=2026-Q1/cells.parquet';

let house: ReleaseHouse;
let draft: string;

beforeAll(async () => {
  house = await openReleaseHouse(TWO_SERVICES);
  await house.accept([smallReturn('7A4', '2026-Q1', peopleIn({ W06000015: 50 }))]);
});

beforeEach(async () => {
  await rm(house.archiveDir, { recursive: true, force: true });
  await rm(join(house.privateDir, 'drafts'), { recursive: true, force: true });
  await house.build('one');
  draft = join(house.privateDir, 'drafts', 'one');
});

afterAll(() => house?.close());

/** The names in the archive, those of unfinished copies among them. */
const archived = () => readdir(house.archiveDir).catch(() => []);

it('makes a draft public as it was built, with the time, and keeps no draft of it', async () => {
  const built = JSON.parse(await readFile(join(draft, 'manifest.json'), 'utf8'));
  const cells = await readFile(join(draft, CELLS));
  expect(built.published_at).toBeNull();
  const published = await house.publish('one');
  expect(published).toEqual({ ...built, published_at: NOW.toISOString(), supersedes: null });
  expect(JSON.parse(await readFile(join(house.archiveDir, 'one', 'manifest.json'), 'utf8'))).toEqual(
    published,
  );
  expect(await readFile(join(house.archiveDir, 'one', CELLS))).toEqual(cells);
  const { stdout } = spawnSync('sha256sum', ['--check', 'manifest.json.sha256'], {
    cwd: join(house.archiveDir, 'one'),
    encoding: 'utf8',
  });
  expect(stdout).toBe('manifest.json: OK\n');
  expect(await listDrafts(house.privateDir)).toEqual([]);
  expect(await archived()).toEqual(['one']);
});

it('publishes a release once, and clears away what is left of its draft', async () => {
  await house.publish('one');
  const before = await readFile(join(house.archiveDir, 'one', 'manifest.json'), 'utf8');
  await house.build('one');
  await expect(house.publish('one')).rejects.toMatchObject({
    text: { en: expect.stringContaining('already published'), cy: expect.stringContaining('eisoes') },
  });
  expect(await readFile(join(house.archiveDir, 'one', 'manifest.json'), 'utf8')).toBe(before);
  expect(await listDrafts(house.privateDir)).toEqual([]);
});

it('publishes nothing that was never built', async () => {
  await expect(house.publish('two')).rejects.toMatchObject({
    text: { en: expect.stringContaining('spcd release build --id two') },
  });
});

it('publishes only the files that the build made', async () => {
  await writeFile(join(draft, 'rows.parquet'), 'true counts');
  await writeFile(join(draft, 'cells', 'notes.txt'), 'true counts');
  await house.publish('one');
  const files = await readdir(join(house.archiveDir, 'one'), { recursive: true, withFileTypes: true });
  expect(files.filter((file) => file.isFile()).map((file) => file.name)).toEqual([
    'manifest.json',
    'manifest.json.sha256',
    'profiles.csv',
    'profiles.parquet',
    'cells.parquet',
  ]);
});

describe.each<[string, string, () => Promise<void>]>([
  ['a file of cells has changed', CELLS, () => appendFile(join(draft, CELLS), '\n')],
  ['a file of cells is gone', CELLS, () => rm(join(draft, CELLS))],
  ['its manifest is cut short', 'manifest.json', () => writeFile(join(draft, 'manifest.json'), '{"release"')],
  [
    'its manifest is that of another',
    'manifest.json',
    async () => {
      await house.build('two');
      await rename(join(house.privateDir, 'drafts', 'two', 'manifest.json'), join(draft, 'manifest.json'));
    },
  ],
])('when %s', (_, path, damage) => {
  it('refuses the draft, names the file, and leaves nothing in the archive', async () => {
    await damage();
    for (const language of ['en', 'cy'] as const) {
      await expect(house.publish('one')).rejects.toMatchObject({
        name: 'ReleaseRefused',
        text: { [language]: expect.stringContaining(path) },
      });
    }
    expect(await archived()).toEqual([]);
    expect(await openArchive(house.archiveDir).list()).toEqual([]);
    await house.build('one');
    await expect(house.publish('one')).resolves.toMatchObject({ release: 'one' });
  });
});

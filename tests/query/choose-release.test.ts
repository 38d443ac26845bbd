import { afterEach, beforeEach, expect, it } from 'vitest';
import { chooseRelease } from '../../src/query/choose-release.ts';
import { type MadeArchive, makeArchive } from './made-archive.ts';
import { walesManifest } from './wales-manifest.ts';

let archive: MadeArchive;

/** Releases of a collection, the later the newer; without tables, so that no file is needed. */
const release = (id: string, collection: string, published_at: string) => ({
  manifest: walesManifest({ release: id, collection, published_at, tables: {} }),
  cells: [],
});

beforeEach(async () => {
  archive = await makeArchive([
    release('returns-1', 'returns', '2026-01-01T00:00:00Z'),
    release('returns-2', 'returns', '2026-02-01T00:00:00Z'),
    release('synthetic-1', 'synthetic', '2026-03-01T00:00:00Z'),
    release('evidence-1', 'evidence', '2026-04-01T00:00:00Z'),
  ]);
});

afterEach(() => archive?.close());

const choose = async (asked?: string) => (await chooseRelease(archive.source.archive, asked)).release;

it('takes the newest returns where no release is named, and never an evaluation or invented figures', async () => {
  expect(await choose()).toBe('returns-2');
  expect(await choose('latest')).toBe('returns-2');
});

it('takes a release by its id, and the newest of a collection by its name', async () => {
  expect(await choose('returns-1')).toBe('returns-1');
  expect(await choose('latest-evidence')).toBe('evidence-1');
  expect(await choose('latest-synthetic')).toBe('synthetic-1');
});

it('takes invented figures where nothing real was ever published, but no evaluation', async () => {
  const young = await makeArchive([
    release('synthetic-1', 'synthetic', '2026-03-01T00:00:00Z'),
    release('evidence-1', 'evidence', '2026-04-01T00:00:00Z'),
  ]);
  expect((await chooseRelease(young.source.archive, undefined)).release).toBe('synthetic-1');
  await young.close();
  const evidence = await makeArchive([release('evidence-1', 'evidence', '2026-04-01T00:00:00Z')]);
  await expect(chooseRelease(evidence.source.archive, 'latest')).rejects.toMatchObject({
    code: 'RELEASE_NOT_FOUND',
    errors: [{ parameter: 'release', choices: ['evidence-1'] }],
  });
  await evidence.close();
});

it.each([
  'returns-3',
  'latest-',
  'latest-nonsense',
  'latest-returns_gp_codes',
  '',
  '..',
  '../returns-1',
  '__proto__',
])('finds no release %j, and lists those there are', async (asked) => {
  await expect(choose(asked)).rejects.toMatchObject({
    code: 'RELEASE_NOT_FOUND',
    errors: [{ parameter: 'release', choices: ['evidence-1', 'synthetic-1', 'returns-2', 'returns-1'] }],
  });
});

it('says so when nothing was published yet', async () => {
  const empty = await makeArchive([]);
  await expect(chooseRelease(empty.source.archive, undefined)).rejects.toMatchObject({
    detail: { en: 'No release has been published yet.' },
  });
  await empty.close();
});

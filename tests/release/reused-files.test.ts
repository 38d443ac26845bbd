import { appendFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Manifest } from '../../src/archive/manifest.ts';
import { draftFolder } from '../../src/release/build-release.ts';
import type { Return } from '../../src/standard/generated/types.ts';
import { openReleaseHouse, type ReleaseHouse } from '../support/published-wales.ts';
import { readCells } from '../support/read-cells.ts';
import { TEST_KEYS, testKey } from '../support/test-keys.ts';
import { cardiff } from './cardiff-return.ts';
import { TWO_SERVICES } from './small-return.ts';

/** Two quarters, of the tables that ask each other or the quarter before. */
const RETURNS = ['2025-Q4', '2026-Q1'].map((period): Return => {
  const { profiles, needs, pathway, closures } = cardiff(period).tables as Required<Return['tables']>;
  return { ...cardiff(period), tables: { profiles, needs, pathway, closures } };
});

let house: ReleaseHouse;
let first: Manifest;

beforeAll(async () => {
  house = await openReleaseHouse(TWO_SERVICES);
  await house.accept(RETURNS);
  first = await house.build('first');
}, 120_000);

afterAll(() => house?.close());

const digests = ({ files }: Manifest) => Object.fromEntries(files.map(({ path, sha256 }) => [path, sha256]));

/** The files of a draft that are not the very bytes on the disk that an earlier one has, whatever they hold. */
async function writtenAnew(before: Manifest, { release, files }: Manifest): Promise<string[]> {
  const inodeIn = async (id: string, path: string) =>
    (await stat(join(draftFolder(house.privateDir, id), path)).catch(() => undefined))?.ino;
  const anew: string[] = [];
  for (const { path } of files) {
    if ((await inodeIn(before.release, path)) !== (await inodeIn(release, path))) anew.push(path);
  }
  return anew;
}

/** The same release, by a builder that has built nothing yet. */
const builtWhole = (release: string) =>
  house.build(release, {}, { privateDir: join(house.folder, `whole-${release}`) });

/** The returns with a few more in every count of some rows of one quarter. */
function withMore(quarter: string, table: 'needs' | 'pathway', isMore: (row: object) => boolean): Return[] {
  return RETURNS.map((each) => {
    const rows = each.tables[table]?.map((row) => (isMore(row) ? counting(row, 2) : row));
    return each.period === quarter ? { ...each, tables: { ...each.tables, [table]: rows } } : each;
  });
}

function counting(row: object, more: number): object {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === 'number' ? value + more : value]),
  );
}

/** What was open at the start and is open at the end, so that the one still follows from the other. */
const isStock = (row: object) => 'stage' in row && String(row.stage).startsWith('open_at');

const cellsOf = (table: string, period: string) => `cells/table=${table}/period=${period}/cells.parquet`;
const bulkOf = (table: string) => [`tables/${table}.parquet`, `tables/${table}.csv`];

it('works nothing out again where nothing changed', async () => {
  const again = await house.build('again');
  expect(await writtenAnew(first, again)).toEqual([]);
  expect(again).toEqual({ ...first, release: 'again' });
});

it('writes the files of one changed table anew, and those alone, with the bytes of a whole build', async () => {
  await house.accept(withMore('2025-Q4', 'needs', () => true));
  const changed = await house.build('needs-changed');
  expect(await writtenAnew(first, changed)).toEqual([cellsOf('needs', '2025-Q4'), ...bulkOf('needs')]);
  expect(changed).toEqual(await builtWhole('needs-changed'));
  expect(digests(changed)).not.toEqual(digests(first));
});

it.each([
  // Its closed episodes are those of closures, and what is open at its end is open at the start of the next quarter.
  ['2025-Q4', [cellsOf('pathway', '2025-Q4'), cellsOf('closures', '2025-Q4'), cellsOf('pathway', '2026-Q1')]],
  // The last quarter reads from the file that was there of the one before.
  ['2026-Q1', [cellsOf('pathway', '2026-Q1'), cellsOf('closures', '2026-Q1')]],
] as const)(
  'writes what a changed pathway of %s reaches, with the bytes of a whole build',
  async (quarter, touched) => {
    await house.accept(RETURNS);
    const before = await house.build(`before-${quarter.toLowerCase()}`);
    await house.accept(withMore(quarter, 'pathway', isStock));
    const changed = await house.build(`pathway-${quarter.toLowerCase()}`);
    expect(await writtenAnew(before, changed)).toEqual([
      ...touched,
      ...bulkOf('pathway'),
      ...bulkOf('closures'),
    ]);
    expect(changed).toEqual(await builtWhole(changed.release));
    const carried = (await readCells(draftFolder(house.privateDir, changed.release))).filter(
      ({ table, period, stage }) => table === 'pathway' && period === '2026-Q1' && stage === 'open_at_start',
    );
    expect(carried.length).toBeGreaterThan(0);
  },
);

it('makes a file anew whose kept bytes were changed', async () => {
  const kept = join(house.privateDir, 'built', 'returns');
  await house.accept(RETURNS);
  await house.build('sound');
  const names = await readdir(kept);
  expect(names.length).toBe(first.files.length);
  for (const name of names) await appendFile(join(kept, name), 'one byte more');
  expect(digests(await house.build('mended'))).toEqual(digests(first));
});

it('builds everything anew under another cell key, or another record key', async () => {
  const before = await house.build('own-keys');
  for (const [release, keys] of [
    ['cell-key', { ...TEST_KEYS, cellKey: testKey(5) }],
    ['record-key', { ...TEST_KEYS, recordKey: testKey(6) }],
  ] as const) {
    const other = await house.build(release, {}, { keys });
    expect(await writtenAnew(before, other)).toEqual(other.files.map(({ path }) => path));
  }
});

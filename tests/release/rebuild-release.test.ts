import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Manifest } from '../../src/archive/manifest.ts';
import type { Return } from '../../src/standard/generated/types.ts';
import { drawWales } from '../support/draw-wales.ts';
import { openReleaseHouse, type ReleaseHouse } from '../support/published-wales.ts';
import { testKey } from '../support/test-keys.ts';
import { type PublishedCell, publishedCells } from './stored-cells.ts';

const BOARDS = ['7A7', '7A4'];
const PERIODS = ['2025-Q4', '2026-Q1'];

let house: ReleaseHouse;
let returns: Return[];
let first: Manifest;

beforeAll(async () => {
  house = await openReleaseHouse();
  returns = drawWales({ periods: PERIODS, wholeIn: ['2026-Q1'] }).filter(({ submitter }) =>
    BOARDS.includes(submitter),
  );
  await house.accept(returns);
  first = await house.build('first');
  await house.publish('first');
}, 120_000);

afterAll(() => house?.close());

const digests = (manifest: Manifest) =>
  Object.fromEntries(manifest.files.map(({ path, sha256 }) => [path, sha256]));

const cellsOf = (release: string) => publishedCells(join(house.archiveDir, release));

/** Each file of keyed rows, with what changes when it is written again. */
async function privateRows(): Promise<Record<string, string>> {
  const folder = join(house.privateDir, 'rows');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const marks = files.map(async (file) => {
    const { ino, mtimeMs, size } = await stat(file);
    return [file.slice(folder.length), `${ino} ${mtimeMs} ${size}`];
  });
  return Object.fromEntries(await Promise.all(marks));
}

it('publishes identical rows as identical files, whatever the id, the threads, the memory and the words beside the rows', async () => {
  const before = await privateRows();
  const note = { en: 'Sent again.', cy: 'Anfonwyd eto.' };
  await house.accept(returns.map((each) => ({ ...each, figures_status: 'provisional', notes: note })));
  expect(digests(await house.build('second'))).toEqual(digests(first));
  const elsewhere = { threads: 2, memoryMegabytes: 128, privateDir: join(house.folder, 'nothing-built-yet') };
  expect(digests(await house.build('third', {}, elsewhere))).toEqual(digests(first));
  expect(await privateRows()).toEqual(before);
});

it('changes the figures of one table and period, and of its areas, when one row of them changes', async () => {
  const before = await privateRows();
  const powys = returns.find(
    ({ submitter, period }) => submitter === '7A7' && period === '2026-Q1',
  ) as Return;
  const profiles = powys.tables.profiles ?? [];
  // To another fifth: the row moves, and every other table still agrees with profiles.
  const moved = profiles.findIndex(({ deprivation_quintile: fifth }, index) => {
    const row = { ...profiles[index], deprivation_quintile: 'q5' };
    const same = ({ people: _, people_first_in_year: __, ...codes }: object & Record<string, unknown>) =>
      codes;
    const isTaken = profiles.some(
      (other) => JSON.stringify(same({ ...other })) === JSON.stringify(same(row)),
    );
    return fifth === 'q1' && !isTaken;
  });
  const changed = profiles.map((row, index) =>
    index === moved ? { ...row, deprivation_quintile: 'q5' as const } : row,
  );
  await house.accept([{ ...powys, tables: { profiles: changed } }]);
  const revised = await house.build('revised');
  await house.publish('revised');

  const isHit = ({ table, period }: PublishedCell) => table === 'profiles' && period === '2026-Q1';
  const isCardiffs = ({ area }: PublishedCell) => area.includes('W06000015') || area.includes('W11000029');
  const [old, now] = [await cellsOf('first'), await cellsOf('revised')];
  const both = [...old].flatMap(([id, cell]) => {
    const after = now.get(id);
    return after === undefined ? [] : [{ cell, isChanged: after.value !== cell.value }];
  });
  expect(both.filter(({ cell, isChanged }) => isChanged && (!isHit(cell) || isCardiffs(cell)))).toEqual([]);
  const powysCells = both.filter(({ cell }) => isHit(cell) && !isCardiffs(cell));
  const share = powysCells.filter(({ isChanged }) => isChanged).length / powysCells.length;
  expect(share).toBeGreaterThan(0.15);
  expect(digests(revised)).toMatchObject(
    Object.fromEntries(Object.entries(digests(first)).filter(([path]) => path.includes('2025-Q4'))),
  );

  const after = await privateRows();
  const added = Object.keys(after).filter((file) => !(file in before));
  expect(added).toEqual([
    expect.stringMatching(/^\/table=profiles\/period=2026-Q1\/7A7-[0-9a-f]{32}\.parquet$/),
  ]);
  expect(after).toMatchObject(before);
});

it('draws other noise under another key, over the same true counts', async () => {
  const other = { recordKey: testKey(3), cellKey: testKey(2) };
  await house.accept(returns);
  await house.build('other', {}, { keys: other });
  await house.publish('other');
  const [old, now] = [await cellsOf('first'), await cellsOf('other')];
  const both = [...old].flatMap(([id, { figure, value }]) => {
    const after = now.get(id)?.value;
    const isCount = !/^(mean|sd)_/.test(figure);
    return typeof after === 'number' && typeof value === 'number' && isCount ? [after - value] : [];
  });
  expect(both.filter((difference) => difference !== 0).length).toBeGreaterThan(both.length / 3);
  expect(Math.max(...both.map(Math.abs))).toBeLessThanOrEqual(15);
});

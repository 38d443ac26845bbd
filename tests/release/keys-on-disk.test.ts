import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type KeyPlaces, openKeys } from '../../src/release/keys-on-disk.ts';

let folder: string;
let places: KeyPlaces;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spcd-keys-'));
  const keys = join(folder, 'keys');
  places = {
    keyFiles: { record: join(keys, 'record.key'), cell: join(keys, 'cell.key') },
    mayMakeKeys: true,
  };
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('makes two different keys of 32 bytes that only their owner can read', async () => {
  const { recordKey, cellKey } = await openKeys(places);
  expect([recordKey.length, cellKey.length]).toEqual([32, 32]);
  expect(recordKey.equals(cellKey)).toBe(false);
  for (const path of Object.values(places.keyFiles)) expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect((await readdir(join(folder, 'keys'))).sort()).toEqual(['cell.key', 'record.key']);
});

it('opens the same keys every time, also when several processes start at once', async () => {
  const opened = await Promise.all([openKeys(places), openKeys(places), openKeys(places)]);
  const again = await openKeys({ ...places, mayMakeKeys: false });
  for (const keys of opened) expect(keys).toEqual(again);
});

it('makes no key where that is not allowed', async () => {
  await expect(openKeys({ ...places, mayMakeKeys: false })).rejects.toThrow('never made in production');
  expect(await readdir(folder)).toEqual([]);
});

it('refuses a key that other users may read', async () => {
  await openKeys(places);
  await chmod(places.keyFiles.cell, 0o644);
  await expect(openKeys(places)).rejects.toThrow('0600');
});

it('refuses a key of the wrong length, and the same key twice', async () => {
  await openKeys(places);
  await writeFile(places.keyFiles.cell, 'short');
  await expect(openKeys(places)).rejects.toThrow('32 bytes');
  await writeFile(places.keyFiles.cell, await readFile(places.keyFiles.record));
  await expect(openKeys(places)).rejects.toThrow('the same key');
});

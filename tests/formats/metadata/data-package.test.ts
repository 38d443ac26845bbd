import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Package } from 'datapackage';
import { expect, it } from 'vitest';
import { dataPackageOf } from '../../../src/formats/metadata/data-package.ts';
import { cellColumnsOf } from '../../../src/release/published-cells.ts';
import { TABLE_NAMES } from '../../../src/standard/generated/tables.ts';
import { walesRelease } from './published-wales-release.ts';

it.each(['en', 'cy'] as const)('is valid to a reader that we did not write, in %s', async (language) => {
  const found = await Package.load(dataPackageOf(walesRelease(), language));
  expect([found.valid, found.errors]).toEqual([true, []]);
  expect(found.resources.map(({ name }) => name)).toEqual(
    TABLE_NAMES.flatMap((table) => [`${table}.csv`, `${table}.parquet`]),
  );
});

it('gives each file the bytes and the digest of the manifest, and no file of a single period', async () => {
  const release = walesRelease();
  const { resources } = await Package.load(dataPackageOf(release, 'en'));
  const files = resources.map(({ descriptor: { path, bytes, hash } }) => ({
    path: path.replace(/^files\//, ''),
    bytes,
    sha256: hash.replace(/^sha256:/, ''),
  }));
  const bulk = release.manifest.files.filter(({ path }) => path.startsWith('tables/'));
  const byPath = (a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : 1);
  expect(files.sort(byPath)).toEqual([...bulk].sort(byPath));
});

it('reads a CSV as it is written, an empty cell as null and a value as a number', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'spcd-package-'));
  try {
    const columns = [...cellColumnsOf('profiles'), 'value'];
    const row = columns.map(
      (name) => ({ figure: 'people', area_code: 'W06000023', value: '1240' })[name] ?? '',
    );
    await mkdir(join(folder, 'files', 'tables'), { recursive: true });
    await writeFile(join(folder, 'files/tables/profiles.csv'), `${columns.join()}\n${row.join()}\n`);
    const { resources } = await Package.load(dataPackageOf(walesRelease(), 'en'), { basePath: folder });
    const [first] = (await resources[0]?.read({ keyed: true })) ?? [];
    expect(first).toMatchObject({ figure: 'people', area_code: 'W06000023', sex: null, value: 1240 });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

it('has no resource for a table whose files the release does not hold', async () => {
  const release = walesRelease();
  const files = release.manifest.files.filter(({ path }) => path.includes('profiles'));
  const { resources } = dataPackageOf({ ...release, manifest: { ...release.manifest, files } }, 'en') as {
    resources: { name: string }[];
  };
  expect(resources.map(({ name }) => name)).toEqual(['profiles.csv', 'profiles.parquet']);
});

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findOnce, pathOfAttack } from './keep-records.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spcd-records-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

it('finds out once what the same code would find out again', async () => {
  let times = 0;
  const find = async () => {
    times += 1;
    return { times };
  };
  const ofOne = { folder, name: 'A1-1', own: pathOfAttack('A1') };
  expect(await findOnce(ofOne, find)).toEqual({ times: 1 });
  expect(await findOnce(ofOne, find)).toEqual({ times: 1 });
  // Other seeds, and other code: here that of another attack.
  expect(await findOnce({ ...ofOne, name: 'A1-1.2' }, find)).toEqual({ times: 2 });
  expect(await findOnce({ ...ofOne, own: pathOfAttack('A28') }, find)).toEqual({ times: 3 });
});

it('finds out anew what an interrupted run left half written', async () => {
  const ofOne = { folder, name: 'A2-1', own: pathOfAttack('A2') };
  await findOnce(ofOne, async () => 'whole');
  const path = join(folder, (await readdir(folder)).find((name) => name.startsWith('A2-1-')) as string);
  await rm(path);
  await writeFile(`${path}.part`, '"ha');
  expect(await findOnce(ofOne, async () => 'anew')).toBe('anew');
});

it('knows the file of every attack by its number', async () => {
  const attacks = new URL('attacks/', import.meta.url);
  const files = (await readdir(attacks)).filter((file) => /^a\d\d-/.test(file));
  expect(files.length).toBeGreaterThan(25);
  for (const file of files) {
    const [, id] = /^ {2}id: '(A\d+)',$/m.exec(await readFile(new URL(file, attacks), 'utf8')) ?? [];
    expect(`tests/attack/attacks/${file}`.startsWith(pathOfAttack(id as string)), file).toBe(true);
  }
});

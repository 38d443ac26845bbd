import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keepRecords } from './keep-records.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spcd-records-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

it('finds out once what the same code would find out again', async () => {
  const deciding = ['tests/attack/markdown-table.ts'];
  let times = 0;
  const find = async () => {
    times += 1;
    return { times };
  };
  expect(await (await keepRecords(folder, deciding)).once('A0-1', find)).toEqual({ times: 1 });
  expect(await (await keepRecords(folder, deciding)).once('A0-1', find)).toEqual({ times: 1 });
  expect(await (await keepRecords(folder, deciding)).once('A0-1.2', find)).toEqual({ times: 2 });
});

it('forgets what other code found out, and what an interrupted run left half written', async () => {
  const find = async () => 'anew';
  const before = await readdir(folder);
  const records = await keepRecords(folder, ['tests/attack/markdown-table.ts', 'tests/attack/attack.ts']);
  const [own] = (await readdir(folder)).filter((name) => !before.includes(name)) as [string];
  await writeFile(join(folder, own, 'A0-1.json.part'), '{"times":');
  expect(await records.once('A0-1', find)).toBe('anew');
});

import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { describeFile, renameDurably, syncTree, writeDurably } from '../../src/archive/durable-files.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spcd-files-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

it('writes a file whole, over what was there', async () => {
  const path = join(folder, 'manifest.json');
  await writeDurably(path, 'a long first text');
  await writeDurably(path, 'short');
  expect(await readFile(path, 'utf8')).toBe('short');
  expect((await stat(path)).mode & 0o022).toBe(0);
});

it('describes a file by its size and the digest of its bytes', async () => {
  const bytes = Buffer.alloc(300_000, 7);
  await mkdir(join(folder, 'cells'));
  await writeFile(join(folder, 'cells', 'a'), bytes);
  expect(await describeFile(folder, 'cells/a')).toEqual({
    path: 'cells/a',
    bytes: 300_000,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  });
  await expect(describeFile(folder, 'missing')).rejects.toMatchObject({ code: 'ENOENT' });
});

it('gives a finished folder its name, with all that is in it', async () => {
  await mkdir(join(folder, 'new', 'deep'), { recursive: true });
  await writeFile(join(folder, 'new', 'deep', 'a'), 'a');
  await syncTree(join(folder, 'new'));
  await renameDurably(join(folder, 'new'), join(folder, 'done'));
  expect(await readdir(folder)).toEqual(['done']);
  expect(await readFile(join(folder, 'done', 'deep', 'a'), 'utf8')).toBe('a');
});

import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeLock } from '../../src/store/embedded-lock.ts';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spcd-lock-'));
  path = join(folder, 'the.lock');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test('gives the lock to one of many that ask at once, and leaves no other file behind', async () => {
  const taken = await Promise.all(Array.from({ length: 20 }, () => takeLock(path)));
  expect(taken.filter((lock) => lock !== undefined)).toHaveLength(1);
  expect(await readdir(folder)).toEqual(['the.lock']);
});

test('gives the lock again once it was released', async () => {
  const first = await takeLock(path);
  expect(await takeLock(path)).toBeUndefined();
  await first?.release();
  expect(await takeLock(path)).toBeDefined();
});

test('takes over the lock of a process that has died', async () => {
  await writeFile(path, JSON.stringify({ pid: process.pid, identity: 'an earlier process' }));
  expect(await takeLock(path)).toBeDefined();
  expect(await takeLock(path)).toBeUndefined();
});

test('takes over a lock file that a power failure left empty', async () => {
  await writeFile(path, '');
  expect(await takeLock(path)).toBeDefined();
  expect(await readdir(folder)).toEqual(['the.lock']);
});

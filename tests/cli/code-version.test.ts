import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { versionOfCode } from '../../src/cli/code-version.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'spcd-code-'));
  for (const room of ['archive', 'disclosure', 'formats', 'http/public', 'query', 'standard', 'cli']) {
    await mkdir(join(root, 'src', room), { recursive: true });
  }
  await writeFile(join(root, 'package.json'), '{}');
  await writeFile(join(root, 'src', 'query', 'a.ts'), 'one');
  await writeFile(join(root, 'src', 'http', 'public', 'b.ts'), 'two');
});
afterEach(() => rm(root, { recursive: true, force: true }));

it('is the same for the same code, and says nothing of where that lies', async () => {
  const version = await versionOfCode(root);
  expect(version).toMatch(/^[0-9a-f]{64}$/);
  expect(await versionOfCode(join(root, 'src', '..'))).toBe(version);
});

it.each([
  ['a changed file', 'src/query/a.ts', 'once'],
  ['a file more', 'src/standard/c.ts', ''],
  ['another package', 'package.json', '{"dependencies":{}}'],
])('is another for %s', async (_, path, text) => {
  const version = await versionOfCode(root);
  await writeFile(join(root, path), text);
  expect(await versionOfCode(root)).not.toBe(version);
});

it('does not change with what writes no answer', async () => {
  const version = await versionOfCode(root);
  await writeFile(join(root, 'src', 'cli', 'd.ts'), 'three');
  expect(await versionOfCode(root)).toBe(version);
});

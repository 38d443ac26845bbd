import { spawnSync } from 'node:child_process';
import { appendFile, cp, mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const { STAMP, stampOf, isBuilt } = createRequire(import.meta.url)('../../bin/source-stamp.cjs') as {
  readonly STAMP: string;
  stampOf(folder: string): string;
  isBuilt(root: string): boolean;
};

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'spcd-built-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

describe('what was compiled', () => {
  const project = () => join(root, 'small');
  const source = (...path: string[]) => join(project(), 'src', ...path);
  beforeEach(async () => {
    await rm(project(), { recursive: true, force: true });
    await mkdir(source('query'), { recursive: true });
    await mkdir(join(project(), 'build'));
    await writeFile(source('main.ts'), 'one');
    await writeFile(source('query', 'a.ts'), 'two');
    await writeFile(join(project(), 'build', STAMP), stampOf(join(project(), 'src')));
  });

  it('is used as long as its source lies there unchanged', () => {
    expect(isBuilt(project())).toBe(true);
  });

  it.each<[string, () => Promise<void>]>([
    ['a file was changed', () => writeFile(source('query', 'a.ts'), 'three')],
    ['a file was changed and is as long as before', () => utimes(source('main.ts'), 0, 0)],
    ['a file came', () => writeFile(source('query', 'b.ts'), '')],
    ['a file went', () => rm(source('query', 'a.ts'))],
    ['it was not finished', () => rm(join(project(), 'build', STAMP))],
    ['it was never made', () => rm(join(project(), 'build'), { recursive: true })],
    ['its source is not there', () => rm(source(), { recursive: true })],
  ])('is not used once %s', async (_, change) => {
    await change();
    expect(isBuilt(project())).toBe(false);
  });
});

it('is what the command runs, until the source is changed', async () => {
  const project = join(root, 'whole');
  for (const path of [
    'bin',
    'src',
    'schema',
    'migrations',
    'package.json',
    'tsconfig.json',
    'tsconfig.build.json',
  ]) {
    await cp(join(ROOT, path), join(project, path), { recursive: true });
  }
  await symlink(join(ROOT, 'node_modules'), join(project, 'node_modules'));
  const run = (...argv: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, argv, { cwd: project, encoding: 'utf8' });
    return { status, stdout, stderr };
  };
  const validate = () =>
    run('bin/spcd.cjs', 'validate', join(ROOT, 'examples/valid/powys-2026-q3.json'), '--json');
  const fromSource = validate();
  expect(fromSource.status).toBe(0);
  expect(run('bin/build.cjs')).toEqual({ status: 0, stdout: '', stderr: '' });
  // So that it can be told which of them runs.
  await appendFile(join(project, 'build/main.js'), "\nprocess.stderr.write('built');\n");
  expect(validate()).toEqual({ ...fromSource, stderr: 'built' });
  await appendFile(join(project, 'src/config.ts'), '\n');
  expect(validate()).toEqual(fromSource);
}, 120_000);

import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diffCommand } from '../../src/cli/diff.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spcd-diff-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function run(line: string, workingFolder = ROOT) {
  const said = { stdout: '', stderr: '' };
  const code = await diffCommand(line.split(' ').filter(Boolean), {
    stdout: { write: (text: string) => (said.stdout += text) },
    stderr: { write: (text: string) => (said.stderr += text) },
    language: 'en',
    workingFolder,
  });
  return { code, ...said };
}

describe('spcd diff', () => {
  it('says the step, and each difference with its rule and the reason', async () => {
    const { code, stdout } = await run('schema/1.0 schema/1.1');
    expect(code).toBe(0);
    expect(stdout).toContain('The step is minor.');
    expect(stdout).toContain('tables/workforce/works_in_welsh (field-added)');
    expect(stdout).toContain('advice to use materials_sent');
    expect((await run('schema/1.0 schema/1.1 --lang cy')).stdout).toContain('Maint y cam: bach.');
  });

  it('has no English word for a step in its Welsh, but where it is what is typed', async () => {
    const { stdout } = await run('schema/1.0 schema/1.1 --lang cy');
    expect(stdout).toMatch(/^Bach: 3$/m);
    expect(stdout).not.toMatch(/major|minor|patch/i);
  });

  it('gives JSON in both languages', async () => {
    const { step, changes } = JSON.parse((await run('schema/1.0 schema/1.1 --json')).stdout);
    expect(step).toBe('minor');
    expect(changes).toHaveLength(3);
    expect(changes[0].message.cy).toContain('Anghymeradwyir y cod');
  });

  it.each([
    ['schema/1.0 schema/1.0 --fail-on patch', 0],
    ['schema/1.0 schema/1.1 --fail-on major', 0],
    ['schema/1.0 schema/1.1 --fail-on minor', 1],
    ['schema/1.0 schema/1.1 --fail-on patch', 1],
    ['schema/1.1 schema/1.0 --fail-on major', 1],
  ])('%s ends with %i', async (line, code) => {
    expect((await run(line)).code).toBe(code);
  });

  it.each([
    ['', 'Name two folders'],
    ['schema/1.0', 'Name two folders'],
    ['schema/1.0 schema/1.9', 'There is no file'],
    ['schema/1.0 schema/meta', 'is no version'],
    ['schema/1.0 schema/1.1 --fail-on huge', 'major, minor or patch'],
    ['schema/1.0 schema/1.1 --nonsense', 'There is no option --nonsense.'],
  ])('%s cannot run, and says why', async (line, words) => {
    const { code, stderr } = await run(line);
    expect(code).toBe(2);
    expect(stderr).toContain(words);
  });

  it.each([
    ['is not JSON', 'tables/profiles.schema.json', '{'],
    ['is no object', 'tables/profiles.schema.json', '[]'],
    ['extends itself', 'changes.json', '{"extends":"1.1"}'],
    ['leads elsewhere', 'changes.json', '{"extends":"../../../etc"}'],
    ['is not JSON at all', 'changes.json', 'null,'],
    ['is null', 'changes.json', 'null'],
  ])('says so of a folder in which a file %s', async (_, path, text) => {
    await cp(join(ROOT, 'schema/1.0'), join(folder, '1.0'), { recursive: true });
    await cp(join(ROOT, 'schema/1.0'), join(folder, '1.1'), { recursive: true });
    await mkdir(join(folder, '1.1', 'tables'), { recursive: true });
    await writeFile(join(folder, '1.1', path), text);
    const { code, stderr } = await run('1.0 1.1', folder);
    expect(code).toBe(2);
    expect(stderr).toContain('cannot be read as a version of the standard');
  });
});

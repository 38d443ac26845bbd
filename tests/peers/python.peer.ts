import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildPackage } from '../../src/npm-package/build-package.ts';
import { compiledValidator } from '../support/compiled-validators.ts';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const README = readFileSync(join(REPOSITORY, 'src/npm-package/README.md'), 'utf8');
const SNIPPET = /```python\n([\s\S]*?)```/.exec(README)?.[1] as string;

/** Every example that is JSON at all, right or wrong. */
const EXAMPLES = ['valid', 'invalid', 'walkthrough', 'evidence'].flatMap((folder) =>
  readdirSync(join(REPOSITORY, 'examples', folder))
    .filter((name) => name.endsWith('.json') && !name.endsWith('.expected.json') && name !== 'services.json')
    .map((name) => join(REPOSITORY, 'examples', folder, name))
    .filter(isDocument),
);

function isDocument(path: string): boolean {
  const text = readFileSync(path, 'utf8');
  // Python's json module itself stops at about a thousand levels.
  if (/\[{500}/.test(text)) return false;
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'spcd-python-'));
  await buildPackage(join(folder, 'node_modules/@spcd/core-dataset'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('judges every example as our validator does, by the Python of the README', async () => {
  const validate = await compiledValidator('return');
  const script = [
    SNIPPET,
    'import sys',
    'paths = json.load(sys.stdin)',
    'print(json.dumps([not faults(json.loads(pathlib.Path(path).read_text(encoding="utf-8", errors="replace"))) for path in paths]))',
  ].join('\n');
  writeFileSync(join(folder, 'judge.py'), script);
  // Debian's own Python: the package is installed for that one.
  const printed = execFileSync('/usr/bin/python3', ['judge.py'], {
    cwd: folder,
    input: JSON.stringify(EXAMPLES),
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const theirs = JSON.parse(printed) as boolean[];
  const ours = EXAMPLES.map((path) => validate(JSON.parse(readFileSync(path, 'utf8'))));
  const named = (judged: readonly boolean[]) =>
    EXAMPLES.map((path, index) => `${path.slice(REPOSITORY.length)} ${judged[index]}`);
  expect(named(theirs)).toEqual(named(ours));
  expect(new Set(ours)).toEqual(new Set([true, false]));
});

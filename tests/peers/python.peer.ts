import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildPackage } from '../../src/npm-package/build-package.ts';
import { exampleRow } from '../../src/standard/rules/example-rows.ts';
import { compiledValidator } from '../support/compiled-validators.ts';
import { VALID_RETURN } from '../support/valid-return.ts';

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

/** What the Python of the README says of each document: whether it finds no fault. */
function judgedByPython(paths: readonly string[]): boolean[] {
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
    input: JSON.stringify(paths),
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  return JSON.parse(printed) as boolean[];
}

it('judges every example as our validator does, by the Python of the README', async () => {
  const validate = await compiledValidator('return');
  const theirs = judgedByPython(EXAMPLES);
  const ours = EXAMPLES.map((path) => validate(JSON.parse(readFileSync(path, 'utf8'))));
  const named = (judged: readonly boolean[]) =>
    EXAMPLES.map((path, index) => `${path.slice(REPOSITORY.length)} ${judged[index]}`);
  expect(named(theirs)).toEqual(named(ours));
  expect(new Set(ours)).toEqual(new Set([true, false]));
});

it('judges returns of the draft 1.1 by the schemas of 1.1', () => {
  const workforce = exampleRow('workforce', { area_code: 'W11000024' });
  const documentOf = (schema_version: string, row: object) => ({
    ...VALID_RETURN,
    schema_version,
    tables: { workforce: [row] },
  });
  const later = { ...workforce, works_in_welsh: 1 };
  const documents = [
    documentOf('1.1', later),
    documentOf('1.1', workforce),
    documentOf('1.0', later),
    documentOf('1.1', { ...later, works_in_welsh: -1 }),
    documentOf('1.1', { ...later, another: 1 }),
  ];
  const paths = documents.map((document, index) => {
    const path = join(folder, `draft-${index}.json`);
    writeFileSync(path, JSON.stringify(document));
    return path;
  });
  expect(judgedByPython(paths)).toEqual([true, true, false, false, false]);
});

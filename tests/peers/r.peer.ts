import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildPackage } from '../../src/npm-package/build-package.ts';
import { CODE_LISTS } from '../../src/standard/generated/code-lists.ts';

const README = readFileSync(new URL('../../src/npm-package/README.md', import.meta.url), 'utf8');
const SNIPPET = /```r\n([\s\S]*?)```/.exec(README)?.[1] as string;

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'spcd-r-'));
  await buildPackage(join(folder, 'node_modules/@spcd/core-dataset'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('reads a code list in both languages, by the R of the README', () => {
  const shown = [
    SNIPPET,
    'cat("--\\n")',
    'shown <- subset(need, level == "group")',
    'cat(paste(shown$code, shown$title_en, shown$title_cy, sep = "|"), sep = "\\n")',
  ];
  writeFileSync(join(folder, 'read.R'), shown.join('\n'));
  const printed = execFileSync('Rscript', ['read.R'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  const [table = '', lines = ''] = printed.split('--\n');
  expect(table).toContain('title_cy');
  expect(lines.trimEnd().split('\n')).toEqual(
    CODE_LISTS.need.codes
      .filter(({ level }) => level === 'group')
      .map(({ code, title }) => `${code}|${title.en}|${title.cy}`),
  );
});

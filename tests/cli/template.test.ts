import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { templateCommand } from '../../src/cli/template.ts';
import { validateCommand } from '../../src/cli/validate.ts';
import { TABLE_NAMES } from '../../src/standard/generated/tables.ts';
import type { Language } from '../../src/standard/text.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spcd-template-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function run(line: string, language: Language = 'en') {
  const said = { stdout: '', stderr: '' };
  const code = await templateCommand(line.split(' ').filter(Boolean), {
    stdout: { write: (text: string) => (said.stdout += text) },
    stderr: { write: (text: string) => (said.stderr += text) },
    language,
    workingFolder: folder,
  });
  return { code, ...said };
}

async function validate(file: string, ...options: string[]) {
  let stdout = '';
  await validateCommand([join(folder, file), '--json', ...options], {
    stdin: (async function* () {})(),
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      throw new Error(text);
    },
    env: {},
  });
  const { findings } = JSON.parse(stdout) as { findings: { rule: string }[] };
  return new Set(findings.map(({ rule }) => rule));
}

const TO_FILL_IN = new Set(['header-field-present', 'empty-table-is-declared-nil']);

describe('spcd template', () => {
  it('writes the headings of one table to standard output', async () => {
    const { code, stdout } = await run('profiles');
    expect(code).toBe(0);
    expect(stdout).toBe(
      'population,area_code,age_band,sex,deprivation_quintile,people,people_first_in_year\r\n',
    );
  });

  it('writes every table as JSON, with what is known of the header', async () => {
    const { stdout } = await run('all --set period=2026-Q2 --set notes_en=None.');
    const { tables, ...header } = JSON.parse(stdout);
    expect(Object.keys(tables)).toEqual(TABLE_NAMES);
    expect(header).toMatchObject({ submitter: null, period_end: '2026-06-30', notes: { en: 'None.' } });
  });

  it.each(['return.json', 'return.ndjson', 'return.zip', 'return.xlsx'])(
    'writes %s, of which spcd validate reports only what is to be filled in',
    async (file) => {
      expect(await run(`all --out ${file}`)).toEqual({ code: 0, stdout: '', stderr: '' });
      const rules = await validate(file);
      rules.delete('sheet-set-aside');
      expect(rules).toEqual(TO_FILL_IN);
    },
  );

  it('writes a CSV of which spcd validate reports the same', async () => {
    await run('needs --out needs.csv');
    expect(await validate('needs.csv')).toEqual(TO_FILL_IN);
  });

  it('writes the form that --format names, whatever the file is called', async () => {
    await run('closures --format json --out closures.csv');
    expect(JSON.parse(await readFile(join(folder, 'closures.csv'), 'utf8')).tables).toEqual({ closures: [] });
  });

  it.each([
    ['', 'Name one table, or all'],
    ['profiles needs', 'Name one table, or all'],
    ['profile', 'Did you mean profiles?'],
    ['__proto__', 'There is no table __proto__.'],
    ['all --format csv', 'A CSV holds one table'],
    ['profiles --set period=2026-Q2', 'A CSV has no header'],
    ['all --set period', '--set takes NAME=VALUE'],
    ['all --format pdf', 'not pdf'],
    ['all --out there.pdf', 'not pdf'],
    ['all --format xlsx', 'say with --out FILE'],
    ['all --out nowhere/return.json', 'cannot be written (ENOENT)'],
    ['all --lang fr', '--lang is en or cy'],
    ['all --cats', 'There is no option --cats.'],
  ])('refuses "%s" and writes nothing', async (line, words) => {
    const { code, stdout, stderr } = await run(line);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(words);
    expect(await readdir(folder)).toEqual([]);
  });

  it('speaks Welsh', async () => {
    expect((await run('--help', 'cy')).stdout).toContain('Defnydd:');
    expect((await run('--help --lang cy')).stdout).toContain('Defnydd:');
    expect((await run('profile', 'cy')).stderr).toContain('Ai profiles oedd gennych mewn golwg?');
  });
});

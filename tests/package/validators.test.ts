import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const VALIDATORS = fileURLToPath(new URL('../../src/standard/generated/validators', import.meta.url));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'spcd-alone-'));
  for (const name of ['profiles', 'service']) {
    copyFileSync(join(VALIDATORS, `${name}.js`), join(folder, `${name}.mjs`));
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a line of JavaScript beside the copied file, where no package is installed. */
function runAlone(file: 'profiles' | 'service', code: string): unknown {
  const script = `import * as validators from './${file}.mjs'; console.log(JSON.stringify(${code}));`;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: folder,
    encoding: 'utf8',
  });
  return JSON.parse(output);
}

describe('the compiled validators, alone in a folder', () => {
  it('accept and refuse a row with no Ajv installed', () => {
    const row = {
      population: 'referred',
      area_code: 'W06000023',
      age_band: '25_34',
      sex: 'female',
      deprivation_quintile: 'q1',
      people: 12,
      people_first_in_year: 9,
    };
    const judged = [row, { ...row, sex: 'Female' }, { ...row, people: 1.5 }, { ...row, name: 'x' }];
    expect(
      runAlone('profiles', `${JSON.stringify(judged)}.map((row) => validators.validateProfilesRow(row))`),
    ).toEqual([true, false, false, false]);
  });

  it('check dates and lengths, which Ajv leaves to other packages', () => {
    const service = {
      id: 'example-service',
      name: { en: 'Example', cy: 'Enghraifft' },
      submitter: '7A7',
      areas: ['W06000023'],
      valid_from: '2026-04-01',
    };
    const judged = [
      service,
      { ...service, valid_from: '2026-02-30' },
      { ...service, name: { en: '', cy: '' } },
    ];
    expect(
      runAlone('service', `${JSON.stringify(judged)}.map((item) => validators.validateService(item))`),
    ).toEqual([true, false, false]);
  });
});

it('hold one table each: a row of profiles is checked with a few kilobytes', () => {
  const { length } = gzipSync(readFileSync(join(VALIDATORS, 'profiles.js')));
  expect(length).toBeLessThan(10_000);
});

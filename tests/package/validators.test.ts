import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const VALIDATORS = fileURLToPath(new URL('../../src/standard/generated/validators.js', import.meta.url));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'spcd-alone-'));
  copyFileSync(VALIDATORS, join(folder, 'validators.mjs'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a line of JavaScript beside the copied file, where no package is installed. */
function runAlone(code: string): unknown {
  const script = `import * as validators from './validators.mjs'; console.log(JSON.stringify(${code}));`;
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
    expect(runAlone(`${JSON.stringify(judged)}.map((row) => validators.validateProfilesRow(row))`)).toEqual([
      true,
      false,
      false,
      false,
    ]);
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
    expect(runAlone(`${JSON.stringify(judged)}.map((item) => validators.validateService(item))`)).toEqual([
      true,
      false,
      false,
    ]);
  });
});

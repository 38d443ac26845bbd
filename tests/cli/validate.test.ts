import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { validateCommand } from '../../src/cli/validate.ts';
import { digestTables } from '../../src/standard/digest-tables.ts';
import type { Report } from '../../src/standard/finding.ts';
import type { Return } from '../../src/standard/generated/types.ts';
import { serialiseReport, validateReturn } from '../../src/standard/validate-return.ts';
import { writeCsvArchive } from '../../src/standard/write/write-csv-archive.ts';
import { writeReturnWorkbook } from '../../src/standard/write/write-return-workbook.ts';
import { VALID_RETURN } from '../support/valid-return.ts';

const example = (path: string) => fileURLToPath(new URL(`../../examples/${path}`, import.meta.url));

const WHOLE = example('valid/powys-2026-q3.json');
const PROFILES = example('valid/powys-2026-q3/profiles.csv');
const HEADER = example('valid/powys-2026-q3/return.json');

/** Runs the command and collects what it says. */
async function run(
  argv: readonly string[],
  { stdin = '', env = {} }: { stdin?: string | Uint8Array; env?: Record<string, string> } = {},
) {
  const said = { stdout: '', stderr: '' };
  async function* read() {
    const bytes = typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin;
    if (bytes.length > 0) yield bytes.subarray(0, 7);
    if (bytes.length > 7) yield bytes.subarray(7);
  }
  const exitCode = await validateCommand(argv, {
    stdin: read(),
    stdout: (text) => {
      said.stdout += text;
    },
    stderr: (text) => {
      said.stderr += text;
    },
    env,
  });
  return { exitCode, ...said };
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spcd-validate-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Writes a file into the test's own folder. */
async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

/** The valid return with something else in the first row for sex. */
function withSex(sex: string): typeof VALID_RETURN {
  const copy = structuredClone(VALID_RETURN);
  Object.assign(copy.tables.profiles?.[0] ?? {}, { sex });
  return copy;
}

/** The valid example with something changed. */
async function changed(name: string, change: (text: string) => string): Promise<string> {
  return file(name, change(await readFile(WHOLE, 'utf8')));
}

describe('spcd validate', () => {
  it('ends with 0 and says so when the return is valid', async () => {
    const { exitCode, stdout, stderr } = await run([WHOLE]);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Valid: the return meets the standard.');
    expect(stdout).toContain('Profiles (profiles) 28, Characteristics (characteristics) 63');
  });

  it('ends with 1 when the return has an error, and says what, where, why, how and what was meant', async () => {
    const path = await changed('misspelt.json', (text) => text.replace('"25_34"', '"25_43"'));
    const { exitCode, stdout } = await run([path]);
    expect(exitCode).toBe(1);
    expect(stdout).toContain(
      'Error · code-known · 1 place\n  This is not a code of the list "Age band (age_band)".',
    );
    expect(stdout).toContain('Why: ');
    expect(stdout).toContain('How to mend it: ');
    expect(stdout).toContain(
      'profiles, row 2, field age_band (/tables/profiles/1/age_band): 25_43 — did you mean 25_34?',
    );
  });

  it('suggests what to add without asking whether it was meant', async () => {
    const path = await changed('few.json', (text) => {
      const document = JSON.parse(text) as Return;
      const { coverage, tables } = document;
      const characteristics = tables.characteristics?.filter((row) => row.characteristic !== 'disability');
      return JSON.stringify({ ...document, coverage, tables: { characteristics } });
    });
    const { stdout } = await run([path]);
    expect(stdout).toContain('header /coverage/tables/characteristics/not_collected — suggested: disability');
    expect((await run([path, '--lang', 'cy'])).stdout).toContain('not_collected — awgrym: disability');
  });

  it('ends with 0 when there are only things to confirm, and says that there are', async () => {
    const path = await changed('elsewhere.json', (text) => {
      const document = JSON.parse(text) as Return;
      const profiles = document.tables.profiles?.map((row, index) =>
        index === 0 ? { ...row, area_code: 'W06000008' } : row,
      );
      return JSON.stringify({ ...document, tables: { profiles } });
    });
    const { exitCode, stdout } = await run([path]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Valid, but some things must be confirmed');
    expect(stdout).toContain('To confirm: 1');
  });

  it('prints with --json the very bytes of the library', async () => {
    const path = example('invalid/unknown-code.json');
    const { stdout } = await run([path, '--json']);
    expect(stdout).toBe(serialiseReport(validateReturn(await readFile(path), { format: 'json' }).report));
  });

  it('reads standard input, and tells JSON from CSV by how it begins', async () => {
    const json = await run(['-', '--json'], { stdin: `\uFEFF  \n${await readFile(WHOLE, 'utf8')}` });
    expect(json.exitCode).toBe(0);
    const csv = await run(['-', '--table', 'profiles', '--header', HEADER, '--json'], {
      stdin: await readFile(PROFILES),
    });
    expect((JSON.parse(csv.stdout) as Report).rows).toEqual({ profiles: 28 });
  });

  it.each([
    [
      'an old workbook',
      'return.xls',
      [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
      'workbook-kind-known',
    ],
    ['one with a password and no extension', 'return', [0xd0, 0xcf, 0x11, 0xe0], 'workbook-kind-known'],
    ['JSON in UTF-16 from standard input', '-', [0xff, 0xfe, 0x7b, 0x00], 'text-is-not-utf-16'],
  ])('says what is wrong with %s, not that it is a CSV', async (_what, name, bytes, rule) => {
    const content = new Uint8Array([...bytes, ...new Uint8Array(600)]);
    const path = name === '-' ? name : await file(name, content);
    const { exitCode, stdout } = await run([path, '--json'], { stdin: content });
    const { findings } = JSON.parse(stdout) as Report;
    expect([exitCode, findings.map((finding) => finding.rule)]).toEqual([1, [rule]]);
  });

  it('takes the table of a CSV from its name, and its header from a file', async () => {
    const { exitCode, stdout } = await run([PROFILES, '--header', HEADER, '--json']);
    expect([exitCode, (JSON.parse(stdout) as Report).rows]).toEqual([0, { profiles: 28 }]);
  });

  it('takes the header of a whole return, without its tables', async () => {
    expect((await run([PROFILES, '--header', WHOLE])).exitCode).toBe(0);
  });

  it('lets --set change one field of the header', async () => {
    const argv = [
      PROFILES,
      '--header',
      HEADER,
      '--set',
      'submitter=7A77',
      '--set',
      'areas_complete=',
      '--json',
    ];
    const { stdout } = await run(argv);
    const { findings } = JSON.parse(stdout) as Report;
    expect(findings.map(({ rule, path }) => [rule, path])).toEqual([['header-code-known', '/submitter']]);
  });

  it('names a field that nobody knows in its place where it may, and else says there that it does not', async () => {
    const [first, ...others] = VALID_RETURN.tables.profiles ?? [];
    const profiles = [{ ...first, peple: 3, 'Jane Jones': 4 }, ...others];
    const wrong = { ...VALID_RETURN, perod: '2026-Q3', tables: { ...VALID_RETURN.tables, profiles } };
    const { stdout } = await run(['-'], { stdin: JSON.stringify(wrong) });
    expect(stdout).toContain(
      '- profiles, row 1, field peple (/tables/profiles/0/peple) — did you mean people?',
    );
    expect(stdout).toContain('- profiles, row 1, field … (/tables/profiles/0/…): name not repeated here');
    expect(stdout).toContain('- header /perod — did you mean period?');
    expect(stdout).not.toMatch(/Jones|\[withheld\]/);
  });

  it('says of a folder that it is one', async () => {
    const { exitCode, stderr } = await run([folder]);
    expect([exitCode, stderr]).toEqual([2, `${folder} is a folder: name a file in it.\n`]);
  });

  it('gives places of a CSV by record and column', async () => {
    const path = await file('profiles.csv', (await readFile(PROFILES, 'utf8')).replace('25_34', '25_43'));
    const { exitCode, stdout } = await run([path, '--header', HEADER]);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('record 3, column age_band: 25_43 — did you mean 25_34?');
  });

  it('gives the line where a text stops being JSON', async () => {
    const { stdout } = await run([example('invalid/malformed-json.json')]);
    expect(stdout).toContain('line 11 (/sex_basis)');
  });

  it('lists the same fault of several fields once, with every place', async () => {
    const { stdout } = await run(['-', '--table', 'profiles'], { stdin: await readFile(PROFILES) });
    expect(stdout.match(/header-field-present/g)).toHaveLength(1);
    expect(stdout).toContain('- header /period\n');
  });

  it('never repeats what stood in a column of counts', async () => {
    const path = await changed('number.json', (text) =>
      text.replace('"people": 7', '"people": "9434765919"'),
    );
    const { stdout } = await run([path]);
    expect(stdout).toContain('value not repeated here');
    expect(stdout).not.toContain('9434765919');
  });

  it.each([
    ['--lang', ['--lang', 'cy'], {}],
    ['LANG', [], { LANG: 'cy_GB.UTF-8' }],
    ['LC_ALL before LANG', [], { LANG: 'en_GB.UTF-8', LC_ALL: 'cy_GB.UTF-8' }],
  ])('speaks Welsh when %s says so', async (_, argv, env) => {
    const { stdout } = await run([WHOLE, ...argv], { env });
    expect(stdout).toContain("Dilys: mae'r ffurflen yn bodloni'r safon.");
  });

  it('lets --lang decide over LANG', async () => {
    const { stdout } = await run([WHOLE, '--lang', 'en'], { env: { LANG: 'cy_GB.UTF-8' } });
    expect(stdout).toContain('Valid: ');
  });

  it('refuses a header in which a name stands twice, and says where', async () => {
    const path = await file('twice.json', '{"period":"2026-Q3",\n"period":"2026-Q4"}');
    const { exitCode, stderr } = await run([PROFILES, '--header', path]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('/period');
    expect(stderr).toContain('twice');
  });

  it.each(['return.xlsx', 'return'])(
    'reads a workbook called %s, and names its sheet and row',
    async (name) => {
      const path = await file(name, writeReturnWorkbook(withSex('x')));
      const { exitCode, stdout } = await run([path]);
      expect(exitCode).toBe(1);
      expect(stdout).toContain('- sheet profiles, row 2, column sex: x');
    },
  );

  it.each(['return.zip', 'archive'])('reads a zip of CSVs called %s, and names its file', async (name) => {
    const path = await file(name, writeCsvArchive(withSex('x')));
    const { exitCode, stdout } = await run([path]);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('- profiles.csv, record 2, column sex: x');
  });

  it.each([
    ['by its name', 'return.ndjson'],
    ['by its other name', 'return.jsonl'],
    ['by how it begins', 'return'],
  ])('knows NDJSON %s, and names lines', async (_, name) => {
    const { tables: _tables, ...header } = VALID_RETURN;
    const path = await file(name, `${JSON.stringify(header)}\n{"table":"profiles","sex":"x"}\n`);
    const { exitCode, stdout } = await run([path]);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('- line 2 (/tables/profiles/0/sex): x');
  });

  it('reads labels as codes only with --labels', async () => {
    const path = await file('labels.json', JSON.stringify(withSex('Benyw')));
    const asked = await run([path, '--labels']);
    expect([asked.exitCode, asked.stdout]).toEqual([0, expect.stringContaining('labels-read-as-codes')]);
    expect((await run([path])).exitCode).toBe(1);
  });

  it('gives digests with --digest, and leaves the report as it is', async () => {
    const bytes = await readFile(WHOLE);
    const validation = validateReturn(bytes, { format: 'json' });
    const digests = await digestTables(validation);
    const { stdout } = await run([WHOLE, '--json', '--digest']);
    expect(JSON.parse(stdout)).toEqual({ report: validation.report, tables: digests });
    const words = await run([WHOLE, '--digest', '--lang', 'cy']);
    expect(words.exitCode).toBe(0);
    for (const { table, rows, table_digest } of digests ?? []) {
      expect(words.stdout).toContain(`  ${table} (${rows}): ${table_digest}\n`);
    }
    const wrong = await file('wrong.json', JSON.stringify(withSex('x')));
    expect(await run([wrong, '--digest'])).toMatchObject({
      exitCode: 1,
      stdout: expect.stringContaining('A return with errors has no digests.'),
    });
  });

  it('shows how it is used when asked, and ends with 0', async () => {
    expect(await run(['--help'])).toMatchObject({ exitCode: 0, stderr: '' });
    expect((await run(['--help', '--lang', 'cy'])).stdout).toContain('Defnydd: spcd validate');
  });

  it.each([
    ['no file', []],
    ['two files', [WHOLE, WHOLE]],
    ['an option it does not have', [WHOLE, '--strict']],
    ['a language it does not have', [WHOLE, '--lang', 'fr']],
    ['a format it does not have', [WHOLE, '--format', 'xls']],
    ['a CSV of which nobody says which table it is', ['-', '--format', 'csv']],
    ['a header for a return in JSON', [WHOLE, '--header', HEADER]],
    ['a setting without a value', [PROFILES, '--set', 'period']],
    ['a file that is not there', [join(tmpdir(), 'spcd-no-such-file.json')]],
    ['a folder', [tmpdir()]],
    ['a header that is not there', [PROFILES, '--header', join(tmpdir(), 'spcd-no-such-file.json')]],
    ['a header that is no JSON object', [PROFILES, '--header', PROFILES]],
  ])('ends with 2 and says why for %s, in both languages', async (_, argv) => {
    const english = await run(argv);
    const welsh = await run(argv, { env: { LANG: 'cy' } });
    expect([english.exitCode, welsh.exitCode]).toEqual([2, 2]);
    expect([english.stdout, welsh.stdout]).toEqual(['', '']);
    expect(english.stderr.length).toBeGreaterThan(10);
    expect(welsh.stderr).not.toBe(english.stderr);
  });
});

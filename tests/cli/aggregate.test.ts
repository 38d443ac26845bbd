import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aggregateCommand } from '../../src/cli/aggregate.ts';
import { SETTABLE } from '../../src/cli/aggregate-settings.ts';
import { validateReturn } from '../../src/standard/validate-return.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples/aggregate/', import.meta.url));
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spcd-aggregate-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

async function run(argv: readonly string[], workingFolder = folder) {
  let stdout = '';
  let stderr = '';
  const code = await aggregateCommand(argv, {
    stdout: { write: (text: string) => (stdout += text) },
    stderr: { write: (text: string) => (stderr += text) },
    language: 'en',
    workingFolder,
  });
  return { code, stdout, stderr };
}

const COMMON = ['--period', '2026-Q2', '--extracted-at', '2026-07-20'];

const SYSTEMS: readonly (readonly [string, readonly string[], string])[] = [
  ['system A', ['system-a/mapping.json'], 'system-a/expected.json'],
  [
    'system B',
    ['system-b/mapping.json', '--postcode-lookup', 'system-b/postcodes.csv'],
    'system-b/expected.json',
  ],
  ['system C', ['system-c/mapping.json'], 'system-c/expected.json'],
  [
    'systems B and C of one board together',
    [
      ...['--system', 'system-b/mapping.json', '--system', 'system-c/mapping.json'],
      ...['--postcode-lookup', 'system-b/postcodes.csv'],
    ],
    'expected-b-and-c.json',
  ],
];

describe('the examples', () => {
  it.each(SYSTEMS)('%s is counted into the return that stands beside it', async (_name, argv, expected) => {
    const out = join(folder, 'return.json');
    const { code, stderr } = await run([...argv, ...COMMON, '--out', out], EXAMPLES);
    expect([code, stderr.includes('To mend')]).toEqual([0, false]);
    expect(readFileSync(out, 'utf8')).toBe(readFileSync(join(EXAMPLES, expected), 'utf8'));
  });

  it('holds nothing of any person of the exports, in the return or in the messages', async () => {
    const out = join(folder, 'return.json');
    const { stderr } = await run([...(SYSTEMS[1]?.[1] ?? []), ...COMMON, '--out', out], EXAMPLES);
    const said = readFileSync(out, 'utf8') + stderr;
    const rows = readFileSync(join(EXAMPLES, 'system-b/cases.csv'), 'utf8').trim().split('\r\n').slice(1);
    const secrets = rows.map((row) => row.split(';')).flatMap((cells) => [cells[0], cells[12], cells[14]]);
    expect(secrets.length).toBeGreaterThan(180);
    expect(secrets.filter((secret) => secret === undefined || said.includes(secret))).toEqual([]);
  });

  it('counts a person whom two systems know once, and everyone else still', async () => {
    const people = (file: string) => {
      const { tables } = JSON.parse(readFileSync(join(EXAMPLES, file), 'utf8'));
      return tables.profiles
        .filter(({ population }: { population: string }) => population === 'referred')
        .reduce((sum: number, row: { people: number }) => sum + row.people, 0);
    };
    /** Who was referred in the quarter: rows received within 28 days of a closing go on with the same episode. */
    const referredBy = (file: string, separator: string, columns: readonly [number, number]) => {
      const cases = readFileSync(join(EXAMPLES, file), 'utf8')
        .trim()
        .split('\r\n')
        .slice(1)
        .map((row) => row.split(separator))
        .map((cells) => ({ person: cells[0], days: columns.map((column) => timeOf(cells[column] ?? '')) }));
      return cases
        .filter(({ days: [received] }) => isInQuarter(received as number))
        .filter(({ person, days: [received] }) =>
          cases.every(
            (other) =>
              other.person !== person ||
              !((other.days[1] as number) <= (received as number)) ||
              (received as number) - (other.days[1] as number) > 28 * 86_400_000,
          ),
        )
        .map(({ person }) => person);
    };
    const b = referredBy('system-b/cases.csv', ';', [2, 9]);
    const c = referredBy('system-c/cases.csv', ',', [1, 5]);
    expect(people('system-b/expected.json')).toBe(new Set(b).size);
    expect(people('system-c/expected.json')).toBe(new Set(c).size);
    expect(people('expected-b-and-c.json')).toBe(new Set([...b, ...c]).size);
    expect(new Set([...b, ...c]).size).toBeLessThan(b.length + c.length);
  });
});

/** Milliseconds of a date in either form; NaN for none. */
function timeOf(text: string): number {
  return Date.parse(text.split('/').reverse().join('-'));
}

function isInQuarter(time: number): boolean {
  return time >= Date.UTC(2026, 3, 1) && time < Date.UTC(2026, 6, 1);
}

const MAPPING = {
  standard: 'spcd',
  schema_version: '1.0',
  system: 'small',
  header: {
    submitter: '7A7',
    source_kind: 'synthetic',
    deprivation_index: 'wimd_2019',
    ethnicity_scheme: 'census_2021',
    services_included: ['small-service'],
  },
  cases: {
    file: 'cases.csv',
    columns: {
      person_id: 'ref',
      referral_received_date: 'date',
      sex: { column: 'gender', values: { F: 'female' } },
    },
  },
};

function givenCases(csv: string | Uint8Array, mapping: object = MAPPING): void {
  writeFileSync(join(folder, 'mapping.json'), JSON.stringify(mapping));
  writeFileSync(join(folder, 'cases.csv'), csv);
}

const ARGV = ['mapping.json', ...COMMON];

describe('exports that cannot be counted as they are', () => {
  it('lists values that are near a code with their count, never any other, and writes nothing', async () => {
    givenCases('ref,date,gender\n1,2026-04-01,F\n2,2026-04-02,X\n3,2026-04-03,X\n4,2026-04-04,femal\n');
    const { code, stderr } = await run(ARGV);
    expect(code).toBe(1);
    expect(stderr).toContain('"femal" × 1: did you mean female?');
    expect(stderr).toContain('near no code, not repeated here: 1');
    expect(stderr).not.toContain('"X"');
    expect(stderr).toContain('Rows 3, 4, 5');
    expect(stderr).toContain('Nothing was written.');
    expect(readdirSync(folder).sort()).toEqual(['cases.csv', 'mapping.json']);
  });

  it('counts them as not known when that is allowed, and says how many', async () => {
    givenCases('ref,date,gender\n1,2026-04-01,F\n2,2026-04-02,X\n');
    const { code, stderr } = await run([...ARGV, '--allow-unmapped']);
    expect([code, stderr.includes('1 values or rows that could not be read')]).toEqual([0, true]);
    const { tables } = JSON.parse(readFileSync(join(folder, 'return-2026-Q2.json'), 'utf8'));
    expect(tables.profiles.map(({ sex }: { sex: string }) => sex)).toEqual(['female', 'not_known']);
  });

  it('does not repeat what looks like names under a pick-list', async () => {
    const names = ['Ann Other', 'Bob Other', 'Cai Other', 'Dee Other', 'Eve Other', 'Fay Other', 'Guy Other'];
    givenCases('ref,date,gender\n1,2026-04-01,Mrs Ann Other\n');
    expect((await run(ARGV)).stderr).not.toContain('Other');
    givenCases(`ref,date,gender\n${names.map((name, index) => `${index},2026-04-01,${name}\n`).join('')}`);
    const { code, stderr } = await run(ARGV);
    expect([code, stderr.includes('Other'), stderr.includes('about people: 7')]).toEqual([1, false, true]);
  });

  it('says which rows hold dates in another form, and not the dates', async () => {
    givenCases('ref,date,gender\n1,2026-04-01,F\n2,04.13.2026,F\n');
    const { code, stderr } = await run(ARGV);
    expect([code, stderr.includes('small · cases · date · 1'), stderr.includes('Rows 3')]).toEqual([
      1,
      true,
      true,
    ]);
    expect(stderr).not.toContain('04.13.2026');
  });

  it('leaves out rows without a person or a date, and says so', async () => {
    givenCases('ref,date,gender\n1,2026-04-01,F\n,2026-04-02,F\n3,,F\n');
    const { code, stderr } = await run(ARGV);
    expect(code).toBe(0);
    expect(stderr).toMatch(/2 {2}cases left out/);
  });

  it('names a column that is not in the file', async () => {
    givenCases('ref,date,sexe\n1,2026-04-01,F\n');
    const { code, stderr } = await run(ARGV);
    expect([code, stderr.includes('small · cases · gender')]).toEqual([1, true]);
  });

  it.each([
    ['an empty file', '', 'no headings'],
    [
      'a quotation mark that is never closed',
      'ref,date,gender\n1,"2026-04-01,F\n2,2026-04-02,F\n',
      'not closed',
    ],
    [
      'letters of two encodings',
      new Uint8Array([...Buffer.from('ref,date,gender\n1,2026-04-01,ô\n2,2026-04-01,'), 0xf4, 0x0a]),
      'encoding',
    ],
    ['a row too long', 'ref,date,gender\n1,2026-04-01,F,G\n', 'more or fewer cells'],
  ])('refuses %s', async (_name, csv, words) => {
    givenCases(csv);
    const { code, stderr } = await run(ARGV);
    expect([code, stderr.includes(words)]).toEqual([1, true]);
  });

  it.each([
    ['text that is no JSON', '{', 'The mapping is not JSON'],
    [
      'a field that does not exist',
      { cases: { columns: { ...MAPPING.cases.columns, sexx: 'x' } } },
      'did you mean sex?',
    ],
    ['no column for the date', { cases: { columns: { person_id: 'ref' } } }, 'referral_received_date'],
    ['hostile names', JSON.parse('{"__proto__": {"x": 1}}'), 'there is no __proto__'],
    [
      'a code that is none',
      {
        cases: {
          ...MAPPING.cases,
          columns: { ...MAPPING.cases.columns, sex: { column: 'gender', values: { F: '?' } } },
        },
      },
      'a code that the field does not take',
    ],
  ])('refuses a mapping with %s', async (_name, change, words) => {
    givenCases('ref,date,gender\n1,2026-04-01,F\n');
    const text = typeof change === 'string' ? change : JSON.stringify({ ...MAPPING, ...change });
    const hostile = Object.hasOwn(change as object, '__proto__')
      ? text.replace('{', '{"__proto__":{"x":1},')
      : text;
    writeFileSync(join(folder, 'mapping.json'), hostile);
    const { code, stderr } = await run(ARGV);
    expect([code, stderr.includes(words)]).toEqual([1, true]);
  });

  it.each(['cases.csv', 'mapping.json', './link.json'])(
    'does not write over %s, which it reads',
    async (out) => {
      givenCases('ref,date,gender\n1,2026-04-01,F\n');
      symlinkSync(join(folder, 'cases.csv'), join(folder, 'link.json'));
      const before = readFileSync(join(folder, out), 'utf8');
      const { code, stderr } = await run([...ARGV, '--format', 'json', '--out', out]);
      expect([code, stderr.includes('one of the files that are read')]).toEqual([2, true]);
      expect(readFileSync(join(folder, out), 'utf8')).toBe(before);
    },
  );

  it('takes every field of the header that only a person can know', () => {
    const schema = JSON.parse(readFileSync(join(EXAMPLES, '../../schema/1.0/return.schema.json'), 'utf8'));
    const counted = ['standard', 'schema_version', 'period', 'period_start', 'period_end', 'tables'];
    const tops = Object.keys(schema.properties).filter((name) => !counted.includes(name));
    const settable = SETTABLE.map((name) => name.replace(/^(source_system|notes|basis_note)_\w+$/, '$1'));
    const under = settable.map((name) =>
      /^(services_included|areas_complete)$/.test(name) ? 'coverage' : name,
    );
    expect([...new Set(under)].sort()).toEqual(tops.sort());
  });

  it('asks whether numbers of people are shared before it counts two systems together', async () => {
    givenCases('ref,date,gender\n1,2026-04-01,F\n');
    const { code, stderr } = await run(['--system', 'mapping.json', ...ARGV]);
    expect([code, stderr.includes('"person_ids"')]).toEqual([1, true]);
  });

  it('keeps people of two systems with numbers of their own apart', async () => {
    givenCases('ref,date,gender\n1,2026-04-01,F\n', { ...MAPPING, person_ids: 'own' });
    writeFileSync(
      join(folder, 'other.json'),
      JSON.stringify({ ...MAPPING, system: 'other', person_ids: 'own' }),
    );
    await run(['--system', 'other.json', ...ARGV]);
    const { tables } = JSON.parse(readFileSync(join(folder, 'return-2026-Q2.json'), 'utf8'));
    expect(tables.profiles).toMatchObject([{ people: 2 }]);
  });

  it('writes no return that breaks a rule', async () => {
    givenCases('ref,date,gender\n1,2026-04-01,F\n');
    const { code, stderr } = await run([...ARGV, '--set', 'submitter=nobody']);
    expect([code, stderr.includes('Not valid')]).toEqual([1, true]);
    expect(readdirSync(folder).sort()).toEqual(['cases.csv', 'mapping.json']);
  });

  it.each([
    [['mapping.json'], 'Name the quarter'],
    [['--period', '2026-Q2'], 'Name a mapping'],
    [['nothing.json', ...COMMON], 'There is no file'],
    [[...ARGV, '--format', 'pdf'], '--format is one of'],
    [[...ARGV, '--unknown'], 'There is no option --unknown'],
    [[...ARGV, '--unknown', '--lang', 'cy'], 'Nid oes opsiwn --unknown'],
    [[...ARGV, '--period'], '--period needs a value after it'],
    [[...ARGV, '--out', 'return.pdf'], 'not written as .pdf'],
    [[...ARGV, '--out', 'return.zip', '--format', 'json'], 'does not go with'],
    [[...ARGV, '--out', 'nowhere/return.json'], 'cannot be written (ENOENT)'],
    [[...ARGV, '--set', 'period=2026-Q1'], 'say it with --period'],
    [[...ARGV, '--set', 'submiter=7A7'], 'Did you mean submitter?'],
  ])('cannot follow %j', async (argv, words) => {
    givenCases('ref,date,gender\n1,2026-04-01,F\n');
    const { code, stderr } = await run(argv);
    expect([code, stderr.includes(words)]).toEqual([2, true]);
  });
});

describe('areas', () => {
  const WITH_AREA = {
    ...MAPPING,
    cases: { ...MAPPING.cases, columns: { ...MAPPING.cases.columns, area_code: 'area' } },
  };
  const AREAS = 'ref,date,gender,area\n1,2026-04-01,F,E54000022\n2,2026-04-02,F,E54000022\n';
  const ENGLISH = { submitter: 'T6Y0W', deprivation_index: 'imd_2025' };

  it('whose code has ended count as the area that took over, and a note says how many', async () => {
    givenCases(AREAS, { ...WITH_AREA, header: { ...MAPPING.header, ...ENGLISH } });
    const { code, stderr } = await run(ARGV);
    expect([code, stderr.includes('Note · small · cases · area · 2')]).toEqual([0, true]);
    expect(stderr).toContain('E54000022 → E54000068');
    expect(stderr).not.toContain('outside_area');
    const { tables } = JSON.parse(readFileSync(join(folder, 'return-2026-Q2.json'), 'utf8'));
    expect(tables.profiles).toMatchObject([{ area_code: 'E54000068', people: 2 }]);
  });

  it('beyond those of the submitter are counted as such, and the summary says how many people', async () => {
    givenCases(AREAS, WITH_AREA);
    const { code, stderr } = await run(ARGV);
    expect(code).toBe(0);
    expect(stderr).toMatch(/ 2 {2}people of the quarter counted as outside_area/);
  });

  it('that were split stop the run and are named with their successors', async () => {
    givenCases(AREAS.replaceAll('E54000022', 'W11000026'), WITH_AREA);
    const { code, stderr } = await run(ARGV);
    expect([code, stderr.includes('W11000026 → W11000030, W11000031')]).toEqual([1, true]);
  });
});

describe('what else it does', () => {
  it.each([
    ['json', 'return.json', { format: 'json' }],
    ['ndjson', 'return.ndjson', { format: 'ndjson' }],
    ['xlsx', 'return.xlsx', { format: 'xlsx' }],
    ['zip', 'return.zip', { format: 'zip' }],
  ] as const)('writes a return as %s that the validator reads', async (format, name, source) => {
    givenCases('ref,date,gender\n1,2026-04-01,F\n');
    const out = join(folder, name);
    expect((await run([...ARGV, '--out', out])).code).toBe(0);
    expect((await run([...ARGV, '--format', format, '--out', out])).code).toBe(0);
    const { report, tables } = validateReturn(readFileSync(out), source);
    expect(report.result).not.toBe('invalid');
    expect(tables.profiles).toHaveLength(1);
  });

  it('proposes a mapping that says what it is unsure of', async () => {
    writeFileSync(
      join(folder, 'cases.csv'),
      'Client ref;DOB;Date of referral;Gender;Reasons\n1;01/02/1980;13/04/2026;Female;Food\n2;;14/04/2026;Fem;Moon\n',
    );
    const { code, stdout, stderr } = await run(['--suggest', 'cases.csv']);
    const mapping = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(mapping.dates).toEqual(['DD/MM/YYYY']);
    expect(mapping.cases.columns).toEqual({
      person_id: 'Client ref',
      date_of_birth: 'DOB',
      referral_received_date: 'Date of referral',
      sex: 'Gender',
      needs: 'Reasons',
    });
    expect(stderr).toContain('were not copied from: cases · Gender, cases · Reasons.');
    expect(mapping.comments.join('\n')).toContain('check that "Gender" is sex');
    const asked = await run(['--suggest', 'cases.csv', '--with-values']);
    expect(JSON.parse(asked.stdout).cases.columns).toMatchObject({
      sex: { column: 'Gender', values: { Fem: '?' } },
      needs: { column: 'Reasons', values: { Moon: '?' } },
    });
    expect(asked.stderr).toContain('Values were copied into it from: cases · Gender, cases · Reasons.');
  });

  it('reads an export in Windows-1252, says so, and proposes it in the mapping', async () => {
    const gender = { column: 'Rhyw â', values: { B: 'female' } };
    const csv = Buffer.from('ref,date,Rhyw â\n1,2026-04-01,B\n', 'latin1');
    const cases = { ...MAPPING.cases, columns: { ...MAPPING.cases.columns, sex: gender } };
    givenCases(new Uint8Array(csv), { ...MAPPING, cases });
    const { code, stderr } = await run(ARGV);
    expect([code, stderr.includes('encoding: windows-1252')]).toEqual([0, true]);
    const { stdout } = await run(['--suggest', 'cases.csv']);
    expect(JSON.parse(stdout).cases.encoding).toBe('windows-1252');
  });

  it('speaks Welsh when asked', async () => {
    givenCases('ref,date,gender\n1,2026-04-01,X\n');
    const { stderr } = await run([...ARGV, '--lang', 'cy']);
    expect(stderr).toContain('Ni ysgrifennwyd dim.');
  });
});

import { describe, expect, it } from 'vitest';
import { makeZip } from '../../src/codegen/conformance/make-zip.ts';
import { CODE_LISTS } from '../../src/standard/generated/code-lists.ts';
import { TABLES } from '../../src/standard/generated/tables.ts';
import { quoteName, quoteValue } from '../../src/standard/quote-value.ts';
import { quoteFileName } from '../../src/standard/read/zip/quote-file-name.ts';
import { WITHHELD } from '../../src/standard/safe-value.ts';
import { validateReturn } from '../../src/standard/validate-return.ts';
import { VALID_RETURN } from '../support/valid-return.ts';

const FEMALE = { code: 'female', title: { en: 'Female', cy: 'Benyw' } };
const WELSH = { code: 'welsh', title: { en: 'Welsh', cy: 'Cymraeg' } };
const PEOPLE = [
  'Mary Jones',
  'Dafydd ap Rhys',
  'Siân Evans',
  'dafydd',
  'mary_jones',
  'JONES',
  'Mrs M Jones',
  'eleri',
];

describe('a value of a coded column', () => {
  it.each([
    ['a code of any list', 'white_british', null],
    ['a label of any list', 'Powys', null],
    ['a label in other capitals and spaces', ' white  BRITISH ', null],
    ['a slip of what was meant', 'femal', FEMALE],
    ['what was meant in capitals', 'FEMALE', FEMALE],
    ['what is put together as codes are', '16_42', null],
    ['a code of the Government Statistical Service', 'W06000099', null],
    ['one letter', 'F', null],
    ['a small number', 87, null],
    ['a truth value', true, null],
    ['a quarter', '2026-Q5', null],
    ['a version', '7.3', null],
    ['nothing', '', null],
  ])('is repeated when it is %s', (_, value, meant) => {
    expect(quoteValue(value, meant)).toBe(String(value));
  });

  it.each(PEOPLE)('is withheld when it is %j', (name) => {
    expect(quoteValue(name)).toBe(WITHHELD);
    expect(quoteValue(name, FEMALE)).toBe(WITHHELD);
  });

  it.each([
    ['a surname one letter from a code', 'Walsh', WELSH],
    ['a forename one letter from a code', 'Dale', { code: 'male', title: { en: 'Male', cy: 'Gwryw' } }],
    ['a number as local systems give', '1234567', null],
    ['a day of birth after the standard began', '2023-02-03', null],
    ['an identifier near a code', 'LD1 5AA', null],
  ])('is withheld when it is %s', (_, value, meant) => {
    expect(quoteValue(value, meant)).toBe(WITHHELD);
  });

  it('is repeated for every code and short label of the standard', () => {
    const words = Object.values(CODE_LISTS).flatMap(({ codes }) =>
      codes.flatMap(({ code, title }) => [code, title.en, title.cy]),
    );
    expect(words.filter((word) => word.length <= 40 && quoteValue(word) !== word)).toEqual([]);
  });
});

describe('the name of a column, a field or a table', () => {
  it.each(['age_band', 'Rhyw', 'age_bnad', 'profile', 'source_system_name', 'Age Band'])(
    'is repeated: %s',
    (name) => {
      expect(quoteName(name)).toBe(name);
    },
  );

  it.each([...PEOPLE, 'nhs_number', '__proto__', '12', 'female', 'a\u200bge_band'])(
    'is withheld: %j',
    (name) => {
      expect(quoteName(name)).toBe(WITHHELD);
    },
  );
});

describe('the name of a file in a zip', () => {
  it.each([
    ['profile.csv', 'profile.csv'],
    ['../profiles.csv', '../profiles.csv'],
    ['Mary Jones/profiles.csv', 'profiles.csv'],
    ['__MACOSX/._profiles.csv', '__MACOSX/._profiles.csv'],
    ['.DS_Store', '.DS_Store'],
    ['Mary Jones.csv', WITHHELD],
    ['__MACOSX/._Mary Jones.csv', WITHHELD],
  ])('%s is given as %s', (name, quoted) => {
    expect(quoteFileName(name, ['profiles.csv'])).toBe(quoted);
  });
});

describe('a report', () => {
  const { tables: _, ...header } = VALID_RETURN;
  const names = TABLES.profiles.fields.map(({ name }) => name);
  const secrets = ['Mary Jones', 'Dafydd ap Rhys', '9434765919', 'eleri', '1234567'];
  const repeats = (report: unknown) => secrets.filter((secret) => JSON.stringify(report).includes(secret));

  it('repeats nobody where a column has slipped', () => {
    const rows = secrets.map((secret) =>
      names.map((name) => (name.startsWith('people') ? '9' : secret)).join(),
    );
    const bytes = Buffer.from([names.join(), ...rows].join('\n'));
    const { report } = validateReturn(bytes, { format: 'csv', table: 'profiles', header });
    expect(report.result).toBe('invalid');
    expect(repeats(report)).toEqual([]);
  });

  it('repeats nobody where the heading line is missing, and gives columns by their number', () => {
    const bytes = Buffer.from(`${[...secrets, 'female', '9'].join()}\n${[...secrets, 'male', '7'].join()}\n`);
    const { report } = validateReturn(bytes, { format: 'csv', table: 'profiles', header });
    expect(repeats(report)).toEqual([]);
    const [unknown] = report.findings.filter(({ rule }) => rule === 'field-known');
    expect(unknown).toMatchObject({ path: '/tables/profiles/{row}/[withheld]', count: 7 });
    expect(unknown?.locations.map(({ column }) => column)).toEqual(['1', '2', '3', '4', '5', '6', '7']);
  });

  it.each(secrets)('never repeats %s, wherever a return has it', (secret) => {
    const [row] = VALID_RETURN.tables.profiles ?? [];
    const returns = [
      { ...VALID_RETURN, [secret]: 1 },
      { ...VALID_RETURN, submitter: secret, period: secret, sex_basis: secret },
      { ...VALID_RETURN, schema_version: secret, standard: secret },
      { ...VALID_RETURN, coverage: { ...VALID_RETURN.coverage, services_included: [secret, secret] } },
      { ...VALID_RETURN, coverage: { ...VALID_RETURN.coverage, areas_complete: [secret] } },
      { ...VALID_RETURN, coverage: { ...VALID_RETURN.coverage, tables: { [secret]: { [secret]: 1 } } } },
      { ...VALID_RETURN, tables: { [secret]: [] } },
      { ...VALID_RETURN, tables: { profiles: [{ ...row, [secret]: secret, sex: secret, people: secret }] } },
    ];
    for (const document of returns) {
      const { report } = validateReturn(Buffer.from(JSON.stringify(document)), { format: 'json' });
      expect(report.result).toBe('invalid');
      expect(repeats(report)).toEqual([]);
    }
    const zip = makeZip([{ name: `${secret}.csv` }, { name: `${secret}/return.json` }]);
    expect(repeats(validateReturn(zip, { format: 'zip' }).report)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { createReturnValidator, validateReturn } from '../../../src/standard/validate-return.ts';
import { rowsAsArrays } from '../../support/rows-as-arrays.ts';
import { VALID_RETURN } from '../../support/valid-return.ts';

const { tables: _, ...HEADER } = VALID_RETURN;
const NAMES = 'population,area_code,age_band,sex,deprivation_quintile,people,people_first_in_year';
const ONE = 'referred,W06000023,25_34,female,q2,14,11';
const TWO = 'referred,W06000023,65_74,male,q3,13,8';

const encode = (text: string) => new TextEncoder().encode(text);

function read(text: string | Uint8Array, table = 'profiles') {
  const bytes = typeof text === 'string' ? encode(text) : text;
  const validation = validateReturn(bytes, { format: 'csv', table, header: { ...HEADER } });
  const found = validation.report.findings.map(({ rule, path, count }) => `${rule} ${path} ${count}`);
  return { ...validation, tables: rowsAsArrays(validation.tables), found };
}

const GOOD = read(`${NAMES}\n${ONE}\n${TWO}\n`);

describe('a table in CSV', () => {
  it('gives its rows typed, in the order of the schema', () => {
    expect(GOOD.found).toEqual([]);
    expect(GOOD.tables.profiles).toEqual([
      ['referred', 'W06000023', '25_34', 'female', 'q2', 14, 11],
      ['referred', 'W06000023', '65_74', 'male', 'q3', 13, 8],
    ]);
  });

  it.each([
    ['lines that end in CRLF', `${NAMES}\r\n${ONE}\r\n${TWO}\r\n`],
    ['a last line without an end', `${NAMES}\n${ONE}\n${TWO}`],
    ['a byte-order mark', `\uFEFF${NAMES}\n${ONE}\n${TWO}\n`],
    ['blank lines at its end', `${NAMES}\n${ONE}\n${TWO}\n\n\r\n\n`],
    ['blank lines before it', `\n\n${NAMES}\n${ONE}\n${TWO}\n`],
    [
      'every value in quotation marks',
      [NAMES, ONE, TWO].map((line) => line.replace(/[^,]+/g, '"$&"')).join('\r\n'),
    ],
    [
      'its columns in another order',
      [NAMES, ONE, TWO].map((line) => line.split(',').reverse().join(',')).join('\n'),
    ],
  ])('may have %s', (_, text) => {
    const { found, tables } = read(text);
    expect([found, tables]).toEqual([[], GOOD.tables]);
  });

  it('reads alike in pieces of any length', () => {
    const bytes = encode(
      `\uFEFF${NAMES}\r\n"${ONE.replaceAll(',', '","')}"\r\n${TWO}\r\nŵ,"a\r\nb","c""d"\r\n`,
    );
    const whole = read(bytes);
    for (let length = 1; length <= bytes.length; length += 1) {
      const validator = createReturnValidator({ format: 'csv', table: 'profiles', header: { ...HEADER } });
      for (let at = 0; at < bytes.length; at += length) validator.write(bytes.subarray(at, at + length));
      const { report, tables } = validator.end();
      const { report: expected, tables: rows } = whole;
      expect({ length, report, rows: rowsAsArrays(tables) }).toEqual({ length, report: expected, rows });
    }
  });

  it('takes an empty cell for a missing statistic, and for nothing else', () => {
    const names = 'measure,value_set,breakdown,area_code,category,n_eligible,n_baseline,n_follow_up,n_paired';
    const { tables, found } = read(
      `${names}\nons4,not_applicable,all,W06000023,all,40,,30,\n`,
      'outcome_coverage',
    );
    expect(tables.outcome_coverage).toEqual([
      ['ons4', 'not_applicable', 'all', 'W06000023', 'all', 40, null, 30, null],
    ]);
    expect(found.filter((finding) => finding.startsWith('cell-'))).toEqual([]);
    expect(read(`${NAMES}\n,W06000023,25_34,female,q2,,11\n`).found).toEqual([
      'cell-not-empty /tables/profiles/{row}/people 1',
      'cell-not-empty /tables/profiles/{row}/population 1',
    ]);
  });

  it.each([
    '1,200',
    '+14',
    ' 14',
    '14 ',
    '14.0',
    '014',
    '007',
    '-0',
    '1e2',
    '1E2',
    '0x1F',
    '١٤',
    '<5',
    '*',
    'NA',
    '1_000',
    '--1',
    '-',
  ])('refuses %j for a count, naming what the field takes', (text) => {
    const { found } = read(`${NAMES}\nreferred,W06000023,25_34,female,q2,"${text}",11\n`);
    expect(found).toEqual(['whole-number-in-digits /tables/profiles/{row}/people 1']);
  });

  it.each([
    ['14.5', 'count-is-whole'],
    ['-3', 'count-not-negative'],
    ['0', 'row-counts-someone'],
    ['1000000001', 'value-not-too-large'],
    ['9007199254740993', 'number-is-exact'],
    ['1e309', 'number-is-exact'],
  ])('reads %s as a number, and then finds %s', (text, rule) => {
    const { found } = read(`${NAMES}\nreferred,W06000023,25_34,female,q2,${text},0\n`);
    expect(found).toEqual([`${rule} /tables/profiles/{row}/people 1`]);
  });

  it.each([
    ['+2.7', 'number-in-digits'],
    ['2,7', 'number-in-digits'],
    ['.5', 'number-in-digits'],
    ['5.', 'number-in-digits'],
    ['Infinity', 'number-in-digits'],
    ['NaN', 'number-in-digits'],
    ['1e309', 'number-is-exact'],
    ['-0.5', 'value-not-too-small'],
  ])('refuses %s for a standard deviation', (text, rule) => {
    const row = { ...VALID_RETURN.tables.outcomes?.[0], sd_change: `"${text}"` };
    const { found } = read(`${Object.keys(row).join()}\n${Object.values(row).join()}\n`, 'outcomes');
    expect(found).toEqual([`${rule} /tables/outcomes/{row}/sd_change 1`]);
  });

  it('gives places by record and column, the header being record 1', () => {
    const { report } = read(`${NAMES}\n${ONE}\n${TWO.replace('male', 'maale')}\n`);
    expect(report.findings[0]?.locations).toEqual([
      { pointer: '/tables/profiles/1/sex', row: 3, column: 'sex', value: 'maale', suggestion: 'male' },
    ]);
  });

  it.each([1, 100_000])('says once that %s lines end in a carriage return alone', (rows) => {
    const { found } = read([NAMES, ...Array.from({ length: rows }, () => ONE)].join('\r'));
    expect(found).toEqual(['csv-lines-end-in-a-line-feed /tables/profiles 1']);
  });

  it.each([`${NAMES}\n`, ''])('counts blank lines towards the limit of rows after %j', (start) => {
    const { found } = read(`${start}${'\n'.repeat(2_000_001)}`);
    expect(found).toEqual(['csv-rows-limited /tables/profiles 1']);
  });

  it('reports a wrong column once, in record 1, and says what was meant', () => {
    const { report } = read(`${NAMES.replace('sex', 'Rhyw')}\n${ONE}\n${TWO}\n`);
    expect(report.findings).toMatchObject([
      {
        rule: 'field-known',
        count: 1,
        locations: [{ row: 1, column: 'Rhyw', value: 'Rhyw', suggestion: 'sex' }],
      },
      { rule: 'field-present', count: 1, locations: [{ row: 1, column: 'sex', value: null }] },
    ]);
  });

  it('still checks the other columns when one is missing', () => {
    const without = (line: string) => line.split(',').toSpliced(3, 1).join(',');
    const { found } = read([NAMES, ONE, ONE.replace('q2', 'q9')].map(without).join('\n'));
    expect(found).toEqual([
      'code-known /tables/profiles/{row}/deprivation_quintile 1',
      'field-present /tables/profiles/{row}/sex 1',
    ]);
  });

  it('reads only the first of two columns with one name', () => {
    const { found, tables } = read(`${NAMES},people\n${ONE},99\n`);
    expect(found).toEqual(['csv-columns-unique /tables/profiles/{row}/people 1']);
    expect(tables.profiles?.[0]?.[5]).toBe(14);
  });

  it('refuses a record with too many or too few cells whole, and a blank line within', () => {
    const { found, report } = read(`${NAMES}\n${ONE},\n\nreferred\n${TWO}\n`);
    expect(found).toEqual(['csv-cells-match-columns /tables/profiles/{row} 3']);
    expect(report.rows).toEqual({ profiles: 4 });
    expect(report.findings[0]?.locations.map(({ row }) => row)).toEqual([2, 3, 4]);
  });

  it.each([
    ['nothing', ''],
    ['a byte-order mark', '\uFEFF'],
    ['blank lines', '\n\r\n\n'],
  ])('that holds only %s is empty', (_, text) => {
    expect(read(text).found).toEqual(['file-not-empty /tables/profiles 1']);
  });

  it('may be empty below its header when coverage says nil', () => {
    const coverage = { ...HEADER.coverage, tables: { profiles: { nil: true } } };
    const source = { format: 'csv', table: 'profiles', header: { ...HEADER, coverage } } as const;
    expect(
      validateReturn(encode(`${NAMES}\n`), source).report.findings.filter(({ tier }) => tier === 'error'),
    ).toEqual([]);
    expect(read(`${NAMES}\n`).found).toEqual(['empty-table-is-declared-nil /tables/profiles 1']);
  });

  it.each([
    ['semicolons', `${NAMES}\n${ONE}`.replaceAll(',', ';')],
    ['tabs', `${NAMES}\n${ONE}`.replaceAll(',', '\t')],
  ])('separated by %s is refused, and nothing else said', (_, text) => {
    expect(read(text).found).toEqual(['csv-separator-is-a-comma /tables/profiles 1']);
  });

  it.each([
    ['a quotation mark that is not closed', `${NAMES}\n${ONE}\n"${TWO}\n${ONE}`, [3]],
    ['text after a quotation mark', `${NAMES}\n"referred"x,${TWO.slice(9)}\n${TWO}\n`, [2]],
  ])('says in which record there is %s', (_, text, rows) => {
    const { report } = read(text);
    expect(report.findings).toMatchObject([{ rule: 'csv-quotes-closed' }]);
    expect(report.findings[0]?.locations.map(({ row }) => row)).toEqual(rows);
  });

  it('gives up a record that does not end', () => {
    const { found, report } = read(`${NAMES}\n${ONE}\n"${'x\n'.repeat(2_000_000)}`);
    expect(found).toEqual(['csv-record-not-too-long /tables/profiles 1']);
    expect(report.findings[0]?.locations[0]?.row).toBe(3);
  });

  it('stops after two million rows', () => {
    const { found, report } = read(`${NAMES}\n${'x\n'.repeat(2_000_001)}${ONE}\n`);
    expect(found).toEqual([
      'csv-cells-match-columns /tables/profiles/{row} 2000000',
      'csv-rows-limited /tables/profiles 1',
    ]);
    expect([report.rows, report.findings[1]?.locations[0]?.row]).toEqual([
      { profiles: 2_000_000 },
      2_000_002,
    ]);
  });

  it.each([
    ['a letter of Windows-1252', [...encode(`${NAMES}\n${ONE}\n`), 0xf4, 0x0a]],
    ['half a letter at its end', [...encode(`${NAMES}\n${ONE}\nx`), 0xc3]],
  ])('with %s is not UTF-8', (_, bytes) => {
    expect(read(new Uint8Array(bytes)).found).toEqual(['text-is-utf-8 /tables/profiles 1']);
  });

  it('with a lone carriage return between lines is not two lines', () => {
    expect(read(`${NAMES}\r${ONE}\n`).report.result).toBe('invalid');
  });

  it.each(['profile', 'Profiles', '', '__proto__', 'constructor'])(
    'named %j is of no table of the standard',
    (table) => {
      const { found, report } = read(`${NAMES}\n${ONE}\n`, table);
      expect(found).toEqual(['table-known /tables/[withheld] 1']);
      expect(report.rows).toEqual({});
    },
  );

  it('reports a header that is wrong, beside what is wrong with its rows', () => {
    const header = { ...HEADER, period: undefined, tables: {} };
    const source = { format: 'csv', table: 'profiles', header } as const;
    const { report } = validateReturn(encode(`${NAMES}\n${ONE.replace('q2', 'q9')}\n`), source);
    expect(report.findings.map(({ rule, path }) => `${rule} ${path}`)).toEqual([
      'code-known /tables/profiles/{row}/deprivation_quintile',
      'header-field-known /tables',
      'header-field-present /period',
    ]);
  });
});

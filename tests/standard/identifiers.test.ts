import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODE_LISTS } from '../../src/standard/generated/code-lists.ts';
import { MEASURES } from '../../src/standard/generated/measures.ts';
import { TABLES } from '../../src/standard/generated/tables.ts';
import {
  BIRTH_DATES,
  EMAIL,
  NATIONAL_INSURANCE,
  PHONE,
  POSTCODES,
  TEN_DIGITS,
} from '../../src/standard/identifier-patterns.ts';
import { containsIdentifier, isNhsNumber } from '../../src/standard/identifiers.ts';
import { RULE_CATALOGUE } from '../../src/standard/rule-catalogue.ts';
import { VALID_RETURN } from '../support/valid-return.ts';

function leavesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : [];
}

describe('isNhsNumber', () => {
  it.each(['9434765919', '9434765870', '4010232137'])('accepts %s, whose check digit is right', (digits) => {
    expect(isNhsNumber(digits)).toBe(true);
  });

  it.each(['9434765918', '943476591', '94347659190', '943 476 5919', ''])('refuses %j', (digits) => {
    expect(isNhsNumber(digits)).toBe(false);
  });

  it('accepts exactly one last digit, or none, for any nine digits', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{9}$/), (nine) => {
        const accepted = [...'0123456789'].filter((digit) => isNhsNumber(nine + digit));
        expect(accepted.length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('containsIdentifier', () => {
  it.each([
    ['an NHS number', '9434765919'],
    ['an NHS number in groups', 'see 943 476 5919 about this'],
    ['an NHS number with hyphens after other digits', '2026 943-476-5919'],
    ['an NHS number in full-width digits', '９４３４７６５９１９'],
    ['an NHS number between no-break spaces', '943\u00a0476\u00a05919'],
    ['a postcode', 'LD1 5HA'],
    ['a postcode in lower case without a space', 'lives at cf101ep'],
    ['a London postcode', 'EC1A 1BB.'],
    ['an e-mail address', 'write to mair@example.org'],
    ['a telephone number', 'ring 01597 825 275'],
    ['a mobile number', '07700900123'],
    ['an international telephone number', '+44 (0)1597 825275'],
    ['a National Insurance number', 'QQ 12 34 56 C'],
    ['a date of birth in figures', '12/03/1956'],
    ['a date of birth with a short year', 'dob 12/3/56'],
    ['a date of birth as ISO writes it', '1956-03-12'],
    ['a date of birth without separators', '19560312'],
    ['a date of birth in words', 'born 3rd March 1956'],
    ['a date of birth in Welsh', 'ganwyd 3 Mawrth 1956'],
    ['a date of birth, month first', 'March 3, 1956'],
    ['an NHS number between soft hyphens', '943\u00ad476\u00ad5919'],
    ['an NHS number between spaces of no width', '943\u200b476\u200b5919'],
    ['an NHS number between word joiners', '943\u2060476\u20605919'],
    ['an NHS number with a fixed variation of each digit', [...'9434765919'].join('\ufe0f')],
    ['an NHS number with two spaces', '943  476  5919'],
    ['an NHS number with slashes', '943/476/5919'],
    ['an NHS number with underscores', '943_476_5919'],
    ['an NHS number with commas', '943, 476, 5919'],
    ['an NHS number in pairs', '94 34 76 59 19'],
    ['an NHS number digit by digit', '9-4-3-4-7-6-5-9-1-9'],
    ['an NHS number as CHI numbers are written', '943476 5919'],
    ['an NHS number after another number in groups', '111 943 476 5919'],
    ['an NHS number in Arabic digits', '٩٤٣٤٧٦٥٩١٩'],
    ['an NHS number in Devanagari digits', '९४३४७६५९१९'],
    ['an NHS number in mathematical digits', '𝟗𝟒𝟑𝟒𝟕𝟔𝟓𝟗𝟏𝟗'],
    ['a postcode with a soft hyphen', 'LD1\u00ad5AA'],
    ['a postcode with a space of no width', 'LD1\u200b5AA'],
    ['a postcode with a hyphen', 'LD1-5AA'],
    ['a postcode with a dot', 'LD1.5AA'],
    ['a postcode with three spaces', 'LD1   5AA'],
    ['a postcode with a space too many', 'LD1 5 AA'],
    ['a postcode letter by letter', 'L D 1 5 A A'],
    ['a postcode with an accent', 'LD1 5ÁA'],
    ['an e-mail address with a space of no width', 'mair\u200b@example.org'],
    ['an e-mail address in words', 'mair (at) example.org'],
    ['a telephone number with a space of no width', '07700\u200b900\u200b123'],
    ['a National Insurance number with hyphens', 'AB-12-34-56-C'],
    ['a date of birth in Devanagari digits', '०३/०२/१९५०'],
    ['a date of birth with other separators', '03 | 02 | 1950'],
    ['a date of birth with a short year and hyphens', '3-2-50'],
    ['a date of birth with a short year and dots', 'seen 3.2.50'],
    ['a date of birth in two digits throughout', 'seen 03.02.15'],
    ['a date of birth with a short year in words', '3 Feb 50'],
    ['a date of birth with an apostrophe', "3 February '15"],
    ['a date of birth that says so', 'born on 3.2.15'],
    ['a date of birth that says so in Welsh', 'ganwyd 3 Chwefror 15 yn Aberhonddu'],
    ['a date of birth in Welsh with its ordinal', 'ga ned 3ydd o Chwefror 1950'],
    ['a date of birth in Welsh with a mutation', 'ar y 3ydd o Fawrth 1950'],
    ['a date of birth in Welsh with the word for month', '1af o fis Mai 1950'],
    ['a date of birth with of', '3rd of March, 1956'],
  ])('finds %s', (_, text) => {
    expect(containsIdentifier(text)).toBe(true);
  });

  it.each([
    '',
    'Casebook 4.2',
    'Not asked before June.',
    'Ni ofynnwyd cyn mis Hydref.',
    '2026-07-20T09:30:00Z',
    '2026-07-20T09:30:00+01:00',
    '2026-Q2',
    '01/04/2026',
    '9434765918',
    '1234',
    '12 of 45 people, 26.7%',
    'powys-community-connectors',
    'Wellbeing in Powys, 2019 to 2020',
    'On 1 April 45 people came and 12 left.',
    'Ar 1 Ebrill daeth 45 o bobl.',
    'Casebook 4.2.10',
    '3.2.50',
    'v12.3.50',
    'Q2 1st draft, Q3 2nd draft',
    'Services: 5-10-15 minutes',
    '2026-07-20 09:30:00',
    'Between 01/04/2026 and 30/06/2026',
    '16-24, 25-34, 35-49, 50-64, 65-74',
    'W06000023, E54000022',
    '1, 2, 3, 4, 5, 6',
    'Counts of 1,204 and 3,871 people.',
    'Wales 2021-2022; 2025/26',
    '3ydd o Fawrth 2026',
    '3rd of March 2026',
  ])('finds nothing in %j', (text) => {
    expect(containsIdentifier(text)).toBe(false);
  });

  it('finds nothing in any code or label of the standard', () => {
    const words = [
      ...Object.values(CODE_LISTS).flatMap((list) =>
        list.codes.flatMap(({ code, title }) => [code, title.en, title.cy]),
      ),
      ...Object.values(MEASURES).flatMap(({ id, title }) => [id, title.en, title.cy]),
      ...Object.values(TABLES).flatMap((table) => table.fields.map((field) => field.name)),
    ];
    expect(words.filter(containsIdentifier)).toEqual([]);
  });

  it('finds nothing in the words of the standard: its titles, descriptions and rules', () => {
    const texts = [
      ...Object.values(CODE_LISTS).flatMap(({ title, codes }) => [
        title,
        ...codes.flatMap(({ description }) => description ?? []),
      ]),
      ...Object.values(TABLES).flatMap(({ title, fields }) => [title, ...fields.map((field) => field.title)]),
      ...RULE_CATALOGUE.flatMap(({ message, why, remedy }) => [message, why, remedy]),
    ].flatMap(({ en, cy }) => [en, cy]);
    expect(texts.filter(containsIdentifier)).toEqual([]);
  });

  it('finds nothing in the texts of our own examples of returns', () => {
    const folder = new URL('../../examples/valid/', import.meta.url);
    const returns = readdirSync(folder).filter((name) => name.endsWith('.json'));
    expect(returns.length).toBeGreaterThan(0);
    for (const name of returns) {
      const { tables: _, ...header } = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
      expect(leavesOf(header).filter(containsIdentifier), name).toEqual([]);
    }
    expect(leavesOf({ ...VALID_RETURN, tables: null }).filter(containsIdentifier)).toEqual([]);
  });

  it('finds an identifier wherever characters that show as nothing stand in it', () => {
    const identifiers = [
      '943 476 5919',
      'LD1 5HA',
      'mair@example.org',
      '07700 900123',
      'AB123456C',
      '12/03/1956',
    ];
    const invisible = ['\u00ad', '\u200b', '\u200d', '\u2060', '\u202e', '\ufeff', '\u{e0041}', '\u034f'];
    fc.assert(
      fc.property(
        fc.constantFrom(...identifiers),
        fc.array(fc.tuple(fc.nat(16), fc.constantFrom(...invisible)), { maxLength: 20 }),
        (identifier, marks) => {
          const letters = [...identifier];
          for (const [at, mark] of marks) letters.splice(at % (letters.length + 1), 0, mark);
          expect(containsIdentifier(letters.join(''))).toBe(true);
        },
      ),
    );
  });

  it.each(['arab', 'beng', 'deva', 'fullwide', 'khmr', 'mymr', 'thai', 'tibt', 'mathmono', 'adlm'])(
    'finds an NHS number in the digits of %s',
    (numberingSystem) => {
      const digit = new Intl.NumberFormat(`en-u-nu-${numberingSystem}`, { useGrouping: false });
      const written = [...'9434765919'].map((each) => digit.format(Number(each))).join('');
      expect(written).not.toBe('9434765919');
      expect(containsIdentifier(written)).toBe(true);
    },
  );

  it('takes steps in the length of a text: no pattern repeats without a bound, or two ways', () => {
    const patterns = [...TEN_DIGITS, EMAIL, ...POSTCODES, PHONE, NATIONAL_INSURANCE, ...BIRTH_DATES];
    for (const { source } of patterns) {
      const plain = source.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
      expect(plain, source).not.toMatch(/[*+]|\{\d+,\}/);
      for (const [, bound] of plain.matchAll(/,(\d+)\}/g)) expect(Number(bound), source).toBeLessThan(256);
    }
  });

  it.each([
    'a@b.c',
    'm11aa',
    '1-1-28',
    '1-1-28',
    '1 mai 28',
    'mai 1 1950',
    'dob 1 1 28',
    'qq123456a',
    '01597825275',
  ])('finds the shortest that can be written: %s', (identifier) => {
    expect(containsIdentifier(identifier)).toBe(true);
    expect(containsIdentifier(`, ${identifier} `)).toBe(true);
  });

  it('finds an NHS number whatever stands around it, as long as no digit touches it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[^\d]*$/), fc.stringMatching(/^[^\d]*$/), (before, after) => {
        expect(containsIdentifier(`${before}9434765919${after}`)).toBe(true);
      }),
    );
  });

  it('counts a text too long to scan as holding one', () => {
    expect(containsIdentifier('a'.repeat(100_001))).toBe(true);
  });

  it.each([
    ['digits', '1'.repeat(99_999)],
    ['digits and spaces', '1 '.repeat(49_999)],
    ['spaces', ' '.repeat(99_999)],
    ['letters and digits', 'a1'.repeat(49_999)],
    ['letters before an at sign', `${'a'.repeat(99_000)}@`],
    ['at signs', '@'.repeat(99_999)],
    ['zeros and brackets', '0('.repeat(49_999)],
    ['days', '1/1/'.repeat(24_999)],
  ])('comes to an answer for a hundred thousand %s', (_, text) => {
    expect(typeof containsIdentifier(text)).toBe('boolean');
  });
});

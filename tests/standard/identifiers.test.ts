import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODE_LISTS } from '../../src/standard/generated/code-lists.ts';
import { MEASURES } from '../../src/standard/generated/measures.ts';
import { TABLES } from '../../src/standard/generated/tables.ts';
import { containsIdentifier, isNhsNumber } from '../../src/standard/identifiers.ts';

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

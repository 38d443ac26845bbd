import { describe, expect, it } from 'vitest';
import { CODE_LISTS } from '../../src/standard/generated/code-lists.ts';
import { ETHNICITY_SCHEME_CODES } from '../../src/standard/generated/ethnicity-schemes.ts';
import { MAPPINGS } from '../../src/standard/generated/mappings.ts';
import type { Mapping } from '../../src/standard/mapping.ts';
import { ethnicGroupWithinTheScheme } from '../../src/standard/rules/ethnic-group-within-the-scheme.ts';
import { characteristic } from '../../src/standard/rules/example-rows.ts';
import { placesIn } from '../support/run-rule.ts';
import { VALID_RETURN } from '../support/valid-return.ts';

type Scheme = keyof typeof ETHNICITY_SCHEME_CODES;
type Category = Parameters<typeof characteristic>[0] extends { category?: infer Code } | undefined
  ? Code
  : never;

const SCHEMES = Object.keys(ETHNICITY_SCHEME_CODES) as Scheme[];
const CODES = CODE_LISTS.ethnic_group.codes;

/** What each scheme cannot tell apart, written from the schemes themselves. */
const BEYOND: Readonly<Record<Scheme, readonly string[]>> = {
  census_2021: [],
  nhs_2001: ['white_gypsy_or_irish_traveller', 'white_roma', 'other_arab'],
  uk_core_wales: ['white_british', 'white_irish', 'white_roma', 'white_other'],
};

function mappingOf(scheme: Scheme): Mapping {
  return MAPPINGS.find(({ id }) => id === `ethnicity_${scheme}`) as Mapping;
}

function targetOf(scheme: Scheme, letter: string): string | undefined {
  const target = mappingOf(scheme).entries.find(({ from_code }) => from_code === letter)?.to;
  return target && 'code' in target ? target.code : undefined;
}

describe.each(SCHEMES)('under %s', (scheme) => {
  it('refuses each code of ethnic group that the scheme cannot tell apart, and no other', () => {
    const rows = CODES.map(({ code }) => characteristic({ category: code as Category }));
    const whole = { ...VALID_RETURN, ethnicity_scheme: scheme, tables: { characteristics: rows } };
    const refused = placesIn(ethnicGroupWithinTheScheme, whole).map(({ value }) => value);
    expect([...refused].sort()).toEqual([...BEYOND[scheme]].sort());
  });

  it('offers the group of a refused code, which can be sent', () => {
    const rows = BEYOND[scheme].map((code) => characteristic({ category: code as Category }));
    const whole = { ...VALID_RETURN, ethnicity_scheme: scheme, tables: { characteristics: rows } };
    for (const { value, suggestion } of placesIn(ethnicGroupWithinTheScheme, whole)) {
      expect(suggestion).toBe(CODES.find(({ code }) => code === value)?.parent);
    }
  });

  it('leads each code of the scheme once to a code of ours', () => {
    const { entries } = mappingOf(scheme);
    const from = entries.map(({ from_code }) => from_code);
    expect([...new Set(from)]).toEqual(from);
    expect(entries.filter(({ to }) => to === null)).toEqual([]);
  });
});

it('reads one letter by its scheme: A and B are other people in Wales than in England', () => {
  expect(targetOf('nhs_2001', 'A')).toBe('white_british');
  expect(targetOf('uk_core_wales', 'A')).toBe('white');
  expect(targetOf('nhs_2001', 'B')).toBe('white_irish');
  expect(targetOf('uk_core_wales', 'B')).toBe('white_gypsy_or_irish_traveller');
});

it('holds the letters that each scheme has and none that it has not', () => {
  const lettersOf = (scheme: Scheme) => mappingOf(scheme).entries.map(({ from_code }) => from_code);
  expect(lettersOf('nhs_2001').join('')).toBe('ABCDEFGHJKLMNPRSZ99');
  expect(lettersOf('uk_core_wales').join('')).toBe('ABDEFGHJKLMNPRSTZ');
  expect(lettersOf('census_2021')).toEqual([
    ...Array.from({ length: 19 }, (_, index) => `${index + 1}`),
    '-8',
  ]);
});

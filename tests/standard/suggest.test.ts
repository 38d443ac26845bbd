import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODE_LISTS } from '../../src/standard/generated/code-lists.ts';
import { type Candidate, suggest } from '../../src/standard/suggest.ts';

const SEXES = CODE_LISTS.sex.codes;
const AGES = CODE_LISTS.age_band.codes;

function named(code: string): Candidate {
  return { code, title: { en: code, cy: code } };
}

describe('suggest', () => {
  it.each([
    ['a letter changed', 'femake', SEXES, 'female'],
    ['a letter dropped', 'femal', SEXES, 'female'],
    ['a letter added', 'femalee', SEXES, 'female'],
    ['two neighbours swapped', '16_42', AGES, '16_24'],
    ['another case', 'FEMALE', SEXES, 'female'],
    ['outer spaces', ' male ', SEXES, 'male'],
    ['a hyphen for an underscore', '25-34', AGES, '25_34'],
    ['a label in English', '25 to 34', AGES, '25_34'],
    ['a label in Welsh', 'Gwryw', SEXES, 'male'],
    ['a label misspelt', 'Benwy', SEXES, 'female'],
  ])('finds what was meant behind %s', (_, text, candidates, code) => {
    expect(suggest(text, candidates)).toBe(code);
  });

  it.each([
    ['nothing', ''],
    ['spaces', '   '],
    ['something else altogether', 'banana'],
    ['a text too short to be sure of', 'x'],
    ['a text of more than 64 characters', `female${' '.repeat(60)}`],
  ])('suggests nothing for %s', (_, text) => {
    expect(suggest(text, SEXES)).toBeNull();
  });

  it('takes the nearest, and of equals the first', () => {
    expect(suggest('abcdefgh', [named('abcdefxx'), named('abcdefgx'), named('abcdefgy')])).toBe('abcdefgx');
  });

  it('finds a code of six characters or more again after any one edit', () => {
    const codes = CODE_LISTS.employment_status.codes.filter(({ code }) => code.length >= 6);
    fc.assert(
      fc.property(
        fc.constantFrom(...codes),
        fc.nat(5),
        fc.constantFrom('', 'x', 'xx'),
        ({ code }, at, put) => {
          const edited = code.slice(0, at) + put + code.slice(at + 1);
          expect(suggest(edited, codes)).toBe(code);
        },
      ),
    );
  });
});

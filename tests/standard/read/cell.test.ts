import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactNumber, INEXACT_NUMBER } from '../../../src/standard/read/cell.ts';

describe('exactNumber', () => {
  it.each([
    ['0', 0],
    ['-0', 0],
    ['-0.0e5', 0],
    ['12', 12],
    ['19.4', 19.4],
    ['-2.70', -2.7],
    ['1.0', 1],
    ['1e2', 100],
    ['9007199254740991', Number.MAX_SAFE_INTEGER],
    ['4503599627370495.5', 4503599627370495.5],
  ])('reads %s', (text, value) => {
    expect(exactNumber(text)).toBe(value);
  });

  it.each([
    '9007199254740992',
    '9007199254740993',
    '-9007199254740993',
    '1e16',
    '1e309',
    '-1e309',
    '1e-400',
    '0.0000001e-320',
  ])('refuses %s, which reading would change or which may have been changed', (text) => {
    expect(exactNumber(text)).toBe(INEXACT_NUMBER);
  });

  it('reads every number that JavaScript writes and that is safe', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.maxSafeInteger(), fc.double({ min: -1e15, max: 1e15, noNaN: true })),
        (value) => {
          expect(exactNumber(JSON.stringify(value))).toBe(value + 0);
        },
      ),
    );
  });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lineOf, rowOf } from '../../src/store/copy-text.ts';

const CODE_AND_NUMBER = [{ kind: 'code' }, { kind: 'number' }] as const;

it('writes values with tabs between and a missing value as \\N', () => {
  expect(lineOf(['q1', 12, null])).toBe('q1\t12\t\\N\n');
});

it('keeps a text that looks like a missing value apart from one', () => {
  expect(lineOf(['\\N', null])).toBe('\\\\N\t\\N\n');
  expect(rowOf('\\\\N\t\\N', CODE_AND_NUMBER)).toEqual(['\\N', null]);
});

it('writes every row on one line and reads it back as it was', () => {
  const text = fc.string({ unit: fc.constantFrom(...'\\\t\n\r\b\f\v"\',.Nxq1ŵ😀') });
  const number = fc.double({ noNaN: true, noDefaultInfinity: true });
  fc.assert(
    fc.property(fc.oneof(text, fc.constant(null)), fc.oneof(number, fc.constant(null)), (code, count) => {
      const line = lineOf([code, count]);
      expect(line.indexOf('\n')).toBe(line.length - 1);
      expect(rowOf(line.slice(0, -1), CODE_AND_NUMBER)).toEqual([code, count === 0 ? 0 : count]);
    }),
  );
});

it('does not guess at a line with too few values', () => {
  expect(() => rowOf('q1', CODE_AND_NUMBER)).toThrow('1 values for 2 fields');
});

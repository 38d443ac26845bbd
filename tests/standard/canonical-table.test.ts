import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalTable } from '../../src/standard/canonical-table.ts';
import type { RowValues } from '../../src/standard/row.ts';

function textOf(rows: readonly RowValues[], submitter = '7A7', period = '2026-Q2'): string {
  return [...canonicalTable(submitter, period, 'profiles', rows)].join('');
}

const value = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constant(null),
);
const table = fc.array(fc.array(value, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 20 });

it('writes the array that disclosure control names, without white space', () => {
  const rows = [
    ['q2', 1.5, null],
    ['q1', 12, -0],
  ];
  expect(textOf(rows)).toBe('["7A7","2026-Q2","profiles",[["q1",12,0],["q2",1.5,null]]]');
  expect(textOf([])).toBe('["7A7","2026-Q2","profiles",[]]');
});

it('writes a number in the shortest form that reads back as itself', () => {
  expect(textOf([[0.1 + 0.2, 19.4, 1e21, 5e-324]])).toContain('[0.30000000000000004,19.4,1e+21,5e-324]');
});

it('sorts by code point, also beyond the first plane, where JavaScript does not', () => {
  const [privateUse, emoji] = ['\ue000', '\u{1f600}'];
  expect([privateUse, emoji].sort()).toEqual([emoji, privateUse]);
  expect(textOf([[emoji], [privateUse]])).toContain(`[["${privateUse}"],["${emoji}"]]`);
  expect(textOf([[`${emoji}a`], [emoji]])).toContain(`[["${emoji}"],["${emoji}a"]]`);
});

it('is valid JSON of the same rows, however many', () => {
  const rows = Array.from({ length: 2_500 }, (_, index) => [`code ${String(index).padStart(5, '0')}`, index]);
  expect(JSON.parse(textOf(rows))).toEqual(['7A7', '2026-Q2', 'profiles', rows]);
});

it('does not depend on the order of rows', () => {
  const shuffled = table.chain((rows) =>
    fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
  );
  fc.assert(fc.property(shuffled, ([rows, other]) => textOf(rows) === textOf(other)));
});

it('changes with any value', () => {
  fc.assert(
    fc.property(table, fc.nat(), fc.nat(2), value, (rows, at, column, other) => {
      const row = at % rows.length;
      fc.pre(JSON.stringify(rows[row]?.[column]) !== JSON.stringify(other));
      const changed = rows.map((values, index) => (index === row ? values.with(column, other) : values));
      return textOf(rows) !== textOf(changed);
    }),
  );
});

it('changes with the submitter and the period', () => {
  const texts = [textOf([]), textOf([], '7A6'), textOf([], '7A7', '2026-Q3')];
  expect(new Set(texts).size).toBe(3);
});

it.each([Number.NaN, Number.POSITIVE_INFINITY])('refuses %d, which JSON would write as null', (number) => {
  expect(() => textOf([['q1', number]])).toThrow(RangeError);
});

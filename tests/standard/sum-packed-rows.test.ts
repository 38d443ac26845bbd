import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { PackedRows } from '../../src/standard/pack-rows.ts';
import { TABLE_PLANS } from '../../src/standard/plan-rows.ts';
import { columnsOf } from '../../src/standard/row.ts';
import { sumPackedRows } from '../../src/standard/sum-packed-rows.ts';

const PLAN = TABLE_PLANS.pathway;
const BY = ['basis', 'stage'];

/** Rows of which each has some of the first codes of every field, and a count that may not be known. */
const rowsDrawn = fc
  .array(
    fc.record({
      digits: fc.array(fc.nat(1_000), { minLength: PLAN.fields.length, maxLength: PLAN.fields.length }),
      count: fc.option(fc.nat(10_000), { nil: Number.NaN }),
    }),
    { maxLength: 200 },
  )
  .map((drawn) => {
    const rows = new PackedRows(PLAN);
    for (const { digits, count } of drawn) {
      rows.add(PLAN.fields.map((field, at) => (field.isCode ? (digits[at] ?? 0) % field.codeCount : count)));
    }
    return rows;
  });

it('adds up what adding row by row comes to, in the order in which codes first come', () => {
  const columns: Readonly<Record<string, number>> = columnsOf('pathway');
  fc.assert(
    fc.property(rowsDrawn, (rows) => {
      const expected = new Map<string, { codes: unknown[]; row: number; count: number }>();
      rows.forEach((values, row) => {
        const codes = BY.map((name) => values[columns[name] ?? -1]);
        const known = expected.get(codes.join()) ?? { codes, row, count: 0 };
        known.count += Number(values[columns.episodes ?? -1] ?? 0);
        expected.set(codes.join(), known);
      });
      expect(sumPackedRows(rows, BY, 'episodes')).toEqual([...expected.values()]);
    }),
  );
});

it('has one sum where nothing is told apart, and none of no rows', () => {
  const rows = new PackedRows(PLAN);
  expect(sumPackedRows(rows, [], 'episodes')).toEqual([]);
  for (let row = 0; row < 70_000; row += 1) rows.add(PLAN.fields.map((field) => (field.isCode ? 0 : 2)));
  expect(sumPackedRows(rows, [], 'episodes')).toEqual([{ codes: [], row: 0, count: 140_000 }]);
});

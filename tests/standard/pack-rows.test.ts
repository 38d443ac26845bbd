import { describe, expect, it } from 'vitest';
import { PackedRows } from '../../src/standard/pack-rows.ts';
import { TABLE_PLANS } from '../../src/standard/plan-rows.ts';

const PLAN = TABLE_PLANS.outcomes;
const { fields } = PLAN;

/** Row number `row` of a made-up table of outcomes, as numbers. */
function packed(row: number): number[] {
  return fields.map((plan, index) =>
    plan.isCode ? (row + index) % plan.codeCount : index === 10 ? Number.NaN : row - 0.5,
  );
}

/** The same row as it should come back. */
function unpacked(row: number): (string | number | null)[] {
  return fields.map((plan, index) =>
    plan.isCode
      ? (plan.codeTexts[(row + index) % plan.codeCount] as string)
      : index === 10
        ? null
        : row - 0.5,
  );
}

describe('rows that are kept packed', () => {
  it('come back as they were, as often as they are asked for, over any number of blocks', () => {
    const rows = new PackedRows(PLAN);
    for (let row = 0; row < 70_000; row += 1) rows.add(packed(row));
    expect(rows.length).toBe(70_000);
    const expected = Array.from({ length: 70_000 }, (_, row) => unpacked(row));
    expect([...rows]).toEqual(expected);
    expect([...rows].at(-1)).toEqual(expected.at(-1));
  });

  it('are none before one was added', () => {
    const rows = new PackedRows(PLAN);
    expect([rows.length, [...rows]]).toEqual([0, []]);
  });

  it('can be handed on as buffers and read there', () => {
    const rows = new PackedRows(PLAN);
    for (let row = 0; row < 300; row += 1) rows.add(packed(row));
    const handedOn = new PackedRows(PLAN, structuredClone(rows.blocks));
    expect([handedOn.length, [...handedOn]]).toEqual([300, [...rows]]);
  });
});

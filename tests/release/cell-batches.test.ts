import { describe, expect, it } from 'vitest';
import { cuboidsOf } from '../../src/disclosure/lattice.ts';
import { type AddedUp, cellBatches } from '../../src/release/cell-batches.ts';
import { shapeKey } from '../../src/release/cell-sql.ts';
import { choicesOf } from '../../src/release/token-table.ts';
import { TABLE_NAMES, type TableName } from '../../src/standard/generated/tables.ts';

const THREADS = 2;

/** A table of which every choice of lists has as many rows. */
function addedUp(table: TableName, rowsOfChoice: number): AddedUp {
  const rows = new Map(choicesOf(table).map(({ chooser }) => [chooser, rowsOfChoice]));
  return { table, level: 'financial_year', version: '1.0', rows };
}

const shapesIn = (of: AddedUp, bytes: number) =>
  cellBatches(of, { bytes, threads: THREADS }).flatMap(({ chosen, shapes }) =>
    shapes.map((shape) => `${JSON.stringify(chosen)} ${shapeKey(shape)}`),
  );

describe('the statements that add up a table', () => {
  it.each(TABLE_NAMES)('work out every shape that a choice of lists of %s allows, and each once', (table) => {
    const allowed = choicesOf(table).flatMap(({ selectors }) =>
      cuboidsOf(table, selectors).map((shape) => `${JSON.stringify(selectors)} ${shapeKey(shape)}`),
    );
    for (const bytes of [1, 300e6, 1e15]) {
      expect(shapesIn(addedUp(table, 1_000_000), bytes).toSorted()).toEqual(allowed.toSorted());
    }
  });

  it('are as few as there are choices while memory is plenty, and one for each shape where there is none', () => {
    const of = addedUp('outcomes', 1_000_000);
    const count = (bytes: number) => cellBatches(of, { bytes, threads: THREADS }).length;
    expect(count(1e15)).toBe(choicesOf('outcomes').length);
    expect(count(1)).toBe(shapesIn(of, 1).length);
    expect(count(3e9)).toBeGreaterThan(count(1e15));
    expect(count(3e9)).toBeLessThan(count(1e9));
  });

  it('are more where there are more rows, until every group is there that can be', () => {
    const count = (rows: number) =>
      cellBatches(addedUp('profiles', rows), { bytes: 200e6, threads: THREADS }).length;
    expect(count(1_000)).toBeLessThan(count(1_000_000));
    expect(count(1e9)).toBe(count(1e12));
  });

  it('leave out choices that no row is of, and refuse rows of one that the table does not know', () => {
    const room = { bytes: 1e9, threads: THREADS };
    const of = addedUp('characteristics', 0);
    expect(cellBatches(of, room)).toEqual([]);
    const some = cellBatches({ ...of, rows: new Map([['religion', 1]]) }, room);
    expect(some.map(({ chosen }) => chosen)).toEqual([{ characteristic: 'religion' }]);
    const unknown = { ...of, rows: new Map([['shoe_size', 1]]) };
    expect(() => cellBatches(unknown, room)).toThrow('shoe_size');
  });
});

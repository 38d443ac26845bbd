import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalTable } from '../../../src/standard/canonical-table.ts';
import { TABLE_NAMES } from '../../../src/standard/generated/tables.ts';
import type { Return } from '../../../src/standard/generated/types.ts';
import { synthesiseReturns } from '../../../src/standard/synthesise/synthesise-returns.ts';
import { WELSH_BOARDS } from '../../../src/standard/synthesise/welsh-boards.ts';
import { type ReturnSource, type Validation, validateReturn } from '../../../src/standard/validate-return.ts';
import { upgradeReturn } from '../../../src/standard/versions/upgrade-return.ts';

const JSON_SOURCE: ReturnSource = { format: 'json' };

const validate = (document: object) =>
  validateReturn(new TextEncoder().encode(JSON.stringify(document)), JSON_SOURCE);

function lift({ header, tables }: Validation) {
  if (header === null) throw new Error('The return has no header');
  return upgradeReturn(header, tables, '1.1');
}

/** The return of a Welsh board for a quarter in which yearly tables come too. */
function synthetic(seed: number, board: number): Return {
  const boards = WELSH_BOARDS.slice(board, board + 1);
  const [only] = synthesiseReturns({ boards, seed, quarters: 1, until: '2026-Q1' });
  if (only === undefined) throw new Error('The board has no return');
  return only.document;
}

/** The canonical text of every table of a return. */
function textsOf({ tables }: Validation): string[] {
  return TABLE_NAMES.flatMap((table) => {
    const rows = tables[table];
    return rows === undefined ? [] : [...canonicalTable('7A7', '2026-Q2', table, rows)].join('');
  });
}

it('lifts any synthetic return to one as valid, with the same canonical tables, and only once', () => {
  fc.assert(
    fc.property(fc.nat({ max: 999_999 }), fc.nat({ max: 6 }), (seed, board) => {
      const before = validate(synthetic(seed, board));
      const { document, steps } = lift(before);
      expect(steps[0]?.kind).toBe('version-raised');

      const after = validate(document);
      expect(after.report.schema_version).toBe('1.1');
      expect(after.report.totals.error).toBe(before.report.totals.error);
      expect(after.report.rows).toEqual(before.report.rows);
      expect(textsOf(after)).toEqual(textsOf(before));

      const again = lift(after);
      expect(again.steps).toEqual([]);
      expect(again.document).toEqual(document);
      expect(Object.keys(document)).toEqual(Object.keys({ ...before.header, tables: {} }));
    }),
    { numRuns: 4 },
  );
});

it('refuses to lower a return', () => {
  const { header, tables } = validate({ ...synthetic(1, 0), schema_version: '1.1' });
  expect(() => upgradeReturn(header as NonNullable<typeof header>, tables, '1.0')).toThrow(RangeError);
});

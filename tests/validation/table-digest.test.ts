import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { canonicalTable } from '../../src/standard/canonical-table.ts';
import { TABLE_NAMES, type TableName } from '../../src/standard/generated/tables.ts';
import { keptRows } from '../../src/standard/kept-rows.ts';
import { PackedRows } from '../../src/standard/pack-rows.ts';
import { TABLE_PLANS } from '../../src/standard/plan-rows.ts';
import type { RowValues } from '../../src/standard/row.ts';
import { sortPackedRows } from '../../src/standard/sort-packed-rows.ts';
import { countsOf } from '../../src/standard/table-description.ts';
import { fieldSince, TABLES_OF_EVERY_VERSION } from '../../src/standard/versions/every-version.ts';
import { lineOf } from '../../src/store/copy-text.ts';
import { TableDigest } from '../../src/validation/table-digest.ts';
import { copyTextWriter } from '../../src/validation/write-copy-text.ts';
import { randomFrom } from '../support/draw-wales.ts';

/** Rows of chance, of few codes each, so that many begin alike; of which the counts are often zero or not known. */
function rowsByChance(table: TableName, count: number): PackedRows {
  const random = randomFrom(7);
  const rows = new PackedRows(TABLE_PLANS[table]);
  const figures = [0, 0, 1, 12, 2, 1e21, 0.1 + 0.2, -4.5, 5e-324, Number.NaN];
  for (let row = 0; row < count; row += 1) {
    rows.add(
      TABLE_PLANS[table].fields.map(({ isCode, codeCount }) =>
        isCode
          ? Math.floor(random() * codeCount * (row % 3 === 0 ? 1 : 0.2))
          : (figures[Math.floor(random() * figures.length)] as number),
      ),
    );
  }
  return rows;
}

/** Whether any count of a row is not zero. */
function counts(table: TableName, row: RowValues): boolean {
  const { fields } = TABLES_OF_EVERY_VERSION[table];
  return countsOf(TABLES_OF_EVERY_VERSION[table]).some((field) => {
    // A count that came in a later version and is not given says nothing.
    const absent = fieldSince(table, field.name) === null ? null : 0;
    return (row[fields.indexOf(field)] ?? absent) !== 0;
  });
}

function textOf(pieces: Iterable<Uint8Array>): string {
  return Buffer.concat([...pieces]).toString('utf8');
}

describe.each(TABLE_NAMES)('%s', (table) => {
  const packed = rowsByChance(table, 3_000);
  const kept = [...packed].filter((row) => counts(table, row));

  it('keeps a row with any count that is not zero, or not known', () => {
    expect(kept.length).toBeGreaterThan(0);
    expect(keptRows(packed)).toHaveLength(kept.length);
  });

  it('has the SHA-256 of its canonical text as its digest, in hexadecimal', () => {
    const hash = createHash('sha256');
    for (const piece of canonicalTable('7A7', '2026-Q2', table, kept)) hash.update(piece);
    const sorted = sortPackedRows(packed, keptRows(packed));
    const expected = hash.digest('hex');
    for (const length of [sorted.length, 1_000, 1]) {
      const digest = new TableDigest('7A7', '2026-Q2', packed);
      for (let at = 0; at < sorted.length; at += length) digest.add(sorted.subarray(at, at + length));
      expect(digest.end()).toBe(expected);
    }
  });

  it('is written as COPY text with the id of its submission, and null for what came after its version', () => {
    const { length } = TABLE_PLANS[table].fields;
    const lines = kept.map((row) => lineOf(['id', ...row, ...Array<null>(length - row.length).fill(null)]));
    expect(textOf(copyTextWriter('id', packed)(keptRows(packed)))).toBe(lines.join(''));
  });

  it('is written as the same lines in order, in pieces of whole lines', () => {
    const pieces = [...copyTextWriter('id', packed)(sortPackedRows(packed, keptRows(packed)))];
    expect(pieces.map((piece) => Buffer.from(piece).toString().endsWith('\n'))).not.toContain(false);
    const unsorted = textOf(copyTextWriter('id', packed)(keptRows(packed)));
    expect(textOf(pieces).split('\n').sort()).toEqual(unsorted.split('\n').sort());
  });
});

it('an empty table has a digest too', () => {
  const none = new PackedRows(TABLE_PLANS.profiles);
  expect(new TableDigest('7A7', '2026-Q2', none).end()).toBe(
    createHash('sha256').update('["7A7","2026-Q2","profiles",[]]').digest('hex'),
  );
});

it('keeps the same rows in whatever version of the standard they are sent', () => {
  const { fields } = TABLE_PLANS.workforce;
  const rows = new PackedRows(TABLE_PLANS.workforce);
  const add = (...later: number[]) => {
    const first = fields.slice(0, fields.length - 1).map(() => 0);
    rows.add([...first, ...later]);
  };
  expect(fields.at(-1)).toMatchObject({ isCode: false, since: '1.1' });
  add(Number.NaN);
  add(0);
  add(3);
  expect([...keptRows(rows)]).toEqual([2]);
});

import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import type { RowValues } from '../../src/standard/row.ts';
import { rowsThatCount } from '../../src/validation/rows-that-count.ts';
import { tableDigest } from '../../src/validation/table-digest.ts';

it('is the SHA-256 of the canonical text, in hexadecimal', () => {
  const rows = [
    ['q2', 1.5, null],
    ['q1', 12, 0],
  ];
  const text = '["7A7","2026-Q2","profiles",[["q1",12,0],["q2",1.5,null]]]';
  expect(tableDigest('7A7', '2026-Q2', 'profiles', rows)).toBe(
    createHash('sha256').update(text).digest('hex'),
  );
});

it('keeps the same rows in whatever version of the standard they are sent', () => {
  const none: RowValues = ['W11000028', 'other', 'voluntary_organisation', 0, 0, 0, 0, 0, 0];
  const inWelsh = (count: number | null): RowValues => [...none, count];
  const rows = [none, inWelsh(null), inWelsh(0), inWelsh(3)];
  expect([...rowsThatCount('workforce', rows)]).toEqual([inWelsh(3)]);
});

it('keeps a row with any count that is not zero, or not known', () => {
  const row = (...counts: (number | null)[]): RowValues => [
    ...['swemwbs', 'not_applicable', 'all', 'W06000023', 'all'],
    ...counts,
  ];
  const kept = [row(0, 0, 0, 1), row(0, 0, 0, null)];
  expect([...rowsThatCount('outcome_coverage', [...kept, row(0, 0, 0, 0)])]).toEqual(kept);
});

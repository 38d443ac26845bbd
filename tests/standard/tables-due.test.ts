import { expect, it } from 'vitest';
import { TABLE_NAMES, TABLES } from '../../src/standard/generated/tables.ts';
import type { Organisation } from '../../src/standard/generated/types.ts';
import { tablesDue } from '../../src/standard/tables-due.ts';

const inSchemaOrder = (one: string, other: string) =>
  TABLE_NAMES.findIndex((name) => name === one) - TABLE_NAMES.findIndex((name) => name === other);

const FULL: Organisation = { code: '7A7', obligation: 'full', valid_from: '2025-02-15' };

it('has every table of a level due that is at or below the obligation', () => {
  expect(tablesDue(FULL, '2026-Q1')).toEqual(TABLE_NAMES);
  expect(tablesDue({ ...FULL, obligation: 'standard' }, '2026-Q1')).toEqual(
    TABLE_NAMES.filter((table) => TABLES[table].obligation !== 'full'),
  );
});

it('has tables of a financial year, and those that come once a year at least, due with its last quarter', () => {
  const inJune = tablesDue(FULL, '2026-Q2');
  const notDue = TABLE_NAMES.filter((table) => !inJune.includes(table));
  const ofTheYear = TABLE_NAMES.filter((table) => TABLES[table].covers === 'financial_year');
  expect(ofTheYear.length).toBeGreaterThan(0);
  expect(notDue).toEqual([...ofTheYear, 'workforce', 'assets'].sort(inSchemaOrder));
});

it('puts what was declared in place of the level', () => {
  const declared: Organisation = { ...FULL, tables: ['assets', 'profiles'] };
  expect(tablesDue(declared, '2026-Q1')).toEqual(['profiles', 'assets']);
  expect(tablesDue(declared, '2026-Q2')).toEqual(['profiles']);
});

it.each([
  ['2024-Q4', 0],
  ['2025-Q1', TABLE_NAMES.length],
  ['2025-Q2', tablesDue(FULL, '2026-Q2').length],
  ['2025-Q3', 0],
])(
  'has as many tables due in %s as the organisation sends returns for some day of it: %d',
  (quarter, count) => {
    expect(tablesDue({ ...FULL, valid_to: '2025-04-01' }, quarter)).toHaveLength(count);
  },
);

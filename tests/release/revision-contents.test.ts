import { expect, it } from 'vitest';
import type { PrivateRows } from '../../src/release/private-rows.ts';
import { contentsOf } from '../../src/release/revision-contents.ts';
import { quartersOf } from '../../src/standard/period.ts';

const rows = (table: PrivateRows['table'], period: string, name: string): PrivateRows => ({
  table,
  period,
  path: `/private/rows/table=${table}/period=${period}/7A4-${name}.parquet`,
});

const YEAR = quartersOf('2025-26');

it('tells contents apart by the rows behind each period, wherever the private folder is', () => {
  const before = contentsOf(YEAR.map((quarter) => rows('profiles', quarter, 'a')));
  const moved = contentsOf(
    YEAR.map((quarter) => ({ ...rows('profiles', quarter, 'a'), path: `/elsewhere/7A4-a.parquet` })),
  );
  expect(moved).toEqual(before);
  const after = contentsOf(
    YEAR.map((quarter) => rows('profiles', quarter, quarter === '2025-Q3' ? 'b' : 'a')),
  );
  const changed = Object.keys(before).filter((key) => before[key] !== after[key]);
  expect(changed).toEqual(['profiles 2025-Q3', 'profiles 2025-26']);
});

it('counts figures read from the quarter before as figures of the rows they come from', () => {
  const alone = contentsOf([rows('pathway', '2026-Q1', 'own')]);
  const after = contentsOf([rows('pathway', '2025-Q4', 'before'), rows('pathway', '2026-Q1', 'own')]);
  expect(alone['pathway 2026-Q1 carried']).toBe(alone['pathway 2026-Q1']);
  expect(after['pathway 2026-Q1']).toBe(alone['pathway 2026-Q1']);
  expect(after['pathway 2026-Q1 carried']).toBe(after['pathway 2025-Q4']);
});

import { expect, it } from 'vitest';
import { listChanges } from '../../src/release/list-changes.ts';

const BEFORE = {
  '2026-Q1 7A4 profiles': 'a',
  '2026-Q1 7A4 needs': 'b',
  '2025-Q4 7A7 profiles': 'c',
};

it('names what is new, was sent again with other rows, or was taken back, in order, and nothing else', () => {
  const after = {
    '2026-Q2 7A7 workforce': 'e',
    '2026-Q2 7A7 profiles': 'd',
    '2026-Q1 7A4 needs': 'b2',
    '2026-Q1 7A4 profiles': 'a',
  };
  expect(listChanges(BEFORE, after)).toEqual([
    { organisation: '7A7', period: '2025-Q4', table: 'profiles', change: 'withdrawn' },
    { organisation: '7A4', period: '2026-Q1', table: 'needs', change: 'revised' },
    { organisation: '7A7', period: '2026-Q2', table: 'profiles', change: 'new' },
    { organisation: '7A7', period: '2026-Q2', table: 'workforce', change: 'new' },
  ]);
});

it('finds no change between equal returns, and undoes itself the other way round', () => {
  expect(listChanges(BEFORE, { ...BEFORE })).toEqual([]);
  const there = listChanges({}, BEFORE).map(({ change }) => change);
  const back = listChanges(BEFORE, {}).map(({ change }) => change);
  expect([new Set(there), new Set(back)]).toEqual([new Set(['new']), new Set(['withdrawn'])]);
});

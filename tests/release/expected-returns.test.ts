import { expect, it } from 'vitest';
import { expectedReturns } from '../../src/release/expected-returns.ts';
import type { Organisation } from '../../src/standard/generated/types.ts';

const POWYS: Organisation = { code: '7A7', obligation: 'core', valid_from: '2026-05-01' };
const SWANSEA: Organisation = {
  code: '7A3',
  obligation: 'full',
  tables: ['assets', 'profiles'],
  valid_from: '2024-04-01',
  valid_to: '2026-03-31',
};

it('names what each organisation of the register had to send for the periods of the release', () => {
  const periods = ['2026-Q2', '2026-Q1', '2026-Q2'].map((period) => ({ period }));
  expect(expectedReturns('returns', [POWYS, SWANSEA], periods)).toEqual([
    { organisation: '7A3', period: '2026-Q1', obligation: 'full', tables: ['profiles', 'assets'] },
    {
      organisation: '7A7',
      period: '2026-Q2',
      obligation: 'core',
      tables: ['profiles', 'characteristics', 'pathway'],
    },
  ]);
});

it('says nothing of anybody while the register is empty, nor of published evaluations', () => {
  expect(expectedReturns('returns', [], [{ period: '2026-Q2' }])).toEqual([]);
  expect(expectedReturns('evidence', [POWYS], [{ period: '2026-Q2' }])).toEqual([]);
});

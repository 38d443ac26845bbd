import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregateRecords, type Records } from '../../../src/standard/aggregate/aggregate-records.ts';
import type { Return } from '../../../src/standard/generated/types.ts';
import { validateReturn } from '../../../src/standard/validate-return.ts';
import { EVERYTHING, headerOf } from './made-records.ts';
import { anyRecords } from './random-records.ts';

const PERIODS = ['2026-Q2', '2026-Q3', '2026-Q4', '2027-Q1'] as const;

function aggregate(records: Records, period: string) {
  return aggregateRecords(records, {
    header: headerOf(period, { submitter: '7A2' }),
    holdings: EVERYTHING,
    forReferred: ['ethnic_group', 'employment_status', 'religion'],
  });
}

function errorsOf(document: Return) {
  const { report } = validateReturn(new TextEncoder().encode(JSON.stringify(document)), { format: 'json' });
  return report.findings.filter(({ tier }) => tier === 'error');
}

describe('any cases, however their dates contradict each other', () => {
  it('make a return that breaks no error rule', () => {
    fc.assert(
      fc.property(anyRecords, fc.constantFrom(...PERIODS), (records, period) => {
        expect(errorsOf(aggregate(records, period).document)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregateRecords, type Records } from '../../../src/standard/aggregate/aggregate-records.ts';
import { dayOfIso } from '../../../src/standard/aggregate/day.ts';
import type { Return } from '../../../src/standard/generated/types.ts';
import { datesOf } from '../../../src/standard/period.ts';
import { validateReturn } from '../../../src/standard/validate-return.ts';
import { EVERYTHING, headerOf } from './made-records.ts';
import { anyHoldings, anyRecords } from './random-records.ts';

const PERIODS = ['2026-Q2', '2026-Q3', '2026-Q4', '2027-Q1'] as const;

function aggregate(records: Records, period: string, holdings = EVERYTHING) {
  return aggregateRecords(records, {
    header: headerOf(period, { submitter: '7A2' }),
    holdings,
    forReferred: ['ethnic_group', 'employment_status', 'religion'],
  });
}

function errorsOf(document: Return) {
  const { report } = validateReturn(new TextEncoder().encode(JSON.stringify(document)), { format: 'json' });
  return report.findings.filter(({ tier }) => tier === 'error');
}

/** Adds up one count of the rows that hold these codes. */
function sumOf(
  rows: readonly object[] | undefined,
  count: string,
  where: Record<string, string> = {},
): number {
  return ((rows ?? []) as readonly Record<string, unknown>[])
    .filter((row) => Object.entries(where).every(([field, code]) => row[field] === code))
    .reduce((sum, row) => sum + Number(row[count]), 0);
}

describe('any cases, however their dates contradict each other', () => {
  it('make a return that breaks no error rule', () => {
    fc.assert(
      fc.property(anyRecords, fc.constantFrom(...PERIODS), (records, period) => {
        expect(errorsOf(aggregate(records, period).document)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('make one too where the systems hold only part of it', () => {
    fc.assert(
      fc.property(anyRecords, anyHoldings, fc.constantFrom(...PERIODS), (records, holdings, period) => {
        const held = {
          cases: records.cases,
          connections: holdings.connections ? records.connections : [],
          scores: holdings.scores ? records.scores : [],
        };
        expect(errorsOf(aggregate(held, period, holdings).document)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('give the same return in whatever order they stand', () => {
    fc.assert(
      fc.property(anyRecords, fc.constantFrom(...PERIODS), (records, period) => {
        const turned = {
          cases: records.cases.toReversed(),
          connections: records.connections.toReversed(),
          scores: records.scores,
        };
        expect(aggregate(turned, period)).toEqual(aggregate(records, period));
      }),
      { numRuns: 100 },
    );
  });

  it('are counted as a plain loop over them counts', () => {
    fc.assert(
      fc.property(anyRecords, fc.constantFrom(...PERIODS), (records, period) => {
        const { start, end } = datesOf(period);
        const isIn = (day: number | null) => day !== null && day >= dayOfIso(start) && day <= dayOfIso(end);
        const { tables } = aggregate(records, period).document;
        // A person's first conversation at a service in all cases that are one episode is in one of their rows.
        const conversed = records.cases.filter(({ conversation }) => isIn(conversation));
        expect(sumOf(tables.profiles, 'people', { population: 'supported' })).toBeLessThanOrEqual(
          new Set(conversed.map(({ person }) => person)).size,
        );
        const singles = records.cases.filter(
          (one) => records.cases.filter(({ person }) => person === one.person).length === 1,
        );
        const alone = { cases: singles, connections: [], scores: [] };
        const counted = aggregate(alone, period).document.tables;
        const received = singles.filter(({ received: day }) => isIn(day)).length;
        const supported = singles.filter(({ conversation }) => isIn(conversation)).length;
        expect(sumOf(counted.profiles, 'people', { population: 'referred' })).toBe(received);
        expect(sumOf(counted.profiles, 'people', { population: 'supported' })).toBe(supported);
        expect(sumOf(counted.pathway, 'episodes', { basis: 'event', stage: 'referral_received' })).toBe(
          received,
        );
        expect(sumOf(counted.closures, 'episodes')).toBe(
          singles.filter(({ closed, decision }) => isIn(closed) && !isDeclined(decision)).length,
        );
      }),
      { numRuns: 200 },
    );
  });
});

function isDeclined(decision: string | null): boolean {
  return decision !== null && decision !== 'referral_accepted';
}

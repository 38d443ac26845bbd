import { expect, it } from 'vitest';
import { dayOfIso } from '../../../src/standard/aggregate/day.ts';
import { countOfPeriod } from './count-made-cases.ts';
import { caseOf, FACTS, scoreOf } from './made-records.ts';

const CLOSED = caseOf({ received: '2026-01-05', conversation: '2026-01-20', closed: '2026-05-01' });

function coverageOf(records: Parameters<typeof countOfPeriod>[1]) {
  const [row] = countOfPeriod('2026-Q2', records).rows('outcome_coverage', { breakdown: 'all' });
  return row && [row.n_eligible, row.n_baseline, row.n_follow_up, row.n_paired];
}

it('takes a baseline up to 28 days after the first conversation', () => {
  const followUp = scoreOf('2026-04-20', 5);
  expect(coverageOf({ cases: [CLOSED], scores: [scoreOf('2026-02-17', 8), followUp] })).toEqual([1, 1, 1, 1]);
  expect(coverageOf({ cases: [CLOSED], scores: [scoreOf('2026-02-18', 8), followUp] })).toEqual([1, 0, 1, 0]);
});

it('takes a follow-up up to 28 days after closing', () => {
  const baseline = scoreOf('2026-01-20', 8);
  expect(coverageOf({ cases: [CLOSED], scores: [baseline, scoreOf('2026-05-29', 5)] })).toEqual([1, 1, 1, 1]);
  expect(coverageOf({ cases: [CLOSED], scores: [baseline, scoreOf('2026-05-30', 5)] })).toEqual([1, 1, 0, 0]);
});

it('takes the first and the last score, and no other', () => {
  const scores = [
    scoreOf('2026-03-01', 3),
    scoreOf('2026-04-28', 6),
    scoreOf('2026-01-20', 8, { completion_mode: 'proxy' }),
  ];
  const { rows } = countOfPeriod('2026-Q2', { cases: [CLOSED], scores });
  expect(rows('outcomes', { breakdown: 'all' })).toMatchObject([
    {
      interval: '11_16',
      completion_mode: 'mixed',
      n_paired: 1,
      mean_baseline: 8,
      mean_follow_up: 6,
      mean_change: -2,
      sd_change: null,
      change_method: 'paired',
    },
  ]);
});

it('has no pair in one score, which is a baseline and never its own follow-up', () => {
  expect(coverageOf({ cases: [CLOSED], scores: [scoreOf('2026-01-20', 8)] })).toEqual([1, 1, 0, 0]);
});

it('counts the later of two closures of a person', () => {
  const cases = [
    caseOf({ received: '2026-01-05', conversation: '2026-01-20', closed: '2026-04-02' }),
    caseOf({ received: '2026-05-10', conversation: '2026-05-11', closed: '2026-06-20' }),
  ];
  const scores = [scoreOf('2026-01-20', 9), scoreOf('2026-04-01', 3), scoreOf('2026-05-11', 6)];
  expect(coverageOf({ cases, scores })).toEqual([1, 1, 0, 0]);
});

it('finds nobody eligible without a conversation, or below the ages of the measure', () => {
  const child = { ...FACTS, born: dayOfIso('2011-01-01') };
  const cases = [
    caseOf({ received: '2026-01-05', closed: '2026-05-01' }),
    caseOf({
      person: 'B',
      received: '2026-01-05',
      conversation: '2026-01-20',
      closed: '2026-05-01',
      facts: child,
    }),
  ];
  expect(coverageOf({ cases, scores: [scoreOf('2026-01-20', 8)] })).toBeUndefined();
});

it('counts everyone closed at a service that uses the measure, and nobody at another', () => {
  const person = (name: string, service: string) => ({ ...CLOSED, person: name, service });
  const cases = [person('A', 's'), person('B', 's'), person('C', 'other')];
  expect(coverageOf({ cases, scores: [scoreOf('2026-01-20', 8)] })).toEqual([2, 1, 0, 0]);
});

it('pairs an instrument of several measures only where all of them were answered both times', () => {
  const wellbeing = (day: string, score: number, person: string) =>
    scoreOf(day, score, { person, instrument: 'mycaw', measure: 'mycaw_wellbeing' });
  const concern = (day: string, score: number, person: string) =>
    scoreOf(day, score, { person, instrument: 'mycaw', measure: 'mycaw_concern_1' });
  const cases = [CLOSED, { ...CLOSED, person: 'B' }];
  const scores = ['A', 'B'].flatMap((person) => [
    wellbeing('2026-01-20', 5, person),
    concern('2026-01-20', 4, person),
    wellbeing('2026-04-20', 3, person),
  ]);
  scores.push(concern('2026-04-20', 2, 'A'));
  expect(coverageOf({ cases, scores })).toEqual([2, 2, 1, 1]);
  const { rows } = countOfPeriod('2026-Q2', { cases, scores });
  const everyone = rows('outcomes', { breakdown: 'all' });
  expect(everyone.map(({ measure, n_paired, mean_change }) => [measure, n_paired, mean_change])).toEqual([
    ['mycaw_concern_1', 1, -2],
    ['mycaw_wellbeing', 1, -2],
  ]);
});

import { expect, it } from 'vitest';
import { countOfPeriod } from './count-made-cases.ts';
import { caseOf, connectionOf } from './made-records.ts';

it('opens a period with what the one before left open, and closes with the rest', () => {
  const cases = [
    caseOf({ person: 'A', received: '2026-03-01' }),
    caseOf({ person: 'B', received: '2026-03-01', closed: '2026-04-01' }),
    caseOf({ person: 'C', received: '2026-03-31', decided: '2026-04-01' }),
    caseOf({ person: 'D', received: '2026-05-01', closed: '2026-06-30' }),
    caseOf({ person: 'E', received: '2026-06-30' }),
    caseOf({ person: 'F', received: '2026-07-01' }),
  ];
  const stages = (period: string) => {
    const { sum } = countOfPeriod(period, { cases });
    return ['open_at_start', 'referral_accepted', 'closed', 'open_at_end'].map((stage) =>
      sum('pathway', 'episodes', { basis: 'event', stage }),
    );
  };
  expect(stages('2026-Q1')).toEqual([0, 2, 0, 2]);
  expect(stages('2026-Q2')).toEqual([2, 3, 2, 3]);
  expect(stages('2026-Q3')).toEqual([3, 1, 0, 4]);
});

it("follows last quarter's referrals to the last day of this one", () => {
  const cases = [
    caseOf({
      person: 'A',
      received: '2026-04-01',
      decided: '2026-04-03',
      firstContact: '2026-04-10',
      conversation: '2026-05-30',
      plan: '2026-09-30',
    }),
    caseOf({ person: 'B', received: '2026-06-30', decided: '2026-07-01', conversation: '2026-10-01' }),
    caseOf({ person: 'C', received: '2026-05-01', decision: 'expired', decided: '2026-08-01' }),
    caseOf({ person: 'D', received: '2026-07-01', conversation: '2026-07-02' }),
  ];
  const { rows } = countOfPeriod('2026-Q3', { cases });
  const cohort = rows('pathway', { basis: 'cohort' }).map((row) => [row.stage, row.wait_band, row.episodes]);
  expect(cohort).toEqual([
    ['action_plan', '85_plus', 1],
    ['expired', '85_plus', 1],
    ['first_contact', '8_14', 1],
    ['referral_accepted', '0_7', 2],
    ['referral_received', 'not_applicable', 3],
    ['what_matters_conversation', '57_84', 1],
  ]);
});

it('counts no plan of a cohort without the conversation that it follows from', () => {
  const cases = [caseOf({ received: '2026-04-01', plan: '2026-05-01', conversation: '2026-10-05' })];
  const { sum } = countOfPeriod('2026-Q3', { cases });
  expect(sum('pathway', 'episodes', { basis: 'cohort', stage: 'action_plan' })).toBe(0);
});

it('takes a conversation for the first contact where none was earlier', () => {
  const cases = [caseOf({ received: '2026-04-01', conversation: '2026-04-20', firstContact: '2026-04-25' })];
  const { rows } = countOfPeriod('2026-Q2', { cases });
  expect(rows('pathway', { basis: 'event', stage: 'first_contact' })).toMatchObject([{ wait_band: '15_28' }]);
});

it('does not know a wait between dates that lie the wrong way round', () => {
  const cases = [caseOf({ received: '2026-04-10', conversation: '2026-04-05' })];
  const { rows } = countOfPeriod('2026-Q2', { cases });
  expect(rows('pathway', { basis: 'event', stage: 'what_matters_conversation' })).toMatchObject([
    { wait_band: 'not_known' },
  ]);
});

it('assumes that support without a day of acceptance was accepted on its first day, and says so', () => {
  const cases = [
    caseOf({ received: '2026-04-01', decision: null, conversation: '2026-04-20', closed: '2026-05-01' }),
  ];
  const counted = countOfPeriod('2026-Q2', { cases });
  expect(counted.acceptanceAssumed).toBe(1);
  expect(counted.rows('pathway', { stage: 'referral_accepted' })).toMatchObject([{ wait_band: '15_28' }]);
  expect(counted.rows('closures')).toMatchObject([{ duration_band: '0_28', contacts_band: '2_3' }]);
});

it('counts a closing before the acceptance as one on the same day, and says so', () => {
  const cases = [caseOf({ received: '2026-04-01', decided: '2026-05-01', closed: '2026-04-20' })];
  const counted = countOfPeriod('2026-Q2', { cases });
  expect(counted.closedBeforeAcceptance).toBe(1);
  expect(counted.sum('closures', 'episodes')).toBe(1);
  expect(counted.sum('pathway', 'episodes', { stage: 'open_at_end' })).toBe(0);
});

it('closes by closing date, whenever the person was referred, and never what was declined', () => {
  const cases = [
    caseOf({ received: '2024-01-01', closed: '2026-06-30' }),
    caseOf({
      person: 'B',
      received: '2026-04-01',
      decision: 'declined_by_service',
      decided: '2026-04-02',
      closed: '2026-04-02',
    }),
  ];
  const { rows } = countOfPeriod('2026-Q2', { cases });
  expect(rows('closures')).toMatchObject([{ duration_band: '366_plus', episodes: 1 }]);
  expect(rows('pathway', { basis: 'event', stage: 'closed' })).toMatchObject([{ episodes: 1 }]);
});

it('reaches the stage connected with the first connection of the episode', () => {
  const cases = [caseOf({ received: '2026-03-01' })];
  const connections = [connectionOf('2026-05-02', { activity_type: 'dance' }), connectionOf('2026-04-01')];
  const { rows } = countOfPeriod('2026-Q2', { cases, connections });
  expect(rows('pathway', { basis: 'event', stage: 'connected' })).toMatchObject([
    { wait_band: '29_56', episodes: 1 },
  ]);
});

import { expect, it } from 'vitest';
import { isoOf } from '../../../src/standard/aggregate/day.ts';
import { mergeEpisodes } from '../../../src/standard/aggregate/merge-episodes.ts';
import { caseOf, FACTS } from './made-records.ts';

const spans = (...cases: Parameters<typeof mergeEpisodes>[0]) =>
  mergeEpisodes(cases).map(({ received, closed }) => [
    isoOf(received),
    closed === null ? null : isoOf(closed),
  ]);

it('continues an episode that is reopened 28 days after it closed', () => {
  const first = caseOf({ received: '2026-04-01', closed: '2026-05-01' });
  expect(spans(first, caseOf({ received: '2026-05-29', closed: '2026-07-10' }))).toEqual([
    ['2026-04-01', '2026-07-10'],
  ]);
});

it('begins another episode 29 days after the last one closed', () => {
  const first = caseOf({ received: '2026-04-01', closed: '2026-05-01' });
  expect(spans(first, caseOf({ received: '2026-05-30', closed: '2026-07-10' }))).toEqual([
    ['2026-04-01', '2026-05-01'],
    ['2026-05-30', '2026-07-10'],
  ]);
});

it('takes a request sent again while undecided or open for the same referral', () => {
  expect(
    spans(
      caseOf({ received: '2026-04-01', decision: null }),
      caseOf({ received: '2026-04-10', decided: '2026-04-12' }),
      caseOf({ received: '2026-06-20', decision: null }),
    ),
  ).toEqual([['2026-04-01', null]]);
});

it('does not hold an episode open for a repeat that led to nothing', () => {
  expect(
    spans(
      caseOf({ received: '2026-04-01', closed: '2026-05-01' }),
      caseOf({ received: '2026-04-20', decision: null }),
    ),
  ).toEqual([['2026-04-01', '2026-05-01']]);
});

it('stays open when the reopened part is open', () => {
  expect(
    spans(caseOf({ received: '2026-04-01', closed: '2026-05-01' }), caseOf({ received: '2026-05-10' })),
  ).toEqual([['2026-04-01', null]]);
});

it('takes a request after a declined one for another referral', () => {
  const declined = caseOf({ received: '2026-04-01', decision: 'declined_by_person', decided: '2026-04-05' });
  const [first, second] = mergeEpisodes([declined, caseOf({ received: '2026-04-06' })]);
  expect(first?.declined?.stage).toBe('declined_by_person');
  expect(second?.declined).toBeNull();
});

it('keeps the episodes of one person at two services apart', () => {
  const cases = [caseOf({ received: '2026-04-01' }), caseOf({ received: '2026-04-01', service: 'other' })];
  expect(mergeEpisodes(cases)).toHaveLength(2);
});

it('fills the gaps of the first row from the later one, and counts the contacts of both', () => {
  const facts = { ...FACTS, area_code: null, deprivation_quintile: 'not_known', sex: 'not_known' };
  const [episode] = mergeEpisodes([
    caseOf({ received: '2026-04-01', facts, contacts: 2, needs: ['food'] }),
    caseOf({ received: '2026-04-10', contacts: 3, needs: ['transport'] }),
  ]);
  expect(episode?.facts).toMatchObject({ area_code: 'W06000023', deprivation_quintile: 'q2', sex: 'female' });
  expect(episode?.contacts).toBe(5);
  expect(episode?.needs).toEqual(['food', 'transport']);
});

it('gives the same episodes in whatever order the cases stand', () => {
  const cases = [
    caseOf({ received: '2026-04-01', closed: '2026-05-01' }),
    caseOf({ received: '2026-04-01', decision: null }),
    caseOf({ received: '2026-05-10', closed: '2026-06-01' }),
    caseOf({ received: '2026-09-01' }),
  ];
  expect(mergeEpisodes([...cases].reverse())).toEqual(mergeEpisodes(cases));
});

import { expect, it } from 'vitest';
import { isCell } from '../../src/disclosure/implied-cells.ts';
import { placeIn } from './made-places.ts';
import { choicesOf } from './standard-systems.ts';

const asked = (characteristic: string, dimensions: Readonly<Record<string, string>>) =>
  isCell(placeIn('characteristics', { population: 'supported', characteristic }, dimensions));

const FROM_16 = ['employment_status', 'sexual_orientation', 'gender_identity', 'armed_forces'];

it.each(FROM_16)('has no figure of %s for people under 16, who are not asked', (characteristic) => {
  for (const category of ['not_known', 'not_stated', 'other', 'not_applicable']) {
    expect(asked(characteristic, { age_group: 'under_16', category })).toBe(false);
  }
  expect(asked(characteristic, { age_group: '16_64', category: 'other' })).toBe(true);
  expect(asked(characteristic, { age_group: 'not_known', category: 'other' })).toBe(true);
});

it.each(FROM_16)(
  'does not count again as "not applicable" of %s those who are counted as under 16',
  (asks) => {
    expect(asked(asks, { category: 'not_applicable' })).toBe(false);
    expect(asked(asks, { age_group: '16_64', category: 'not_applicable' })).toBe(false);
    expect(asked(asks, { sex: 'female', category: 'not_applicable' })).toBe(false);
    expect(asked(asks, { category: 'other' })).toBe(true);
  },
);

it('has a figure for every category of what is asked at any age', () => {
  const others = choicesOf('characteristics').filter(
    ({ characteristic = '' }) => !FROM_16.includes(characteristic),
  );
  expect(others.length).toBe(7);
  for (const { characteristic = '' } of others) {
    expect(asked(characteristic, { age_group: 'under_16', category: 'not_known' })).toBe(true);
    expect(asked(characteristic, { category: 'not_applicable' })).toBe(true);
  }
});

it('has a figure in every table whose categories follow from nothing', () => {
  expect(isCell(placeIn('profiles', { population: 'supported' }, { age_band: '0_15' }))).toBe(true);
  const byFifth = { population: 'supported', deprivation_index: 'wimd_2019' };
  expect(isCell(placeIn('profiles', byFifth, { deprivation_quintile: 'not_applicable' }))).toBe(true);
  const outcomes = { measure: 'ucla_3', value_set: 'not_applicable', breakdown: 'age_group' };
  expect(isCell(placeIn('outcomes', outcomes, { category: 'under_16' }))).toBe(true);
  expect(isCell(placeIn('outcomes', { ...outcomes, breakdown: 'all' }))).toBe(true);
});

it('has no figure of what is open on a day in a cohort, which holds the referrals of one quarter', () => {
  const staged = (basis: string, stage: string) => isCell(placeIn('pathway', { basis }, { stage }));
  for (const stage of ['open_at_start', 'open_at_end']) {
    expect(staged('cohort', stage)).toBe(false);
    expect(staged('event', stage)).toBe(true);
  }
  expect(staged('cohort', 'referral_received')).toBe(true);
});

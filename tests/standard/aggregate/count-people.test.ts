import { expect, it } from 'vitest';
import { dayOfIso } from '../../../src/standard/aggregate/day.ts';
import { countOfPeriod } from './count-made-cases.ts';
import { caseOf, connectionOf, FACTS } from './made-records.ts';

it('counts a person with two referrals in a period once in profiles and twice in pathway', () => {
  const cases = [
    caseOf({ received: '2026-04-03', closed: '2026-04-20' }),
    caseOf({ received: '2026-06-01', facts: { ...FACTS, deprivation_quintile: 'q5' } }),
  ];
  const { rows, sum } = countOfPeriod('2026-Q2', { cases });
  expect(rows('profiles')).toEqual([
    {
      population: 'referred',
      area_code: 'W06000023',
      age_band: '35_49',
      sex: 'female',
      deprivation_quintile: 'q2',
      people: 1,
      people_first_in_year: 1,
    },
  ]);
  expect(sum('pathway', 'episodes', { basis: 'event', stage: 'referral_received' })).toBe(2);
});

it('does not refer a person carried over again, and counts them as open at the start', () => {
  const cases = [caseOf({ received: '2026-02-01', conversation: '2026-04-10' })];
  const { sum } = countOfPeriod('2026-Q2', { cases });
  expect(sum('profiles', 'people', { population: 'referred' })).toBe(0);
  expect(sum('profiles', 'people', { population: 'supported' })).toBe(1);
  expect(sum('pathway', 'episodes', { stage: 'open_at_start' })).toBe(1);
});

it('counts a person for the first time in the year once over the four quarters', () => {
  const cases = [
    caseOf({ received: '2026-02-01', closed: '2026-02-10' }),
    caseOf({ received: '2026-05-01', closed: '2026-05-10' }),
    caseOf({ received: '2026-08-01', closed: '2026-08-10', service: 'another' }),
    caseOf({ received: '2027-02-01' }),
  ];
  const firsts = ['2026-Q2', '2026-Q3', '2026-Q4', '2027-Q1', '2027-Q2'].map((period) =>
    countOfPeriod(period, { cases }).sum('profiles', 'people_first_in_year', { population: 'referred' }),
  );
  expect(firsts).toEqual([1, 0, 0, 0, 0]);
  expect(countOfPeriod('2026-Q1', { cases }).sum('profiles', 'people_first_in_year')).toBe(1);
});

it('takes the age on the day of the event', () => {
  const facts = { ...FACTS, born: dayOfIso('1961-06-10') };
  const cases = [caseOf({ received: '2026-06-09', conversation: '2026-06-10', facts })];
  const { rows } = countOfPeriod('2026-Q2', { cases });
  expect(rows('profiles').map(({ population, age_band }) => [population, age_band])).toEqual([
    ['referred', '50_64'],
    ['supported', '65_74'],
  ]);
});

it('adds the whole years since the referral to an age, and believes no age above 120', () => {
  const aged = (age: number) => ({ ...FACTS, born: null, age });
  const cases = [
    caseOf({ received: '2025-05-01', conversation: '2026-05-01', facts: aged(64) }),
    caseOf({ person: 'B', received: '2025-05-02', conversation: '2026-05-01', facts: aged(64) }),
    caseOf({ person: 'C', received: '2026-05-01', conversation: '2026-05-01', facts: aged(126) }),
  ];
  const supported = countOfPeriod('2026-Q2', { cases }).rows('profiles', { population: 'supported' });
  expect(supported.map(({ age_band }) => age_band)).toEqual(['50_64', '65_74', 'not_known']);
});

it('counts whoever made a connection in the period as connected, by the first of it', () => {
  const cases = [caseOf({ received: '2026-02-01', conversation: '2026-02-10' })];
  const connections = [connectionOf('2026-03-01'), connectionOf('2026-05-01'), connectionOf('2026-06-01')];
  const { rows } = countOfPeriod('2026-Q2', { cases, connections });
  expect(rows('profiles', { population: 'connected' })).toMatchObject([
    { people: 1, people_first_in_year: 1 },
  ]);
  const next = countOfPeriod('2026-Q3', { cases, connections: [...connections, connectionOf('2026-07-02')] });
  expect(next.rows('profiles', { population: 'connected' })).toMatchObject([
    { people: 1, people_first_in_year: 0 },
  ]);
});

it('counts a child as not applicable where a characteristic begins at 16, and nobody older', () => {
  const child = { ...FACTS, born: dayOfIso('2012-01-01') };
  const adult = {
    ...FACTS,
    characteristics: { ...FACTS.characteristics, employment_status: 'not_applicable' },
  };
  const cases = [
    caseOf({ received: '2026-04-01', conversation: '2026-04-05', facts: child }),
    caseOf({ person: 'B', received: '2026-04-01', conversation: '2026-04-05', facts: adult }),
  ];
  const { rows } = countOfPeriod('2026-Q2', { cases });
  const categories = rows('characteristics', { characteristic: 'employment_status' });
  expect(categories.map(({ age_group, category }) => [age_group, category])).toEqual([
    ['16_64', 'not_known'],
    ['under_16', 'not_applicable'],
  ]);
});

it('counts a person in every need and as primary in one', () => {
  const cases = [
    caseOf({
      received: '2026-04-01',
      conversation: '2026-04-05',
      needs: ['food', 'caring'],
      mainNeed: 'caring',
    }),
    caseOf({ person: 'B', received: '2026-04-01', conversation: '2026-04-05', needs: ['food', 'caring'] }),
    caseOf({ person: 'C', received: '2026-04-01', conversation: '2026-04-05', needs: ['food'] }),
  ];
  const { rows } = countOfPeriod('2026-Q2', { cases });
  const byFifth = rows('needs', { breakdown: 'deprivation_quintile' });
  expect(byFifth.map(({ need, people, people_primary }) => [need, people, people_primary])).toEqual([
    ['caring', 2, 1],
    ['food', 3, 1],
    ['not_known', 1, 1],
  ]);
});

it('counts people of the year by their first referral of it, in the January to March return alone', () => {
  const elsewhere = { ...FACTS, deprivation_quintile: 'q5' };
  const cases = [
    caseOf({ received: '2026-05-01', closed: '2026-05-10', referral_source: 'self' }),
    caseOf({ received: '2027-02-01', facts: elsewhere }),
    caseOf({ person: 'B', received: '2027-03-31' }),
    caseOf({ person: 'C', received: '2026-03-31', closed: '2026-04-02' }),
  ];
  expect(countOfPeriod('2026-Q4', { cases }).document.tables.equity).toBeUndefined();
  const { rows } = countOfPeriod('2027-Q1', { cases });
  expect(rows('equity')).toEqual([
    {
      population: 'referred',
      area_code: 'W11000024',
      ethnic_group: 'white',
      deprivation_quintile: 'q2',
      referral_sector: 'primary_care',
      people_first_in_year: 1,
    },
    {
      population: 'referred',
      area_code: 'W11000024',
      ethnic_group: 'white',
      deprivation_quintile: 'q2',
      referral_sector: 'self_and_family',
      people_first_in_year: 1,
    },
  ]);
});

it('counts people from elsewhere as outside the area, and those of another nation without a fifth', () => {
  const at = (area_code: string | null) => ({ ...FACTS, area_code });
  const cases = ['W06000008', 'E92000001', null].map((area, index) =>
    caseOf({ person: `P${index}`, received: '2026-04-01', facts: at(area) }),
  );
  const { rows } = countOfPeriod('2026-Q2', { cases });
  expect(rows('profiles').map((row) => [row.area_code, row.deprivation_quintile])).toEqual([
    ['W06000023', 'q2'],
    ['outside_area', 'not_applicable'],
    ['outside_area', 'q2'],
  ]);
});

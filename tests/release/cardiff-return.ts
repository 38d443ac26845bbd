import type { Return } from '../../src/standard/generated/types.ts';
import { exampleRow, profile } from '../../src/standard/rules/example-rows.ts';
import { smallReturn } from './small-return.ts';

export const CARDIFF = 'W06000015';

/** Cardiff's return of a quarter, of all tables: 400 people and 300 episodes, told by two sources and two stages. */
export function cardiff(period: string): Return {
  const place = { area_code: CARDIFF } as const;
  const people = { ...place, population: 'supported', people: 400, people_first_in_year: 400 } as const;
  const episodes = (stage: 'open_at_start' | 'referral_accepted' | 'closed' | 'open_at_end', count: number) =>
    (['gp_practice', 'self'] as const).map((referral_source) =>
      exampleRow('pathway', {
        ...place,
        referral_source,
        stage,
        wait_band: stage.startsWith('open') ? 'not_applicable' : '57_84',
        episodes: count,
      }),
    );
  const received = (['gp_practice', 'self'] as const).map((referral_source) =>
    exampleRow('pathway', {
      ...place,
      referral_source,
      stage: 'referral_received',
      wait_band: 'not_applicable',
      episodes: referral_source === 'self' ? 240 : 180,
    }),
  );
  const connections = [
    exampleRow('connections', { ...place, uptake: 'taken_up', barrier: 'not_applicable', connections: 300 }),
    exampleRow('connections', { ...place, uptake: 'not_taken_up', barrier: 'transport', connections: 120 }),
    exampleRow('connections', { ...place, uptake: 'not_taken_up', barrier: 'cost', connections: 23 }),
  ];
  const needs = (need: 'mental_wellbeing' | 'loneliness_isolation', count: number) =>
    exampleRow('needs', {
      ...place,
      age_group: '16_64',
      sex: 'female',
      deprivation_quintile: 'not_applicable',
      need,
      people: count,
      people_primary: count / 2,
      people_primary_first_in_year: count / 2,
    });
  const board = { area_code: 'W11000029' } as const;
  return smallReturn('7A4', period, [], {
    tables: {
      profiles: [
        profile({ ...people, deprivation_quintile: 'q1' }),
        profile({ ...people, population: 'referred', deprivation_quintile: 'q1' }),
        profile({ ...people, population: 'connected', people: 300, people_first_in_year: 300 }),
      ],
      needs: [needs('mental_wellbeing', 200), needs('loneliness_isolation', 100)],
      pathway: [
        ...received,
        ...episodes('open_at_start', 90),
        ...episodes('referral_accepted', 70),
        ...episodes('closed', 60),
        ...episodes('open_at_end', 100),
      ],
      connections,
      closures: (['gp_practice', 'self'] as const).map((referral_source) =>
        exampleRow('closures', { ...place, referral_source, episodes: 60 }),
      ),
      ...(period === '2026-Q1'
        ? {
            equity: (['white', 'asian'] as const).map((ethnic_group) =>
              exampleRow('equity', { ...board, ethnic_group, people_first_in_year: 800 }),
            ),
          }
        : {}),
      workforce: [
        exampleRow('workforce', { ...board, headcount: 9, fte: 7.4, volunteer_hours: null }),
        exampleRow('workforce', {
          ...board,
          role: 'artist',
          headcount: 4,
          fte: 2.25,
          supervised: 2,
          trained_in_period: 2,
          trained_across_professions: 1,
        }),
      ],
      assets: [exampleRow('assets', { ...place, offers: 9, offers_in_welsh: null })],
    },
  });
}

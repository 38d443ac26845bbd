import { exampleRow, profile } from './example-rows.ts';
import { type AreaSums, excessOf } from './reading/area-sums.ts';
import { isNamedNotCollected } from './reading/coverage.ts';
import { NOTHING_TO_CHECK, overTables } from './reading/passes.ts';
import { addEvents } from './reading/pathway-counts.ts';
import { addPopulation } from './reading/population-sums.ts';
import type { Rule } from './rule.ts';

const referred = (people: number) => profile({ population: 'referred', people, people_first_in_year: 2 });
const received = (episodes: number, area_code: 'W06000023' | 'W11000024' | 'W92000004' = 'W06000023') =>
  exampleRow('pathway', { stage: 'referral_received', wait_band: 'not_applicable', episodes, area_code });

export const referredPeopleNotAboveReferralsReceived: Rule = {
  id: 'referred-people-not-above-referrals-received',
  tier: 'error',
  since: '1.0',
  tables: ['profiles', 'pathway'],
  message: {
    en: 'More people were referred than referrals were received.',
    cy: 'Cafodd mwy o bobl eu hatgyfeirio nag o atgyfeiriadau a ddaeth i law.',
  },
  why: {
    en: 'A person is counted as referred because of at least one referral in the period, so there are at least as many referrals as people.',
    cy: 'Cyfrifir person fel un a atgyfeiriwyd oherwydd o leiaf un atgyfeiriad yn y cyfnod, felly mae o leiaf cymaint o atgyfeiriadau ag o bobl.',
  },
  remedy: {
    en: 'For this area, count every referral received in the period in pathway (basis event), those declined too, and count people once in profiles.',
    cy: 'Ar gyfer yr ardal hon, cyfrifwch bob atgyfeiriad a ddaeth i law yn y cyfnod yn pathway (sail event), y rhai a wrthodwyd hefyd, a chyfrifwch bobl unwaith yn profiles.',
  },
  source: 'core dataset, rules of sums; counting rules, sections 2 and 3',
  examples: {
    passes: [
      { tables: { profiles: [referred(12)], pathway: [received(12)] } },
      { tables: { profiles: [referred(12)], pathway: [received(10), received(2, 'W92000004')] } },
      { tables: { profiles: [profile({ people: 12 })], pathway: [received(1)] } },
    ],
    fails: [
      { tables: { profiles: [referred(12)], pathway: [received(11)] } },
      { tables: { profiles: [referred(12)], pathway: [{ ...received(12), basis: 'cohort' }] } },
      {
        tables: {
          profiles: [referred(12), { ...referred(3), area_code: 'W92000004' }],
          pathway: [received(12), received(2, 'W92000004')],
        },
      },
    ],
  },
  start(header, report) {
    if (isNamedNotCollected(header, 'pathway', 'referral_received')) return NOTHING_TO_CHECK;
    const people: AreaSums = new Map();
    const referrals: AreaSums = new Map();
    return overTables(
      {
        profiles: addPopulation(people, 'referred', 'people'),
        pathway: addEvents(referrals, 'referral_received'),
      },
      () => {
        for (const { row, count: value, most } of excessOf(people, referrals)) {
          report({ table: 'profiles', row, path: ['people'], value, suggestion: `0-${most}` });
        }
      },
    );
  },
};

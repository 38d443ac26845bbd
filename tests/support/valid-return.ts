import type { Return } from '../../src/standard/generated/types.ts';
import { characteristic, outcome, outcomeCoverage, profile } from '../../src/standard/rules/example-rows.ts';

/**
 * A small return of four tables that no rule objects to. Its figures are invented.
 *
 * In Powys, July to September 2026: 28 people referred, 25 supported (one of them a child) and 9 connected.
 */
export const VALID_RETURN: Return = {
  standard: 'spcd',
  schema_version: '1.0',
  submitter: '7A7',
  period: '2026-Q3',
  period_start: '2026-07-01',
  period_end: '2026-09-30',
  figures_status: 'provisional',
  source_kind: 'synthetic',
  sex_basis: 'sex',
  deprivation_index: 'wimd_2019',
  ethnicity_scheme: 'census_2021',
  coverage: {
    services_included: ['powys-community-connectors'],
    areas_complete: ['W06000023'],
    tables: {
      characteristics: {
        not_collected: [
          'disability',
          'unpaid_carer',
          'language_of_choice',
          'rurality',
          'welsh_language_service',
        ],
        reason: { en: 'Not asked before October.', cy: 'Ni ofynnwyd cyn mis Hydref.' },
      },
    },
  },
  source_system: { name: 'Example system', version: '3.1', extracted_at: '2026-10-12T09:00:00Z' },
  tables: {
    profiles: [
      profile({ population: 'referred', people: 14, people_first_in_year: 11 }),
      profile({
        population: 'referred',
        age_band: '65_74',
        sex: 'male',
        deprivation_quintile: 'q3',
        people: 13,
        people_first_in_year: 8,
      }),
      profile({
        population: 'referred',
        age_band: '0_15',
        deprivation_quintile: 'q2',
        people: 1,
        people_first_in_year: 1,
      }),
      profile(),
      profile({
        age_band: '65_74',
        sex: 'male',
        deprivation_quintile: 'q3',
        people: 12,
        people_first_in_year: 7,
      }),
      profile({ age_band: '0_15', deprivation_quintile: 'q2', people: 1, people_first_in_year: 1 }),
      profile({ population: 'connected', people: 6, people_first_in_year: 4 }),
      profile({
        population: 'connected',
        age_band: '75_84',
        sex: 'male',
        deprivation_quintile: 'q4',
        people: 3,
        people_first_in_year: 3,
      }),
    ],
    characteristics: [
      characteristic({ people: 11, people_first_in_year: 8 }),
      characteristic({ category: 'asian', people: 1, people_first_in_year: 1 }),
      characteristic({ age_group: '65_plus', sex: 'male', people: 12, people_first_in_year: 7 }),
      characteristic({ age_group: 'under_16', people: 1, people_first_in_year: 1 }),
      characteristic({
        characteristic: 'employment_status',
        category: 'working',
        people: 7,
        people_first_in_year: 6,
      }),
      characteristic({
        characteristic: 'employment_status',
        category: 'unemployed',
        people: 5,
        people_first_in_year: 3,
      }),
      characteristic({
        characteristic: 'employment_status',
        age_group: '65_plus',
        sex: 'male',
        category: 'retired',
        people: 12,
        people_first_in_year: 7,
      }),
      characteristic({
        characteristic: 'employment_status',
        age_group: 'under_16',
        category: 'not_applicable',
        people: 1,
        people_first_in_year: 1,
      }),
    ],
    outcome_coverage: [
      outcomeCoverage(),
      outcomeCoverage({
        breakdown: 'sex',
        category: 'female',
        n_eligible: 85,
        n_baseline: 56,
        n_follow_up: 36,
        n_paired: 32,
      }),
    ],
    outcomes: [
      outcome(),
      outcome({
        breakdown: 'sex',
        category: 'female',
        n_paired: 32,
        n_improved: 17,
        n_unchanged: 12,
        n_worse: 3,
      }),
    ],
  },
};

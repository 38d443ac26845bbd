import type { TableName } from '../../standard/generated/tables.ts';

/** A row that a case may make wrong: any field, any value. */
export type DraftRow = Record<string, unknown>;

/** A return that a case may make wrong: its header, and below `tables` its rows. */
export interface Draft extends Record<string, unknown> {
  coverage: Record<string, unknown>;
  source_system: Record<string, unknown>;
  tables: Record<string, DraftRow[]>;
}

const POWYS = 'W06000023';
const BOARD = 'W11000024';

/** The two groups that the people of the return belong to: women of 25 to 34, men of 65 to 74. */
const WOMEN = { age: '25_34', group: '16_64', sex: 'female', fifth: 'q2' } as const;
const MEN = { age: '65_74', group: '65_plus', sex: 'male', fifth: 'q3' } as const;
type Group = typeof WOMEN | typeof MEN;

const profile = (population: string, { age, sex, fifth }: Group, people: number, first: number) => ({
  population,
  area_code: POWYS,
  age_band: age,
  sex,
  deprivation_quintile: fifth,
  people,
  people_first_in_year: first,
});

/** One answer for all women supported, and one for all men. */
const answers = (characteristic: string, ofWomen: string, ofMen: string) =>
  (
    [
      [WOMEN, ofWomen, 8, 5],
      [MEN, ofMen, 6, 4],
    ] as const
  ).map(([{ group, sex }, category, people, people_first_in_year]) => ({
    population: 'supported',
    characteristic,
    area_code: POWYS,
    age_group: group,
    sex,
    category,
    people,
    people_first_in_year,
  }));

const need = (
  { group, sex, fifth }: Group,
  isByFifth: boolean,
  name: string,
  [people, main, first]: readonly [number, number, number],
) => ({
  breakdown: isByFifth ? 'deprivation_quintile' : 'age_group_sex',
  area_code: POWYS,
  age_group: isByFifth ? 'not_applicable' : group,
  sex: isByFifth ? 'not_applicable' : sex,
  deprivation_quintile: isByFifth ? fifth : 'not_applicable',
  need: name,
  people,
  people_primary: main,
  people_primary_first_in_year: first,
});

const stage = (basis: string, name: string, wait_band: string, episodes: number) => ({
  basis,
  area_code: POWYS,
  referral_source: 'gp_practice',
  deprivation_quintile: 'q2',
  support_tier: 'targeted',
  stage: name,
  wait_band,
  episodes,
});

const connection = (uptake: string, barrier: string, connections: number) => ({
  area_code: POWYS,
  deprivation_quintile: 'q2',
  activity_type: 'walking_group',
  connection_kind: 'accompanied',
  delivery_mode: 'in_person',
  uptake,
  barrier,
  quality_mark: 'held',
  connections,
});

const closure = (closure_reason: string, contacts_band: string, episodes: number) => ({
  area_code: POWYS,
  referral_source: 'gp_practice',
  closure_reason,
  duration_band: '85_182',
  contacts_band,
  episodes,
});

const equity = (ethnic_group: string, people_first_in_year: number) => ({
  population: 'referred',
  area_code: BOARD,
  ethnic_group,
  deprivation_quintile: 'q2',
  referral_sector: 'primary_care',
  people_first_in_year,
});

/**
 * The return that every case starts from: one health board, January to March, all eleven tables, as few rows as
 * they can have. Its figures are invented. No rule has anything to say of it, nor of any of its tables alone.
 */
const BASE: Draft = {
  standard: 'spcd',
  schema_version: '1.0',
  submitter: '7A7',
  period: '2026-Q1',
  period_start: '2026-01-01',
  period_end: '2026-03-31',
  figures_status: 'provisional',
  source_kind: 'synthetic',
  sex_basis: 'sex',
  deprivation_index: 'wimd_2019',
  ethnicity_scheme: 'census_2021',
  support_tier_version: '2025',
  coverage: { services_included: ['powys-community-connectors'], areas_complete: [POWYS] },
  source_system: { name: 'Casebook', version: '4.2', extracted_at: '2026-04-21T09:30:00Z' },
  notes: {
    en: 'Invented figures: nobody was counted.',
    cy: 'Ffigurau ffug: ni chyfrifwyd neb.',
  },
  tables: {
    profiles: [
      profile('referred', WOMEN, 9, 6),
      profile('referred', MEN, 7, 4),
      profile('supported', WOMEN, 8, 5),
      profile('supported', MEN, 6, 4),
      profile('connected', WOMEN, 6, 3),
      profile('connected', MEN, 4, 2),
    ],
    characteristics: [
      ...answers('ethnic_group', 'asian', 'white_british'),
      ...answers('disability', 'not_disabled', 'disabled'),
      ...answers('unpaid_carer', 'carer_under_20_hours', 'not_carer'),
      ...answers('language_of_choice', 'welsh', 'english'),
      ...answers('employment_status', 'working', 'retired'),
      ...answers('rurality', 'rural', 'urban'),
      ...answers('welsh_language_service', 'welsh_chosen_and_received', 'welsh_not_chosen'),
    ],
    equity: [equity('asian', 8), equity('white', 31)],
    needs: [
      need(WOMEN, false, 'loneliness_isolation', [6, 4, 3]),
      need(MEN, false, 'physical_activity', [4, 3, 2]),
      need(WOMEN, true, 'loneliness_isolation', [6, 4, 3]),
      need(MEN, true, 'physical_activity', [4, 3, 2]),
    ],
    pathway: [
      stage('event', 'open_at_start', 'not_applicable', 71),
      stage('event', 'referral_received', 'not_applicable', 23),
      stage('event', 'referral_accepted', '0_7', 21),
      stage('event', 'first_contact', '8_14', 19),
      stage('event', 'what_matters_conversation', '15_28', 17),
      stage('event', 'action_plan', '29_56', 14),
      stage('event', 'closed', '57_84', 46),
      stage('event', 'open_at_end', 'not_applicable', 46),
      stage('cohort', 'referral_received', 'not_applicable', 22),
      stage('cohort', 'referral_accepted', '0_7', 19),
      stage('cohort', 'first_contact', '8_14', 18),
      stage('cohort', 'what_matters_conversation', '15_28', 16),
      stage('cohort', 'action_plan', '29_56', 13),
    ],
    connections: [
      connection('taken_up', 'not_applicable', 11),
      connection('not_taken_up', 'transport', 3),
      connection('too_soon_to_know', 'not_applicable', 2),
    ],
    closures: [closure('plan_complete', '4_6', 38), closure('ended_by_person', '2_3', 8)],
    outcome_coverage: [
      {
        measure: 'swemwbs',
        value_set: 'not_applicable',
        breakdown: 'all',
        area_code: POWYS,
        category: 'all',
        n_eligible: 44,
        n_baseline: 41,
        n_follow_up: 37,
        n_paired: 34,
      },
    ],
    outcomes: [
      {
        measure: 'swemwbs_metric',
        value_set: 'not_applicable',
        breakdown: 'all',
        area_code: POWYS,
        category: 'all',
        interval: '11_16',
        completion_mode: 'self',
        n_paired: 34,
        mean_baseline: 19.4,
        sd_baseline: 3.9,
        mean_follow_up: 22.1,
        sd_follow_up: 4.2,
        mean_change: 2.7,
        sd_change: 4.1,
        n_improved: 18,
        n_unchanged: 12,
        n_worse: 4,
        improvement_threshold: 3,
        change_method: 'paired',
      },
    ],
    workforce: [
      {
        area_code: BOARD,
        role: 'link_worker',
        employer_sector: 'voluntary_organisation',
        headcount: 9,
        fte: 7.4,
        supervised: 8,
        trained_in_period: 5,
        trained_across_professions: 2,
        volunteer_hours: 0,
      },
    ],
    assets: [
      {
        area_code: POWYS,
        activity_type: 'walking_group',
        provider_sector: 'informal_group',
        providers: 3,
        offers: 8,
        offers_in_welsh: 2,
        offers_free: 6,
        offers_quality_marked: 3,
        offers_online: 1,
        offers_reachable_by_public_transport: 5,
        offers_step_free: 6,
        offers_co_designed: 2,
        offers_funded_beyond_12_months: 4,
        offers_open_to_self_referral: 7,
        offers_with_waiting_list: 1,
        offers_ended_in_period: 1,
        activity_volunteers: 11,
      },
    ],
  },
};

/** A copy of the base return with these of its tables; all of them when none is named. */
export function baseReturn(...tables: readonly TableName[]): Draft {
  const draft = structuredClone(BASE);
  if (tables.length === 0) return draft;
  const kept = Object.entries(draft.tables).filter(([name]) => tables.some((table) => table === name));
  return { ...draft, tables: Object.fromEntries(kept) };
}

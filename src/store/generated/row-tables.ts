// Written by `npm run generate` from schema/. Do not edit.
import { doublePrecision, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';

export const profilesRows = pgTable(
  'rows_profiles',
  {
    submission_id: uuid().notNull(),
    population: text().notNull(),
    area_code: text().notNull(),
    age_band: text().notNull(),
    sex: text().notNull(),
    deprivation_quintile: text().notNull(),
    people: integer().notNull(),
    people_first_in_year: integer().notNull(),
  },
  (table) => [primaryKey({ name: 'rows_profiles_key', columns: [table.submission_id, table.population, table.area_code, table.age_band, table.sex, table.deprivation_quintile] })],
);

export const characteristicsRows = pgTable(
  'rows_characteristics',
  {
    submission_id: uuid().notNull(),
    population: text().notNull(),
    characteristic: text().notNull(),
    area_code: text().notNull(),
    age_group: text().notNull(),
    sex: text().notNull(),
    category: text().notNull(),
    people: integer().notNull(),
    people_first_in_year: integer().notNull(),
  },
  (table) => [primaryKey({ name: 'rows_characteristics_key', columns: [table.submission_id, table.population, table.characteristic, table.area_code, table.age_group, table.sex, table.category] })],
);

export const equityRows = pgTable(
  'rows_equity',
  {
    submission_id: uuid().notNull(),
    population: text().notNull(),
    area_code: text().notNull(),
    ethnic_group: text().notNull(),
    deprivation_quintile: text().notNull(),
    referral_sector: text().notNull(),
    people_first_in_year: integer().notNull(),
  },
  (table) => [primaryKey({ name: 'rows_equity_key', columns: [table.submission_id, table.population, table.area_code, table.ethnic_group, table.deprivation_quintile, table.referral_sector] })],
);

export const needsRows = pgTable(
  'rows_needs',
  {
    submission_id: uuid().notNull(),
    breakdown: text().notNull(),
    area_code: text().notNull(),
    age_group: text().notNull(),
    sex: text().notNull(),
    deprivation_quintile: text().notNull(),
    need: text().notNull(),
    people: integer().notNull(),
    people_primary: integer().notNull(),
    people_primary_first_in_year: integer().notNull(),
  },
  (table) => [primaryKey({ name: 'rows_needs_key', columns: [table.submission_id, table.breakdown, table.area_code, table.age_group, table.sex, table.deprivation_quintile, table.need] })],
);

export const pathwayRows = pgTable(
  'rows_pathway',
  {
    submission_id: uuid().notNull(),
    basis: text().notNull(),
    area_code: text().notNull(),
    referral_source: text().notNull(),
    deprivation_quintile: text().notNull(),
    support_tier: text().notNull(),
    stage: text().notNull(),
    wait_band: text().notNull(),
    episodes: integer().notNull(),
  },
  (table) => [primaryKey({ name: 'rows_pathway_key', columns: [table.submission_id, table.basis, table.area_code, table.referral_source, table.deprivation_quintile, table.support_tier, table.stage, table.wait_band] })],
);

export const connectionsRows = pgTable(
  'rows_connections',
  {
    submission_id: uuid().notNull(),
    area_code: text().notNull(),
    deprivation_quintile: text().notNull(),
    activity_type: text().notNull(),
    connection_kind: text().notNull(),
    delivery_mode: text().notNull(),
    uptake: text().notNull(),
    barrier: text().notNull(),
    quality_mark: text().notNull(),
    connections: integer().notNull(),
  },
  (table) => [primaryKey({ name: 'rows_connections_key', columns: [table.submission_id, table.area_code, table.deprivation_quintile, table.activity_type, table.connection_kind, table.delivery_mode, table.uptake, table.barrier, table.quality_mark] })],
);

export const closuresRows = pgTable(
  'rows_closures',
  {
    submission_id: uuid().notNull(),
    area_code: text().notNull(),
    referral_source: text().notNull(),
    closure_reason: text().notNull(),
    duration_band: text().notNull(),
    contacts_band: text().notNull(),
    episodes: integer().notNull(),
  },
  (table) => [primaryKey({ name: 'rows_closures_key', columns: [table.submission_id, table.area_code, table.referral_source, table.closure_reason, table.duration_band, table.contacts_band] })],
);

export const outcomeCoverageRows = pgTable(
  'rows_outcome_coverage',
  {
    submission_id: uuid().notNull(),
    measure: text().notNull(),
    value_set: text().notNull(),
    breakdown: text().notNull(),
    area_code: text().notNull(),
    category: text().notNull(),
    n_eligible: integer(),
    n_baseline: integer(),
    n_follow_up: integer(),
    n_paired: integer(),
  },
  (table) => [primaryKey({ name: 'rows_outcome_coverage_key', columns: [table.submission_id, table.measure, table.value_set, table.breakdown, table.area_code, table.category] })],
);

export const outcomesRows = pgTable(
  'rows_outcomes',
  {
    submission_id: uuid().notNull(),
    measure: text().notNull(),
    value_set: text().notNull(),
    breakdown: text().notNull(),
    area_code: text().notNull(),
    category: text().notNull(),
    interval: text().notNull(),
    completion_mode: text().notNull(),
    n_paired: integer().notNull(),
    mean_baseline: doublePrecision(),
    sd_baseline: doublePrecision(),
    mean_follow_up: doublePrecision(),
    sd_follow_up: doublePrecision(),
    mean_change: doublePrecision(),
    sd_change: doublePrecision(),
    n_improved: integer(),
    n_unchanged: integer(),
    n_worse: integer(),
    improvement_threshold: doublePrecision(),
    change_method: text().notNull(),
  },
  (table) => [primaryKey({ name: 'rows_outcomes_key', columns: [table.submission_id, table.measure, table.value_set, table.breakdown, table.area_code, table.category, table.interval, table.completion_mode] })],
);

export const workforceRows = pgTable(
  'rows_workforce',
  {
    submission_id: uuid().notNull(),
    area_code: text().notNull(),
    role: text().notNull(),
    employer_sector: text().notNull(),
    headcount: integer().notNull(),
    fte: doublePrecision(),
    supervised: integer(),
    trained_in_period: integer(),
    trained_across_professions: integer(),
    volunteer_hours: integer(),
    works_in_welsh: integer(),
  },
  (table) => [primaryKey({ name: 'rows_workforce_key', columns: [table.submission_id, table.area_code, table.role, table.employer_sector] })],
);

export const assetsRows = pgTable(
  'rows_assets',
  {
    submission_id: uuid().notNull(),
    area_code: text().notNull(),
    activity_type: text().notNull(),
    provider_sector: text().notNull(),
    providers: integer().notNull(),
    offers: integer().notNull(),
    offers_in_welsh: integer(),
    offers_free: integer(),
    offers_quality_marked: integer(),
    offers_online: integer(),
    offers_reachable_by_public_transport: integer(),
    offers_step_free: integer(),
    offers_co_designed: integer(),
    offers_funded_beyond_12_months: integer(),
    offers_open_to_self_referral: integer(),
    offers_with_waiting_list: integer(),
    offers_ended_in_period: integer(),
    activity_volunteers: integer(),
  },
  (table) => [primaryKey({ name: 'rows_assets_key', columns: [table.submission_id, table.area_code, table.activity_type, table.provider_sector] })],
);

export const ROW_TABLES = {
  profiles: profilesRows,
  characteristics: characteristicsRows,
  equity: equityRows,
  needs: needsRows,
  pathway: pathwayRows,
  connections: connectionsRows,
  closures: closuresRows,
  outcome_coverage: outcomeCoverageRows,
  outcomes: outcomesRows,
  workforce: workforceRows,
  assets: assetsRows,
} as const;

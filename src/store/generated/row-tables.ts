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

export const ROW_TABLES = {
  profiles: profilesRows,
  characteristics: characteristicsRows,
  outcome_coverage: outcomeCoverageRows,
  outcomes: outcomesRows,
} as const;

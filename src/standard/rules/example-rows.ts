import { TABLES, type TableName } from '../generated/tables.ts';
import type {
  CharacteristicsRow,
  OutcomeCoverageRow,
  OutcomesRow,
  ProfilesRow,
  RowTypes,
} from '../generated/types.ts';
import type { ReturnHeader } from '../row.ts';

/** The header of a published evaluation that gives only pairs, and says so, for the examples of rules. */
export const ONLY_PAIRS_PUBLISHED = {
  source_kind: 'published_evaluation',
  basis_note: { en: 'An evaluation of 2024.', cy: 'Gwerthusiad o 2024.' },
  coverage: {
    services_included: ['connectors'],
    areas_complete: [],
    tables: {
      outcome_coverage: {
        reason: { en: 'The report gives only pairs.', cy: "Dim ond parau y mae'r adroddiad yn eu rhoi." },
      },
    },
  },
} satisfies Partial<ReturnHeader>;

/** A row of any table for the examples of rules: the examples of its fields in the schema, save what is given. */
export function exampleRow<Table extends TableName>(
  table: Table,
  differences: Partial<RowTypes[Table]> = {},
): RowTypes[Table] {
  const examples = Object.fromEntries(TABLES[table].fields.map(({ name, example }) => [name, example]));
  return { ...(examples as unknown as RowTypes[Table]), ...differences };
}

/** A row of profiles for the examples of rules: 12 women of 25 to 34 in Powys, save what is given. */
export function profile(differences: Partial<ProfilesRow> = {}): ProfilesRow {
  return {
    population: 'supported',
    area_code: 'W06000023',
    age_band: '25_34',
    sex: 'female',
    deprivation_quintile: 'q1',
    people: 12,
    people_first_in_year: 9,
    ...differences,
  };
}

/** A row of characteristics for the examples of rules: the same 12 women, by ethnic group. */
export function characteristic(differences: Partial<CharacteristicsRow> = {}): CharacteristicsRow {
  return {
    population: 'supported',
    characteristic: 'ethnic_group',
    area_code: 'W06000023',
    age_group: '16_64',
    sex: 'female',
    category: 'white',
    people: 12,
    people_first_in_year: 9,
    ...differences,
  };
}

/** A row of outcome coverage for the examples of rules: SWEMWBS in Powys, save what is given. */
export function outcomeCoverage(differences: Partial<OutcomeCoverageRow> = {}): OutcomeCoverageRow {
  return {
    measure: 'swemwbs',
    value_set: 'not_applicable',
    breakdown: 'all',
    area_code: 'W06000023',
    category: 'all',
    n_eligible: 120,
    n_baseline: 70,
    n_follow_up: 46,
    n_paired: 42,
    ...differences,
  };
}

/** A row of outcomes for the examples of rules: the 42 pairs of `outcomeCoverage`, save what is given. */
export function outcome(differences: Partial<OutcomesRow> = {}): OutcomesRow {
  return {
    measure: 'swemwbs_metric',
    value_set: 'not_applicable',
    breakdown: 'all',
    area_code: 'W06000023',
    category: 'all',
    interval: '11_16',
    completion_mode: 'self',
    n_paired: 42,
    mean_baseline: 19.4,
    sd_baseline: 3.9,
    mean_follow_up: 22.1,
    sd_follow_up: 4.2,
    mean_change: 2.7,
    sd_change: 4.1,
    n_improved: 21,
    n_unchanged: 16,
    n_worse: 5,
    improvement_threshold: 3,
    change_method: 'paired',
    ...differences,
  };
}

import type { CodeListId } from '../../../src/standard/generated/code-lists.ts';
import type { TableName } from '../../../src/standard/generated/tables.ts';
import type { Dimension } from './tokens.ts';

/** A row of a return, by the names of its fields. */
export type Row = Readonly<Record<string, string | number | null>>;

/** What the design says of a table, in the order of its schema. */
interface TableWords {
  readonly selectors: readonly string[];
  readonly persons: readonly string[];
  readonly quarter: readonly string[];
  readonly year: readonly string[];
  /** How often one person may count in a quarter and in a year, where that is more than once. */
  readonly cap?: { readonly quarter: number; readonly year: number };
  /** Things are published as they are. */
  readonly isOfThings?: true;
}

const EPISODES = { quarter: ['episodes'], year: ['episodes'] };
const PEOPLE = { quarter: ['people'], year: ['people_first_in_year'] };
const PAIRED = ['n_eligible', 'n_baseline', 'n_follow_up', 'n_paired'];
export const PARTS = ['n_improved', 'n_unchanged', 'n_worse'];
const OUTCOME = ['measure', 'value_set', 'breakdown'];
const WORKERS = [
  'headcount',
  'fte',
  'supervised',
  'trained_in_period',
  'trained_across_professions',
  'volunteer_hours',
];
const OFFER_PARTS = [
  'in_welsh',
  'free',
  'quality_marked',
  'online',
  'reachable_by_public_transport',
  'step_free',
  'co_designed',
  'funded_beyond_12_months',
  'open_to_self_referral',
  'with_waiting_list',
  'ended_in_period',
];

export const WORDS: Readonly<Record<TableName, TableWords>> = {
  profiles: {
    selectors: ['population'],
    persons: ['age_band', 'sex', 'deprivation_quintile'],
    ...PEOPLE,
  },
  characteristics: {
    selectors: ['population', 'characteristic'],
    persons: ['age_group', 'sex', 'category'],
    ...PEOPLE,
  },
  equity: {
    selectors: ['population'],
    persons: ['ethnic_group', 'deprivation_quintile', 'referral_sector'],
    quarter: [],
    year: ['people_first_in_year'],
  },
  needs: {
    selectors: ['breakdown'],
    persons: ['age_group', 'sex', 'deprivation_quintile', 'need'],
    quarter: ['people', 'people_primary'],
    year: ['people_primary_first_in_year'],
  },
  pathway: {
    selectors: ['basis'],
    persons: ['referral_source', 'deprivation_quintile', 'support_tier', 'stage', 'wait_band'],
    ...EPISODES,
  },
  connections: {
    selectors: [],
    persons: [
      'deprivation_quintile',
      'activity_type',
      'connection_kind',
      'delivery_mode',
      'uptake',
      'barrier',
      'quality_mark',
    ],
    quarter: ['connections'],
    year: ['connections'],
    cap: { quarter: 3, year: 6 },
  },
  closures: {
    selectors: [],
    persons: ['referral_source', 'closure_reason', 'duration_band', 'contacts_band'],
    ...EPISODES,
  },
  outcome_coverage: { selectors: OUTCOME, persons: ['category'], quarter: PAIRED, year: PAIRED },
  outcomes: {
    selectors: OUTCOME,
    persons: ['category', 'interval', 'completion_mode'],
    quarter: ['n_paired', ...PARTS],
    year: ['n_paired', ...PARTS],
  },
  workforce: {
    selectors: [],
    persons: ['role', 'employer_sector'],
    quarter: WORKERS,
    year: [],
    isOfThings: true,
  },
  assets: {
    selectors: [],
    persons: ['activity_type', 'provider_sector'],
    quarter: ['providers', 'offers', ...OFFER_PARTS.map((part) => `offers_${part}`), 'activity_volunteers'],
    year: [],
    isOfThings: true,
  },
};

const ONE_LEVEL = ['code'];
const SEX: Dimension = { name: 'sex', list: 'sex', levels: ONE_LEVEL };
const QUINTILE: Dimension = {
  name: 'deprivation_quintile',
  list: 'deprivation_quintile',
  levels: ONE_LEVEL,
  isByIndex: true,
};
const AGE_GROUP: Dimension = {
  name: 'age_group',
  list: 'age_band',
  levels: ['age_group'],
  finest: 'age_group',
};
const AGE_BAND: Dimension = {
  name: 'age_band',
  list: 'age_band',
  levels: ['age_group', 'band', 'detail'],
};
const FIVE_GROUPS: Dimension = {
  name: 'ethnic_group',
  list: 'ethnic_group',
  levels: ['two_groups', 'group'],
  finest: 'group',
};
const SOURCE: Dimension = {
  name: 'referral_source',
  list: 'referral_source',
  levels: ['sector', 'code'],
};

/** A dimension that bears the name of its list, asked by code alone unless levels are named. */
const coded = (list: CodeListId, levels: readonly string[] = ONE_LEVEL): Dimension => ({
  name: list,
  list,
  levels,
});

const CHARACTERISTIC_LEVELS: Readonly<Record<string, readonly string[]>> = {
  ethnic_group: ['two_groups', 'group', 'category'],
  disability: ['group', 'code'],
  unpaid_carer: ['group', 'code'],
  sexual_orientation: ['group', 'code'],
};

const OF_BREAKDOWN: Readonly<Record<string, readonly Dimension[]>> = {
  all: [],
  age_group: [{ ...AGE_GROUP, name: 'category' }],
  sex: [{ ...SEX, name: 'category' }],
  deprivation_quintile: [{ ...QUINTILE, name: 'category' }],
  ethnic_group: [{ ...FIVE_GROUPS, name: 'category' }],
};

/** The dimensions of a table's row other than its area. */
export function dimensionsOf(table: TableName, row: Row): readonly Dimension[] {
  const list = row.characteristic as CodeListId;
  const split = OF_BREAKDOWN[row.breakdown as string] ?? [];
  const of: Readonly<Record<TableName, readonly Dimension[]>> = {
    profiles: [AGE_BAND, SEX, QUINTILE],
    characteristics: [
      AGE_GROUP,
      SEX,
      { name: 'category', list, levels: CHARACTERISTIC_LEVELS[list] ?? ONE_LEVEL },
    ],
    equity: [
      FIVE_GROUPS,
      QUINTILE,
      { ...SOURCE, name: 'referral_sector', levels: ['sector'], finest: 'sector' },
    ],
    needs: [
      ...(row.breakdown === 'age_group_sex' ? [AGE_GROUP, SEX] : [QUINTILE]),
      coded('need', ['group', 'code']),
    ],
    pathway: [SOURCE, QUINTILE, coded('support_tier'), coded('stage'), coded('wait_band', ['group', 'code'])],
    connections: [
      QUINTILE,
      coded('activity_type', ['family', 'code']),
      coded('connection_kind'),
      coded('delivery_mode'),
      coded('uptake'),
      coded('barrier'),
      coded('quality_mark'),
    ],
    closures: [
      SOURCE,
      coded('closure_reason', ['group', 'code']),
      coded('duration_band'),
      coded('contacts_band'),
    ],
    outcome_coverage: split,
    outcomes: [...split, coded('interval'), coded('completion_mode')],
    workforce: [coded('role', ['family', 'code']), coded('employer_sector')],
    assets: [coded('activity_type', ['family', 'code']), coded('provider_sector')],
  };
  return of[table];
}

/** Whether a table answers for these dimensions of a row together: some totals stand in other tables. */
export function isAsked(table: TableName, row: Row, names: readonly string[]): boolean {
  const has = (name: string) => names.includes(name);
  if (table === 'characteristics') return has('category');
  if (table === 'needs') {
    return has('need') && (row.breakdown === 'age_group_sex' || has('deprivation_quintile'));
  }
  if (table === 'pathway') return has('stage');
  if (table === 'connections') return !(has('barrier') && has('uptake'));
  if (table === 'closures') return has('closure_reason') || has('duration_band') || has('contacts_band');
  if (table === 'equity') return has('referral_sector') || names.length === 2;
  if (table === 'outcomes' || table === 'outcome_coverage') return row.breakdown === 'all' || has('category');
  return true;
}

const ASKED_FROM_16 = ['employment_status', 'sexual_orientation', 'gender_identity', 'armed_forces'];

/** A code that follows from another is no cell: the same people are counted by that other. */
export function isImplied(row: Row, { category, age_group, wait_band, barrier, stage }: Row): boolean {
  // What is open on a day is of every quarter's referrals.
  if (row.basis === 'cohort' && /^open_at_/.test(String(stage))) return true;
  if (wait_band === 'not_applicable' || barrier === 'not_applicable') return true;
  // Children are not asked, and everybody else is.
  if (!ASKED_FROM_16.includes(String(row.characteristic))) return false;
  return category === 'not_applicable' || age_group === 'under_16';
}

/** Stocks and cohorts have quarters only. */
export function isOfQuartersOnly(selectors: Row, dimensions: Row): boolean {
  return selectors.basis === 'cohort' || /^open_at_/.test(String(dimensions.stage));
}

const SENSITIVE = ['sexual_orientation', 'gender_identity', 'religion', 'armed_forces'];

/** What is never shown for a place smaller than a health board. */
export function isOfBoardsOnly(row: Row, { need, activity_type }: Row, isOfThings: boolean): boolean {
  if (isOfThings) return false;
  const isAbuse = need === 'safety_and_abuse' || activity_type === 'safety_support';
  return isAbuse || SENSITIVE.includes(String(row.characteristic));
}

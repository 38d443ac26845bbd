/** One value set of an index: what each level of each item takes from 1. */
export interface ValueSetScoring {
  readonly value_set: string;
  readonly score_minimum: number;
  /** Item by item, from the lowest level; null where the table is not carried here. */
  readonly decrements: readonly (readonly number[])[] | null;
  /** Taken once when any item is above its lowest level. */
  readonly if_any_above_lowest: number;
  /** Taken once when any item is at its highest level. */
  readonly if_any_highest: number;
  readonly minimal_important_difference: MeasureThreshold | null;
  readonly source: string;
  readonly source_status: string;
}

/** A change of the score that means something, with where the figure comes from. */
export interface MeasureThreshold {
  readonly value: number;
  readonly method?: string;
  readonly source: string;
  readonly source_status: string;
}

export interface MatrixAlgorithm {
  readonly kind: 'matrix';
  readonly row_item: number;
  readonly column_items: readonly number[];
  /** Each limit that the sum of the column items passes is one column further. */
  readonly column_limits: readonly ({ readonly above: number } | { readonly from: number })[];
  readonly scores: readonly (readonly number[])[];
}

export interface ActivityAlgorithm {
  readonly kind: 'activity_minutes';
  readonly activities: readonly {
    readonly days_item: number;
    readonly minutes_item: number;
    /** Metabolic equivalents: how many times the energy of sitting still. */
    readonly per_minute: number;
  }[];
  /** Minutes a day above which no more is counted. */
  readonly maximum_minutes: number;
}

/** The T score of Kiresuk and Sherman (1968). */
export interface GoalAlgorithm {
  readonly kind: 'goal_attainment';
  /** Assumed correlation between the goals of one person. */
  readonly correlation: number;
  readonly centre: number;
  readonly scale: number;
}

/** How answers become a score, as data: see `docs/measures.md`. */
export type MeasureAlgorithm =
  | { readonly kind: 'single' | 'mean' | 'digits' | 'external' }
  | { readonly kind: 'sum'; readonly multiplier?: number }
  | {
      readonly kind: 'lookup';
      readonly of: 'sum';
      readonly table: readonly { readonly raw: number; readonly score: number }[];
    }
  | { readonly kind: 'dichotomise'; readonly counted: readonly (readonly number[])[] }
  | { readonly kind: 'value_set'; readonly sets: readonly ValueSetScoring[] }
  | MatrixAlgorithm
  | ActivityAlgorithm
  | GoalAlgorithm;

/** What is done about missing answers; beyond `maximum_missing` there is no score. */
export type MissingRule = { readonly source: string; readonly source_status: string } & (
  | { readonly kind: 'complete' }
  | {
      /** `prorate`: as if the missing had the mean of the others. `count_nothing`: a missing answer adds 0. */
      readonly kind: 'prorate' | 'count_nothing';
      readonly maximum_missing: number;
    }
);

import type { MeasureAlgorithm, MeasureThreshold, MissingRule } from './measure-algorithm.ts';
import type { Text } from './text.ts';

export interface MeasureBand {
  readonly id: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly title: Text;
  readonly source: string;
  readonly source_status: string;
}

/** One limit in use beside the bands, or where no bands are agreed. */
export interface MeasureCutOff {
  readonly id: string;
  readonly at_least: number;
  readonly title: Text;
  readonly source: string;
  readonly source_status: string;
}

/** One outcome measure of the registry, `schema/<version>/measures/<id>.json`. Scores have no unit. */
export interface Measure {
  readonly id: string;
  /** The questionnaire it belongs to; several measures of one instrument share their coverage rows. */
  readonly instrument: string;
  readonly title: Text;
  readonly abbreviation: string;
  readonly construct: string;
  /** Null where each person has as many as were agreed. */
  readonly item_count: number | null;
  readonly item_minimum: number;
  readonly item_maximum: number;
  /** The range of each item where they differ. */
  readonly item_ranges:
    | readonly { readonly minimum: number; readonly maximum: number; readonly is_integer: boolean }[]
    | null;
  /** What the number of an answer means. */
  readonly item_coding: Text;
  /** Numbers that systems write for a missing answer. */
  readonly missing_codes: readonly number[];
  /** The item that may not apply to a person, and the measure that the others are then a score of. */
  readonly not_applicable: { readonly item: number; readonly scored_as: string } | null;
  /** Numbers of the items, from 1, that are turned before adding. */
  readonly reverse_items: readonly number[];
  readonly score_minimum: number;
  readonly score_maximum: number;
  readonly score_step: number | null;
  readonly is_integer: boolean;
  readonly mean_decimals: number;
  readonly direction: 'higher_better' | 'higher_worse';
  readonly algorithm: MeasureAlgorithm;
  readonly missing_rule: MissingRule;
  readonly value_sets: readonly string[];
  readonly bands: readonly MeasureBand[];
  readonly cut_offs: readonly MeasureCutOff[];
  readonly minimal_important_difference: MeasureThreshold | null;
  readonly reliable_change: MeasureThreshold | null;
  /** The change from which "improved" is pooled; null where no threshold is agreed. */
  readonly reporting_threshold: MeasureThreshold | null;
  readonly ages: { readonly minimum: number | null; readonly maximum: number | null };
  /** Whether scores are averaged over people, only counted, or not sent in outcomes. */
  readonly aggregate: 'mean' | 'categories' | 'none';
  readonly recall_period: string | null;
  readonly licence: {
    readonly holder: string;
    readonly item_text_in_package: string;
    readonly algorithm_in_package: boolean;
    readonly registration_required: boolean;
    readonly url: string;
    readonly note: string;
  };
  readonly translations_cy: string;
  readonly note: Text | null;
  readonly source: string;
  readonly source_status: string;
}

import type { Text } from './text.ts';

export interface MeasureBand {
  readonly id: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly title: Text;
  readonly source: string;
}

/** One outcome measure of the registry, `schema/<version>/measures/<id>.json`. Scores have no unit. */
export interface Measure {
  readonly id: string;
  /** The questionnaire it belongs to; several measures of one instrument share their coverage rows. */
  readonly instrument: string;
  readonly title: Text;
  readonly abbreviation: string;
  readonly construct: string;
  readonly item_count: number;
  readonly item_minimum: number;
  readonly item_maximum: number;
  readonly reverse_items: readonly number[];
  readonly score_minimum: number;
  readonly score_maximum: number;
  readonly score_step: number | null;
  readonly is_integer: boolean;
  readonly direction: 'higher_better' | 'higher_worse';
  readonly algorithm:
    | { readonly kind: 'single' | 'sum' }
    | {
        readonly kind: 'lookup';
        readonly of: 'sum';
        readonly table: readonly { readonly raw: number; readonly score: number }[];
      };
  readonly missing_rule: { readonly kind: 'complete' };
  readonly value_sets: readonly string[];
  readonly bands: readonly MeasureBand[];
  readonly minimal_important_difference: MeasureThreshold | null;
  readonly reliable_change: MeasureThreshold | null;
  /** The change from which "improved" is pooled; null where no threshold is agreed. */
  readonly reporting_threshold: MeasureThreshold | null;
  readonly ages: { readonly minimum: number | null; readonly maximum: number | null };
  readonly aggregate: 'mean' | 'categories';
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
  readonly source: string;
  readonly source_status: string;
}

export interface MeasureThreshold {
  readonly value: number;
  readonly method?: string;
  readonly source: string;
  readonly source_status: string;
}

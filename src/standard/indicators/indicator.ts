import type { PeriodLevel } from '../table-description.ts';
import type { Text } from '../text.ts';

/** A question of the public query, but for its period and area. */
export interface IndicatorQuestion {
  readonly table: string;
  /** The codes of its selectors. */
  readonly selectors: Readonly<Record<string, string>>;
  /** Selectors that the asker chooses, such as the measure; the same in numerator and denominator. */
  readonly choose: readonly string[];
  readonly filters: Readonly<Record<string, string>>;
  /** Dimensions with a level, such as `referral_source.sector`: one value for each of their codes. */
  readonly by: readonly string[];
  /** The figure to ask for, by the level of the period. A level that is missing cannot be asked. */
  readonly figures: Readonly<Partial<Record<PeriodLevel, string>>>;
}

export interface IndicatorPart {
  readonly words: Text;
  readonly question: IndicatorQuestion;
}

/** One indicator, `schema/<version>/indicators/<id>.json`: worked out from published cells and nothing else. */
export interface Indicator {
  readonly id: string;
  readonly title: Text;
  /** What a value says, in plain words. */
  readonly reading: Text;
  /** `count`: the numerator as it is; `share`: the numerator in whole per cents of the denominator. */
  readonly kind: 'count' | 'share';
  readonly unit: 'person' | 'per_cent';
  /** Whether more is better; `neutral` where it depends on the person. */
  readonly direction: 'higher_better' | 'neutral';
  /** The levels of period for which it can be worked out. */
  readonly period_levels: readonly PeriodLevel[];
  readonly numerator: IndicatorPart;
  /** Null for a count. */
  readonly denominator: IndicatorPart | null;
  /** Who or what is left out. */
  readonly exclusions: Text;
  readonly note: Text | null;
  readonly source: string;
  readonly source_status: string;
}

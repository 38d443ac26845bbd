import type { Measure } from '../measure.ts';

/** The value sets that scores of a measure may be worked out with; `not_applicable` where it needs none. */
export function valueSetsOf({ value_sets }: Measure): readonly string[] {
  return value_sets.length === 0 ? ['not_applicable'] : value_sets;
}

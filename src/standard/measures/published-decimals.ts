import type { Measure } from '../measure.ts';

/** Decimals with which a release shows means of a measure: one fewer than a return sends them with. */
export function publishedDecimals({ mean_decimals }: Measure): number {
  return mean_decimals - 1;
}

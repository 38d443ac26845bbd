import type { FieldDescription, PeriodLevel } from './table-description.ts';

/**
 * How often one person may count in the figures of a kind of period, at most.
 *
 * Noise, threshold and rounding of a count are multiplied by this: 1 for people, 3 in a quarter and 6 in a
 * financial year for connections.
 *
 * @see The disclosure control scheme, rule 9.
 */
export function largestContribution(figures: readonly FieldDescription[], level: PeriodLevel): number {
  return Math.max(1, ...figures.map((field) => field.contribution_cap?.[level] ?? 1));
}

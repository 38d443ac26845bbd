import type { Manifest } from '../archive/manifest.ts';
import { TABLES, type TableName } from '../standard/generated/tables.ts';
import type { PeriodLevel } from '../standard/table-description.ts';

/** Ninety-five in a hundred lie within this many standard errors. */
export const Z_95 = 1.959963984540054;

/** Variance of the noise of a count, before it is multiplied by how often a person may count. */
const NOISE_VARIANCE = 3;

/** With a threshold of 10 and noise of at most 5, a count is shown from 15 on: one hidden for its size is at most 14. */
export const MOST_HIDDEN = 14;

/**
 * How far a published count may be from the true one: the variance of its noise and of its rounding.
 *
 * (3 + 5²/12) · c² with rounding to 5, where c is how often one person may count in the figure: 1, and for
 * connections 3 in a quarter and 6 in a year. Rounding is off by up to half a step, any amount as likely.
 *
 * @param figure - Name of a count of the table.
 */
export function varianceOfCount(
  disclosure: Pick<Manifest['disclosure'], 'rounding'>,
  table: TableName,
  figure: string,
  level: PeriodLevel,
): number {
  const field = TABLES[table].fields.find(({ name }) => name === figure);
  const cap = field?.contribution_cap?.[level] ?? 1;
  return varianceOfPeople(disclosure) * cap ** 2;
}

/** The same of a count in which each person counts once. */
export function varianceOfPeople({ rounding }: Pick<Manifest['disclosure'], 'rounding'>): number {
  return NOISE_VARIANCE + rounding ** 2 / 12;
}

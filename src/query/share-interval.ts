import { publishedPercentage } from '../standard/published-percentage.ts';
import { varianceOfPeople, Z_95 } from './published-count.ts';

/** A published count with the variance of its noise and rounding. */
export interface NoisyCount {
  readonly count: number;
  readonly variance: number;
}

export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/**
 * The 95% interval of a share in per cents, from the published numbers of its part and its whole.
 *
 * With p = part/whole, the variance is that of sampling, p(1−p)/whole, and of the noise and rounding of both
 * numbers, (v_part + p²·v_whole)/whole². The interval is made on the scale of the logit, so that it stays between
 * 0 and 100, and its ends are rounded outwards to whole per cents.
 *
 * @throws {RangeError} Unless the part is above 0 and below the whole.
 * @see Agresti, "Categorical Data Analysis", the delta method and intervals on the scale of the logit.
 */
export function intervalOfShare(part: NoisyCount, whole: NoisyCount): Interval {
  const share = part.count / whole.count;
  if (!(share > 0 && share < 1)) throw new RangeError(`${part.count} of ${whole.count} is no share`);
  const sampling = (share * (1 - share)) / whole.count;
  const noise = (part.variance + share ** 2 * whole.variance) / whole.count ** 2;
  const half = (Z_95 * Math.sqrt(sampling + noise)) / (share * (1 - share));
  const logit = Math.log(share / (1 - share));
  return { lower: Math.floor(perCent(logit - half)), upper: Math.ceil(perCent(logit + half)) };
}

function perCent(logit: number): number {
  return 100 / (1 + Math.exp(-logit));
}

/**
 * Between which whole numbers the true count lies, in 95 of a hundred cases: noise and rounding alone, since everyone
 * is counted and nobody is drawn.
 */
export function intervalOfCount({ count, variance }: NoisyCount): Interval {
  const half = Z_95 * Math.sqrt(variance);
  return { lower: Math.max(0, Math.floor(count - half)), upper: Math.ceil(count + half) };
}

/**
 * A share of two published counts of which each person counts once, with its interval; none where rule 8 of the
 * disclosure scheme gives none.
 */
export function publishedShare(
  part: number | null,
  whole: number | null,
  disclosure: Parameters<typeof varianceOfPeople>[0],
): ({ readonly percentage: number } & Interval) | null {
  const percentage = publishedPercentage(part, whole);
  if (percentage === null || part === null || whole === null) return null;
  const variance = varianceOfPeople(disclosure);
  return { percentage, ...intervalOfShare({ count: part, variance }, { count: whole, variance }) };
}

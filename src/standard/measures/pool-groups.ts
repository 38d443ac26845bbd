/** The scores of one group of people, as a return gives them. */
export interface Group {
  /** People in the group. */
  readonly n: number;
  readonly mean: number;
  /** With n - 1. Null where it was not given, and always for one person, who has none. */
  readonly sd: number | null;
}

/** The scores of several groups read as one. */
export interface Pooled {
  readonly n: number;
  /** Mean of all people: each group weighs as many as it has. */
  readonly mean: number;
  /** Standard deviation of all people whose groups gave theirs, around their own mean; null for one person. */
  readonly sd: number | null;
  /** Spread inside the groups only, differences between groups left out; null where every group is one person. */
  readonly withinSd: number | null;
  /** Share of people whose groups gave a standard deviation, from 0 to 1. */
  readonly sdCoverage: number;
}

/**
 * Reads groups of people as one group, exactly: the mean and standard deviation are those of the people.
 *
 * A group without a standard deviation counts in the mean and is left out of the spread; `sdCoverage` says how
 * much is left. One person has no standard deviation and needs none.
 *
 * @throws {RangeError} If there is no group, or a group cannot be: no people, part of a person, or a negative
 *   spread.
 * @see Cochrane Handbook for Systematic Reviews of Interventions, table 6.5.a, for any number of groups.
 * @example
 * poolGroups([{ n: 120, mean: -1.8, sd: 1.7 }, { n: 80, mean: 0.6, sd: 1.5 }]);
 * // { n: 200, mean: -0.84, sd: 2.0027…, withinSd: 1.6232…, sdCoverage: 1 }
 */
export function poolGroups(groups: readonly Group[]): Pooled {
  if (groups.length === 0) throw new RangeError('There is no group to pool');
  for (const group of groups) refuseImpossible(group);
  const n = sumOf(groups, (group) => group.n);
  const mean = sumOf(groups, (group) => group.n * group.mean) / n;
  const spread = groups.filter((group) => group.sd !== null || group.n === 1);
  const covered = sumOf(spread, (group) => group.n);
  return {
    n,
    mean,
    sd: combinedSd(spread, covered),
    withinSd: withinSd(spread, covered),
    sdCoverage: covered / n,
  };
}

function refuseImpossible({ n, mean, sd }: Group): void {
  if (!Number.isSafeInteger(n) || n < 1) throw new RangeError(`A group has one person or more, not ${n}`);
  if (!Number.isFinite(mean)) throw new RangeError(`A mean is a number, not ${mean}`);
  if (sd === null) return;
  if (!Number.isFinite(sd) || sd < 0) throw new RangeError(`A standard deviation is 0 or more, not ${sd}`);
  if (n === 1 && sd !== 0) throw new RangeError(`One person has no standard deviation, and here it is ${sd}`);
}

function combinedSd(groups: readonly Group[], n: number): number | null {
  if (n < 2) return null;
  const mean = sumOf(groups, (group) => group.n * group.mean) / n;
  return Math.sqrt(
    (insideOf(groups) + sumOf(groups, (group) => group.n * (group.mean - mean) ** 2)) / (n - 1),
  );
}

function withinSd(groups: readonly Group[], n: number): number | null {
  return n === groups.length ? null : Math.sqrt(insideOf(groups) / (n - groups.length));
}

function insideOf(groups: readonly Group[]): number {
  return sumOf(groups, (group) => (group.n - 1) * (group.sd ?? 0) ** 2);
}

function sumOf(groups: readonly Group[], value: (group: Group) => number): number {
  return groups.reduce((sum, group) => sum + value(group), 0);
}

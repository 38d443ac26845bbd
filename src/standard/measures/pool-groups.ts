/** The scores of one group of people, as a return gives them. */
export interface Group {
  /** People in the group. */
  readonly n: number;
  readonly mean: number;
  /** With n - 1. Null where it was not given, and always for one person, who has none. */
  readonly sd: number | null;
  /** What is known of the spread, where the group is itself pooled: makes pooling pools exact. */
  readonly spread?: Spread | null;
}

/** The people of a group, or of several, whose spread is known. */
export interface Spread {
  readonly n: number;
  readonly mean: number;
  /** Sum of squares around their own mean. */
  readonly squares: number;
  /** Sum of squares around the mean of each group. */
  readonly squaresWithin: number;
  readonly groups: number;
}

/** The scores of several groups read as one: a group again. */
export interface Pooled extends Group {
  /** Standard deviation of all people whose groups gave theirs, around their own mean; null for one person. */
  readonly sd: number | null;
  /** Spread inside the groups only, differences between groups left out; null where every group is one person. */
  readonly withinSd: number | null;
  /** Share of people whose groups gave a standard deviation, from 0 to 1. */
  readonly sdCoverage: number;
  readonly spread: Spread | null;
}

/**
 * Reads groups of people as one group, exactly: the mean and standard deviation are those of the people, in
 * whatever order and nesting the groups come.
 *
 * A group without a standard deviation counts in the mean and is left out of the spread; `sdCoverage` says how
 * much is left. One person has no standard deviation and needs none.
 *
 * @throws {RangeError} If there is no group, or a group cannot be: see `impossibleGroup`.
 * @see Cochrane Handbook for Systematic Reviews of Interventions, table 6.5.a, for any number of groups.
 * @example
 * poolGroups([{ n: 120, mean: -1.8, sd: 1.7 }, { n: 80, mean: 0.6, sd: 1.5 }]);
 * // { n: 200, mean: -0.84, sd: 2.0027…, withinSd: 1.6232…, sdCoverage: 1, … }
 */
export function poolGroups(groups: readonly Group[]): Pooled {
  if (groups.length === 0) throw new RangeError('There is no group to pool');
  for (const group of groups) {
    const fault = impossibleGroup(group);
    if (fault !== null) throw new RangeError(fault);
  }
  const n = sumOf(groups, (group) => group.n);
  const spread = mergeSpreads(groups.map(spreadOf).filter((each) => each !== null));
  return {
    n,
    mean: sumOf(groups, (group) => group.n * group.mean) / n,
    sd: spread === null || spread.n < 2 ? null : Math.sqrt(spread.squares / (spread.n - 1)),
    withinSd:
      spread === null || spread.n === spread.groups
        ? null
        : Math.sqrt(spread.squaresWithin / (spread.n - spread.groups)),
    sdCoverage: (spread?.n ?? 0) / n,
    spread,
  };
}

/** Why there cannot be such a group: no people, part of a person, no mean, or a spread that cannot be; else null. */
export function impossibleGroup({ n, mean, sd }: Group): string | null {
  if (!Number.isSafeInteger(n) || n < 1) return `A group has one person or more, not ${n}`;
  if (!Number.isFinite(mean)) return `A mean is a number, not ${mean}`;
  if (sd === null) return null;
  if (!Number.isFinite(sd) || sd < 0) return `A standard deviation is 0 or more, not ${sd}`;
  if (n === 1 && sd !== 0) return `One person has no standard deviation, and here it is ${sd}`;
  return null;
}

function spreadOf({ n, mean, sd, spread }: Group): Spread | null {
  if (spread !== undefined) return spread;
  if (sd === null && n > 1) return null;
  const squares = (n - 1) * (sd ?? 0) ** 2;
  return { n, mean, squares, squaresWithin: squares, groups: 1 };
}

function mergeSpreads(spreads: readonly Spread[]): Spread | null {
  if (spreads.length === 0) return null;
  const n = sumOf(spreads, (spread) => spread.n);
  const mean = sumOf(spreads, (spread) => spread.n * spread.mean) / n;
  return {
    n,
    mean,
    squares: sumOf(spreads, (spread) => spread.squares + spread.n * (spread.mean - mean) ** 2),
    squaresWithin: sumOf(spreads, (spread) => spread.squaresWithin),
    groups: sumOf(spreads, (spread) => spread.groups),
  };
}

function sumOf<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0);
}

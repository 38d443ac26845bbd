import { areaAsRead, areasAround, isWithin } from './areas.ts';

/** What was counted in one area. */
export interface AreaSum {
  /** Index of its first row. */
  readonly row: number;
  count: number;
}

/** Counts by the area a code is read as, no area holding what was sent for another. */
export type AreaSums = Map<string, AreaSum>;

export function addToArea(sums: AreaSums, area: string, row: number, count: number): void {
  const read = areaAsRead(area);
  const sum = sums.get(read);
  if (sum === undefined) sums.set(read, { row, count });
  else sum.count += count;
}

/** More was counted in an area than it can hold. */
export interface Excess extends AreaSum {
  /** The most there can be. */
  readonly most: number;
}

/**
 * The areas that count more than another count allows, narrowest only.
 *
 * What the other count sends for a broader area may lie in any part of it, so it is allowed to each: a count
 * that does not know the authority never makes one that does an excess.
 *
 * @example
 * // 12 people of Powys against 9 referrals of Powys and 2 of Wales: at most 11.
 */
export function excessOf(counted: AreaSums, allowed: AreaSums): Excess[] {
  const areas = new Set([...counted.keys()].flatMap((area) => areasAround(area)));
  const narrowestFirst = [...areas].sort(
    (left, right) => areasAround(right).length - areasAround(left).length,
  );
  const found = new Map<string, Excess>();
  for (const area of narrowestFirst) {
    if ([...found.keys()].some((narrower) => isWithin(narrower, area))) continue;
    const parts = [...counted].filter(([each]) => isPartOf(each, area)).map(([, sum]) => sum);
    const count = parts.reduce((total, sum) => total + sum.count, 0);
    const most = mostIn(allowed, area);
    if (count > most) found.set(area, { row: Math.min(...parts.map(({ row }) => row)), count, most });
  }
  return [...found.values()].sort((left, right) => left.row - right.row);
}

/** What may lie in an area: its own, that of its parts, and that of the areas around it. */
function mostIn(sums: AreaSums, area: string): number {
  let most = 0;
  for (const [each, { count }] of sums) if (isPartOf(each, area) || isWithin(area, each)) most += count;
  return most;
}

/** A code that no list holds is a part of itself. */
function isPartOf(area: string, other: string): boolean {
  return area === other || isWithin(area, other);
}

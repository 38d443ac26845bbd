/** A share needs this many people in all, and this many in it and out of it, all as published. */
const SHARE_BASE = 30;
const SHARE_PART = 10;

/** Why a share of two published numbers is not given. */
export type ShareRefusal = 'whole_too_small' | 'part_too_small' | 'rest_too_small';

/**
 * Why a part of a whole has no published share; null where it has one.
 *
 * Noise may make a part larger than its whole: then no rest is left.
 */
export function shareRefusal(part: number, whole: number): ShareRefusal | null {
  if (whole < SHARE_BASE) return 'whole_too_small';
  if (part < SHARE_PART) return 'part_too_small';
  return whole - part < SHARE_PART ? 'rest_too_small' : null;
}

/**
 * A part of a whole in whole per cents, from published numbers only.
 *
 * @returns Null unless the whole is at least 30 and both part and rest are at least 10.
 */
export function publishedPercentage(part: number | null, whole: number | null): number | null {
  if (part === null || whole === null || shareRefusal(part, whole) !== null) return null;
  return Math.round((100 * part) / whole);
}

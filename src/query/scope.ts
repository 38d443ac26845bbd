import type { Manifest } from '../archive/manifest.ts';
import { isValidThroughout } from '../standard/code-list.ts';
import { CODE_LISTS } from '../standard/generated/code-lists.ts';
import type { Dates } from '../standard/period.ts';

const PARENTS = new Map(CODE_LISTS.areas.codes.map((code) => [code.code, code.parent]));

/** The area and every broader one, itself first. */
export function ancestryOf(area: string): readonly string[] {
  const parent = PARENTS.get(area) ?? null;
  return parent === null ? [area] : [area, ...ancestryOf(parent)];
}

/** Whether a release speaks of an area. People from outside can be in any release of returns. */
export function isInScope(release: Manifest, area: string): boolean {
  if (area === 'outside_area') return release.collection !== 'evidence';
  return ancestryOf(area).some((code) => release.scope.includes(code));
}

/** The finest areas within one as it was divided throughout some days; the area itself where it is not. */
export function leavesOf(area: string, days: Dates): readonly string[] {
  const children = CODE_LISTS.areas.codes.filter(
    (code) => code.parent === area && isValidThroughout(code, days.start, days.end),
  );
  return children.length === 0 ? [area] : children.flatMap((child) => leavesOf(child.code, days));
}

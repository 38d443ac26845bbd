import type { Manifest } from '../archive/manifest.ts';
import { CODE_LISTS } from '../standard/generated/code-lists.ts';

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

/** The finest areas within one; the area itself where it is not divided. */
export function leavesOf(area: string): readonly string[] {
  const children = CODE_LISTS.areas.codes.filter((code) => code.parent === area && code.valid_to === null);
  return children.length === 0 ? [area] : children.flatMap((child) => leavesOf(child.code));
}

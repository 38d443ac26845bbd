import type { Manifest } from '../archive/manifest.ts';
import { type Code, isValidThroughout } from '../standard/code-list.ts';
import { CODE_LISTS } from '../standard/generated/code-lists.ts';
import type { Dates } from '../standard/period.ts';

const PARENTS = new Map(CODE_LISTS.areas.codes.map((code) => [code.code, code.parent]));
const CHILDREN = childrenOfAreas();
const ANCESTRIES = new Map(CODE_LISTS.areas.codes.map(({ code }) => [code, ancestorsOf(code)]));

function childrenOfAreas(): ReadonlyMap<string, readonly Code[]> {
  const children = new Map<string, Code[]>();
  for (const code of CODE_LISTS.areas.codes) {
    if (code.parent === null) continue;
    const siblings = children.get(code.parent);
    if (siblings) siblings.push(code);
    else children.set(code.parent, [code]);
  }
  return children;
}

function ancestorsOf(area: string): readonly string[] {
  const parent = PARENTS.get(area) ?? null;
  return parent === null ? [area] : [area, ...ancestorsOf(parent)];
}

/** The area and every broader one, itself first. */
export function ancestryOf(area: string): readonly string[] {
  return ANCESTRIES.get(area) ?? [area];
}

/** Whether a release speaks of an area. People from outside can be in any release of returns. */
export function isInScope(release: Manifest, area: string): boolean {
  if (area === 'outside_area') return release.collection !== 'evidence';
  return ancestryOf(area).some((code) => release.scope.includes(code));
}

/** The finest areas within one as it was divided throughout some days; the area itself where it is not. */
export function leavesOf(area: string, days: Dates): readonly string[] {
  const children = (CHILDREN.get(area) ?? []).filter((code) => isValidThroughout(code, days.start, days.end));
  return children.length === 0 ? [area] : children.flatMap((child) => leavesOf(child.code, days));
}

import type { Manifest } from '../archive/manifest.ts';
import type { Category, CategorySystem, Level } from '../disclosure/categories.ts';
import { CODE_LISTS } from '../standard/generated/code-lists.ts';
import { type Dates, datesOf } from '../standard/period.ts';
import { isInScope } from './scope.ts';

/** What decides which codes of a list can be asked: the areas of the release, and the days asked about. */
export interface AskedContext {
  readonly release: Manifest;
  readonly periods: readonly string[];
}

/** The categories of a level that a question about these periods of a release can name, in list order. */
export function categoriesInRelease(
  system: CategorySystem,
  level: Level,
  { release, periods }: AskedContext,
): readonly Category[] {
  const days = daysOf(periods);
  const ofRelease = ofReleases.get(release) ?? new Map<CategorySystem, Map<string, Category[]>>();
  ofReleases.set(release, ofRelease);
  const known = ofRelease.get(system) ?? new Map<string, Category[]>();
  ofRelease.set(system, known);
  const key = `${level.id} ${days?.start} ${days?.end}`;
  const found = known.get(key) ?? findCategories(system, level, { release, days });
  if (known.size < MOST_KEPT) known.set(key, found);
  return found;
}

/** Of a list in a release: levels, and the days that people ask together. Of others each is worked out again. */
const MOST_KEPT = 100;
const ofReleases = new WeakMap<Manifest, Map<CategorySystem, Map<string, Category[]>>>();

/** From the first day of the periods to the last. */
function daysOf(periods: readonly string[]): Dates | null {
  const start = periods.map((period) => datesOf(period).start).sort()[0];
  const end = periods
    .map((period) => datesOf(period).end)
    .sort()
    .at(-1);
  return start !== undefined && end !== undefined ? { start, end } : null;
}

function findCategories(
  system: CategorySystem,
  level: Level,
  { release, days }: { readonly release: Manifest; readonly days: Dates | null },
): Category[] {
  const isAreas = system.list.id === CODE_LISTS.areas.id;
  const found = system.categoriesAt(level, days, isAreas ? (code) => isInScope(release, code) : undefined);
  return isAreas ? areasOfLevel(system, level, found) : found;
}

/**
 * The areas shown at a level. A board that the list does not divide, such as every board of England, is a board and
 * nothing finer: at the level of authorities it is left out, and so are those of whom its nation alone is known.
 */
function areasOfLevel(system: CategorySystem, level: Level, found: readonly Category[]): Category[] {
  const standing = found.filter(({ code }) => system.levelOf(code)?.rank === level.rank && !APART.has(code));
  const around = new Set(standing.flatMap(({ code }) => system.withAncestors(code)));
  const hasUnits = standing.length > 0 || found.some(({ code }) => APART.has(code) && code !== OUTSIDE);
  return found.filter(({ code }) => {
    // People from outside count in the nation of who supported them, so there they are no category.
    if (code === OUTSIDE) return level.rank > 0 && hasUnits;
    if (code.startsWith(NOT_KNOWN)) return around.has(code.slice(NOT_KNOWN.length));
    return APART.has(code) || !system.has(code) || standing.some((unit) => unit.code === code);
  });
}

const OUTSIDE = 'outside_area';
const NOT_KNOWN = 'not_known:';

/** Areas that stand beside the levels, at each of them. */
const APART: ReadonlySet<string> = new Set(
  CODE_LISTS.areas.codes.filter(({ level }) => level === CODE_LISTS.areas.apart).map(({ code }) => code),
);

/** Every code that a question can name, whatever its level. */
export function codesInRelease(system: CategorySystem, context: AskedContext): string[] {
  const codes = system.levels.flatMap((level) => categoriesInRelease(system, level, context));
  return [...new Set(codes.map(({ code }) => code))];
}

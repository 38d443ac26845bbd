import { CODE_LISTS } from '../../generated/code-lists.ts';
import { ancestorsById, codesAtLevel, onlyMembers } from './code-hierarchy.ts';

const BOARDS = codesAtLevel('areas', 'health_board');
const ONLY_MEMBERS = onlyMembers('areas');
const ANCESTORS = ancestorsById('areas');
const APART: ReadonlySet<string> = new Set(
  CODE_LISTS.areas.codes.filter((code) => code.level === CODE_LISTS.areas.apart).map((code) => code.code),
);

/** The health board of an area; the area itself where it is a board, broader, or `outside_area`. */
export function boardOf(area: string): string {
  return BOARDS.get(area) ?? area;
}

/** The area a code is read as: a board with one authority is that authority. */
export function areaAsRead(area: string): string {
  return ONLY_MEMBERS.get(area) ?? area;
}

/** Whether an area is part of another, or the same. */
export function isWithin(area: string, other: string): boolean {
  return ANCESTORS.get(area)?.has(other) ?? false;
}

/** An area and every broader area it is part of, narrowest first. */
export function areasAround(area: string): readonly string[] {
  return [...(ANCESTORS.get(area) ?? [area])];
}

/** Whether a code stands beside the hierarchy: `outside_area`, or the United Kingdom as a whole. */
export function standsApart(area: string): boolean {
  return APART.has(area);
}

const LAST_DAYS = new Map(CODE_LISTS.areas.codes.map((code) => [code.code, code.valid_to]));

/** Whether an area's code had ended before a day (ISO date). */
export function hadEndedBefore(area: string, day: string): boolean {
  const last = LAST_DAYS.get(area) ?? null;
  return last !== null && last < day;
}

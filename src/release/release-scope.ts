import { CODE_LISTS } from '../standard/generated/code-lists.ts';
import type { AcceptedTable } from '../store/accepted-tables.ts';

/** The nations of the organisations behind a release; none for published evaluations. */
export function nationsOf(accepted: readonly AcceptedTable[]): string[] {
  const nations = accepted.flatMap((table) => {
    const organisation = CODE_LISTS.organisations.codes.find((code) => code.code === table.organisation);
    return organisation?.extra?.nation || [];
  });
  return [...new Set(nations)].sort();
}

const PARENTS = new Map(CODE_LISTS.areas.codes.map(({ code, parent }) => [code, parent]));

/**
 * Whether a cell's area is one that the release speaks of: within its nations, or outside all areas served.
 *
 * People whom a return places in another nation belong to that nation's figures. A file that held them here
 * would show cells that no question can ask.
 *
 * @param token - The area as cells name it, such as `health_board:W11000029`.
 */
export function isSpokenOf(nations: readonly string[], token: string): boolean {
  if (nations.length === 0 || token === 'outside_area') return true;
  for (let area: string | null = codeOf(token); area !== null; area = PARENTS.get(area) ?? null) {
    if (nations.includes(area)) return true;
  }
  return false;
}

/** The same for many cells: each area is looked at once. */
export function scopeTester(nations: readonly string[]): (token: string) => boolean {
  const known = new Map<string, boolean>();
  return (token) => {
    const is = known.get(token) ?? isSpokenOf(nations, token);
    known.set(token, is);
    return is;
  };
}

/**
 * The areas a release speaks of: the nations of its organisations; for published evaluations, which no
 * organisation of a nation sent, the areas of the published cells.
 *
 * @param tokens - The areas of published cells.
 */
export function scopeOf(nations: readonly string[], tokens: readonly string[]): string[] {
  return nations.length > 0 ? [...nations] : [...new Set(tokens.map(codeOf))].sort();
}

function codeOf(token: string): string {
  return token.split(':').at(-1) as string;
}

import { CODE_LISTS, type CodeListId } from '../../../src/standard/generated/code-lists.ts';

/** A dimension as the scheme lists it: its code list, the levels asked, and what narrows the list. */
export interface Dimension {
  readonly name: string;
  readonly list: CodeListId;
  readonly levels: readonly string[];
  readonly finest?: string;
  readonly isByIndex?: boolean;
}

/** What a code counts as at a level of its list. */
function workOutToken({ list: id, finest }: Dimension, code: string, level: string): string {
  const list = CODE_LISTS[id];
  const names = list.levels.map((each) => each.id);
  const rankOf = (name: string) => (names.indexOf(name) === -1 ? names.length - 1 : names.indexOf(name));
  const isSent = (name: string) => finest === undefined || rankOf(name) <= rankOf(finest);
  const codes = list.codes.filter((each) => isSent(each.level));
  const childrenOf = (parent: string) => codes.filter((each) => each.parent === parent);
  const found = (wanted: string) => codes.find((each) => each.code === wanted);
  if (found(code) === undefined) return code; // A blank is itself at every level.
  const onlyMemberOf = (group: string): string => {
    const [child, ...others] = childrenOf(group);
    return child !== undefined && others.length === 0 ? onlyMemberOf(child.code) : group;
  };
  let at = onlyMemberOf(code);
  while (rankOf(found(at)?.level as string) > rankOf(level) && found(at)?.parent) {
    at = found(at)?.parent as string;
  }
  at = onlyMemberOf(at);
  if (childrenOf(at).length === 0) return at;
  const own = found(at)?.level as string;
  return rankOf(own) < rankOf(level) ? `not_known:${at}` : `${own}:${at}`;
}

const tokens = new Map<string, string>();

/** The same, worked out once for each code. */
export function tokenOf(dimension: Dimension, code: string, level: string): string {
  const key = `${dimension.list} ${dimension.finest} ${code} ${level}`;
  const token = tokens.get(key) ?? workOutToken(dimension, code, level);
  tokens.set(key, token);
  return token;
}

import { type Code, type CodeList, levelRank } from '../../code-list.ts';
import { CODE_LISTS, type CodeListId } from '../../generated/code-lists.ts';

/** The codes of a list by code. */
export function codesById(id: CodeListId): ReadonlyMap<string, Code> {
  return new Map(CODE_LISTS[id].codes.map((code) => [code.code, code]));
}

/** A code and every broader code it belongs to, narrowest first. */
function chainOf(codes: ReadonlyMap<string, Code>, start: Code): readonly Code[] {
  const chain = [start];
  for (let code = codes.get(start.parent ?? ''); code; code = codes.get(code.parent ?? '')) chain.push(code);
  return chain;
}

function codeAtLevel(list: CodeList, chain: readonly Code[], level: string): Code {
  const itself = chain[0] as Code;
  if (itself.level === list.apart) return itself;
  return chain.find((code) => levelRank(list, code.level) <= levelRank(list, level)) ?? itself;
}

/**
 * What each code of a list counts as at a level: its broader code there, or the code itself where it is already
 * at that level, broader, or stands apart.
 *
 * @example
 * codesAtLevel('age_band', 'age_group').get('25_34'); // '16_64'
 */
export function codesAtLevel(id: CodeListId, level: string): ReadonlyMap<string, string> {
  const list = CODE_LISTS[id];
  const codes = codesById(id);
  return new Map(list.codes.map((code) => [code.code, codeAtLevel(list, chainOf(codes, code), level).code]));
}

/** Every code of a list with the codes it belongs to, itself included. */
export function ancestorsById(id: CodeListId): ReadonlyMap<string, ReadonlySet<string>> {
  const codes = codesById(id);
  return new Map(
    [...codes.values()].map((code) => [code.code, new Set(chainOf(codes, code).map((each) => each.code))]),
  );
}

/**
 * The one member of each code that has exactly one: such a group is read as its member, at whichever of the two
 * levels it was sent.
 */
export function onlyMembers(id: CodeListId): ReadonlyMap<string, string> {
  const members = new Map<string, string[]>();
  for (const code of CODE_LISTS[id].codes) {
    if (code.parent !== null) members.set(code.parent, [...(members.get(code.parent) ?? []), code.code]);
  }
  return new Map(
    [...members].flatMap(([group, [first, ...others]]) =>
      first !== undefined && others.length === 0 ? [[group, first] as const] : [],
    ),
  );
}

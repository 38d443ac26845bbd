import type { Code, CodeList } from '../standard/code-list.ts';
import { CODE_LISTS } from '../standard/generated/code-lists.ts';

/**
 * Checks that the levels of a list are strict refinements of each other.
 *
 * Two groupings that overlap without nesting leave slivers between them, and the difference of two large
 * figures is then a small one.
 *
 * @throws {Error} If a code's place in the hierarchy is not plain: an unknown level or parent, a parent that is
 *   not broader, a code that stands apart and also belongs to a group, a code twice, or a code that reads as a
 *   blank.
 */
export function checkNesting(list: CodeList): void {
  if (!list.nests) throw new Error(`${list.id} cannot be a dimension: its levels do not nest`);
  const codes = new Map(list.codes.map((code) => [code.code, code]));
  for (const code of list.codes) {
    const fault = faultOf(code, list, codes);
    if (fault) throw new Error(`${list.id} cannot be a dimension: ${code.code} ${fault}`);
  }
}

const BLANKS = new Set(CODE_LISTS.blank.codes.map((blank) => blank.code));

function faultOf(code: Code, list: CodeList, codes: ReadonlyMap<string, Code>): string | undefined {
  if (codes.get(code.code) !== code) return 'is there twice';
  if (BLANKS.has(code.code)) return 'reads as a blank';
  const isApart = code.level === list.apart;
  const rank = rankOf(list, code.level);
  if (!isApart && rank === -1) return `has no level ${code.level}`;
  if (code.parent === null) return undefined;
  if (isApart) return 'stands apart and cannot belong to a group';
  const parent = codes.get(code.parent);
  if (!parent) return `belongs to ${code.parent}, which is no code of the list`;
  if (parent.level === list.apart) return `belongs to ${code.parent}, which stands apart`;
  return rankOf(list, parent.level) < rank ? undefined : `belongs to ${code.parent}, which is not broader`;
}

function rankOf(list: CodeList, level: string): number {
  return list.levels.findIndex((candidate) => candidate.id === level);
}

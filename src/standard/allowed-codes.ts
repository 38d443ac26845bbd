import { type Code, type CodeList, levelRank } from './code-list.ts';
import type { FieldDescription } from './table-description.ts';

/** What a field may hold: the part of its list that may be sent, and its blanks. */
type Restriction = Pick<FieldDescription, 'level' | 'codes'>;

/**
 * The codes of a list that a field accepts, without its blanks.
 *
 * A level limits how fine a code may be; a broader code is always accepted and means "somewhere in this
 * group", and so is one that stands beside the levels, such as `outside_area`. `codes` narrows further to the
 * codes named.
 */
export function allowedCodes(list: CodeList, restriction: Restriction): readonly Code[] {
  const finest = restriction.level === null ? list.levels.length : levelRank(list, restriction.level);
  return list.codes.filter(
    (code) =>
      (!list.nests || code.level === list.apart || levelRank(list, code.level) <= finest) &&
      (restriction.codes === null || restriction.codes.includes(code.code)),
  );
}

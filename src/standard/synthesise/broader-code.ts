import { CODE_LISTS, type CodeListId } from '../generated/code-lists.ts';

/**
 * For every code of a list, the code of one level it belongs to: `75_84` is `65_plus` at `age_group`.
 *
 * A code that is already at the level or broader stands for itself, and so does anything that is not of the
 * list, such as a blank.
 */
function broaderCodes(list: CodeListId, level: string): (code: string) => string {
  const byCode = new Map(CODE_LISTS[list].codes.map((code) => [code.code, code]));
  const climb = (code: string): string => {
    for (let entry = byCode.get(code); entry !== undefined; entry = byCode.get(entry.parent ?? '')) {
      if (entry.level === level) return entry.code;
    }
    return code;
  };
  const climbed = new Map([...byCode.keys()].map((code) => [code, climb(code)]));
  return (code) => climbed.get(code) ?? code;
}

export const ageGroupOf = broaderCodes('age_band', 'age_group');
export const ethnicGroupOf = broaderCodes('ethnic_group', 'group');
export const boardOf = broaderCodes('areas', 'health_board');
export const sectorOf = broaderCodes('referral_source', 'sector');

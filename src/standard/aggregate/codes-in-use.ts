import type { Code } from '../code-list.ts';
import { isValidThroughout } from '../code-list.ts';
import { codesInUseInsteadOf } from '../codes-instead-of.ts';
import { CODE_LISTS, type CodeListId } from '../generated/code-lists.ts';
import type { Dates } from '../period.ts';
import type { Text } from '../text.ts';

/** What became of a code that was not in use. */
export interface Replacement {
  readonly id: 'code-replaced' | 'code-in-use';
  /** The code that took over; null where several did, or none. */
  readonly successor: string | null;
  readonly detail: Text;
}

/**
 * Which codes of a list may stand in a return of one period, and which took over from those that may not. Case
 * systems go on holding the code of an area for months after it ended.
 */
export class CodesInUse {
  readonly #codes: readonly Code[];
  readonly #period: Dates;
  readonly #byCode: ReadonlyMap<string, Code>;
  readonly #successors = new Map<string, readonly string[] | null>();

  constructor(list: CodeListId, period: Dates) {
    this.#codes = CODE_LISTS[list].codes;
    this.#period = period;
    this.#byCode = new Map(this.#codes.map((code) => [code.code, code]));
  }

  /** The one code that a code counts as, with what to say of it; null where it was in use or is not in the list. */
  replacementOf(code: string): Replacement | null {
    const successors = this.#successorsOf(code);
    if (successors === null) return null;
    const [successor, another] = successors;
    const named = `${code} → ${successors.join(', ')}`;
    if (successor === undefined) {
      const detail = { en: `${code}: nothing took over`, cy: `${code}: ni chymerodd dim drosodd` };
      return { id: 'code-in-use', successor: null, detail };
    }
    const detail = { en: named, cy: named };
    return another === undefined
      ? { id: 'code-replaced', successor, detail }
      : { id: 'code-in-use', successor: null, detail };
  }

  /**
   * The codes to send in place of one that was not in use throughout the period.
   *
   * @returns Null for a code that was in use, and for a blank or anything else that is not in the list; an empty
   *   list where nothing took over.
   * @example
   * // In 2026-Q2: NHS Norfolk and Waveney ICB ended on 31 March 2026.
   * this.#successorsOf('E54000022'); // ['E54000068']
   */
  #successorsOf(code: string): readonly string[] | null {
    const known = this.#successors.get(code);
    if (known !== undefined) return known;
    const entry = this.#byCode.get(code);
    if (entry === undefined) return null;
    const { start, end } = this.#period;
    const found = isValidThroughout(entry, start, end)
      ? null
      : codesInUseInsteadOf(entry, this.#codes, this.#period);
    this.#successors.set(code, found);
    return found;
  }
}

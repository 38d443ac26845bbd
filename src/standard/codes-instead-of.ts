import { type Code, isValidThroughout } from './code-list.ts';
import type { Dates } from './period.ts';
import { LISTS_OF_EVERY_VERSION } from './versions/every-version.ts';

/**
 * What to send in place of a code that was not in use throughout a period.
 *
 * @param codes - The list of the code.
 * @returns The codes in list order, joined by a comma: several where an area was split. Where none was in use
 *   throughout the period, as in the quarter of a change, its direct successors; null where it has none.
 * @example
 * // NHS Frimley ICB was split among three boards on 1 April 2026.
 * codesInsteadOf(frimley, CODE_LISTS.areas.codes, datesOf('2026-Q2')); // 'E54000067, E54000069, E54000070'
 */
export function codesInsteadOf(code: Code, codes: readonly Code[], period: Dates): string | null {
  const inUse = codesInUseInsteadOf(code, codes, period);
  const named = inUse.length > 0 ? inUse : code.replaced_by;
  return named.length > 0 ? named.join(', ') : null;
}

/**
 * The codes that took over from a code, or those it took over from where it had not begun, as far on as it takes to
 * find some that were in use throughout a period; in list order.
 *
 * @param codes - The list of the code.
 */
export function codesInUseInsteadOf(code: Code, codes: readonly Code[], period: Dates): string[] {
  const hasEnded = (code.valid_to ?? '9999-12-31') < period.end;
  const next = (from: Code) =>
    codes.filter((candidate) =>
      hasEnded ? from.replaced_by.includes(candidate.code) : candidate.replaced_by.includes(from.code),
    );
  const found = new Set<Code>();
  const seen = new Set([code]);
  // A set is walked in the order in which it grows, so each code is asked for its own successors in turn.
  for (const each of seen) {
    for (const candidate of next(each)) {
      if (isValidThroughout(candidate, period.start, period.end)) found.add(candidate);
      else seen.add(candidate);
    }
  }
  return codes.filter((candidate) => found.has(candidate)).map((candidate) => candidate.code);
}

/** The list that a code is an entry of. */
export function codesBeside(code: Code): readonly Code[] {
  return Object.values(LISTS_OF_EVERY_VERSION).find((list) => list.codes.includes(code))?.codes ?? [code];
}

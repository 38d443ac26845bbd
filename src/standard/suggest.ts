import type { Text } from './text.ts';

/** Something that may have been meant: a code or a name, and what people call it. */
export interface Candidate {
  readonly code: string;
  readonly title: Text;
}

const MAXIMUM_COMPARED = 64;
const MAXIMUM_DISTANCE = 3;
const LETTERS_PER_SLIP = 5;

/** A label or code as people vary it: case, outer and repeated spaces, hyphens and underscores do not count. */
export function comparable(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();
}

/**
 * What was probably meant by a text that is none of the candidates, or null when nothing is near.
 *
 * A text that is a candidate but for case and spaces wins; then the nearest code or title by edits (a letter
 * added, dropped, changed, or two neighbours swapped), at most a third of the text's length and never more
 * than three. Of equals, the first. Texts over 64 characters are not compared.
 */
export function suggest(text: string, candidates: readonly Candidate[]): string | null {
  if (text.length > MAXIMUM_COMPARED) return null;
  const wanted = comparable(text);
  if (wanted === '') return null;
  let nearest: string | null = null;
  let least = Math.min(MAXIMUM_DISTANCE, Math.floor(wanted.length / 3)) + 1;
  for (const { code, title } of candidates) {
    for (const name of [code, title.en, title.cy]) {
      const distance = editDistance(wanted, comparable(name), least - 1);
      if (distance < least) {
        nearest = code;
        least = distance;
      }
      if (least === 0) return nearest;
    }
  }
  return nearest;
}

/**
 * Whether a text is a name of a candidate but for a slip of the hand: one edit for each five letters at most, and
 * never more than three. Stricter than `suggest`, which may guess.
 */
export function isSlipOf(text: string, { code, title }: Candidate): boolean {
  if (text.length > MAXIMUM_COMPARED) return false;
  const wanted = comparable(text);
  const limit = Math.min(MAXIMUM_DISTANCE, Math.floor(wanted.length / LETTERS_PER_SLIP));
  return [code, title.en, title.cy].some((name) => editDistance(wanted, comparable(name), limit) <= limit);
}

/** The name that a mistyped one most likely meant, or null when none is near. */
export function suggestName(text: string, names: readonly string[]): string | null {
  return suggest(text, names.map(asCandidate));
}

/** A name that people call by nothing else. */
export function asCandidate(name: string): Candidate {
  return { code: name, title: { en: name, cy: name } };
}

/**
 * Edits that turn one text into the other (optimal string alignment), or `limit + 1` when there are more.
 */
function editDistance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) > limit) return limit + 1;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    let best = row;
    for (let column = 1; column <= right.length; column += 1) {
      const cost = left[row - 1] === right[column - 1] ? 0 : 1;
      let distance = Math.min(
        (previous[column] as number) + 1,
        (current[column - 1] as number) + 1,
        (previous[column - 1] as number) + cost,
      );
      if (
        row > 1 &&
        column > 1 &&
        left[row - 1] === right[column - 2] &&
        left[row - 2] === right[column - 1]
      ) {
        distance = Math.min(distance, (beforePrevious[column - 2] as number) + 1);
      }
      current.push(distance);
      best = Math.min(best, distance);
    }
    if (best > limit) return limit + 1;
    beforePrevious = previous;
    previous = current;
  }
  return previous[right.length] as number;
}

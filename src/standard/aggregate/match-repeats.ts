import { headingWords } from './heading-words.ts';
import { TO_FILL } from './propose-values.ts';
import type { ColumnSpec } from './read-columns.ts';

/** A column of answers to one item of a questionnaire: `q1`, `Item 2`, `Cwestiwn 3`. */
const ITEM = /^(\d+) (?:question|item|cwestiwn|eitem)$/;
/** A numbered score in the row of a case, and its date. */
const SCORE = /^(\d+) (?:score|sgor)$/;
const SCORE_DATE = /^(\d+) (?:date score|dyddiad sgor)$/;
const FEWEST_ITEMS = 2;

function numbered(headings: readonly string[], pattern: RegExp): Map<number, string> {
  return new Map(
    headings.flatMap((heading): [number, string][] => {
      const found = pattern.exec(headingWords(heading));
      return found ? [[Number(found[1]), heading]] : [];
    }),
  );
}

/** The columns of the answers to the items, in the order of their numbers; none where there are not several. */
export function itemColumns(headings: readonly string[]): string[] {
  const items = numbered(headings, ITEM);
  if (items.size < FEWEST_ITEMS) return [];
  return [...items].sort(([one], [other]) => one - other).map(([, heading]) => heading);
}

/** Scores that stand in the row of a case, each with its date; which measure they are is still to be said. */
export function scoreColumns(headings: readonly string[]): Record<string, ColumnSpec>[] {
  const scores = numbered(headings, SCORE);
  const dates = numbered(headings, SCORE_DATE);
  return [...scores].flatMap(([number, score]) => {
    const date = dates.get(number);
    return date === undefined ? [] : [{ measure: { constant: TO_FILL }, score_date: date, score }];
  });
}

import type { Measure } from '../measure.ts';

/**
 * Scores one person's answers to a measure, as the registry describes it.
 *
 * @param measure - The measure, from `MEASURES`.
 * @param answers - One whole number for each item, in order, as the person gave them: reverse items are turned
 *   here.
 * @returns The score. No unit.
 * @throws {RangeError} If an answer is missing, to spare, not whole or outside the items' range. No measure of
 *   the registry fills in a missing answer.
 * @example
 * scoreResponse(MEASURES.ucla_3, [2, 3, 1]); // 6
 * scoreResponse(MEASURES.swemwbs_metric, [3, 3, 3, 3, 3, 3, 3]); // 19.25, the metric score of 21
 */
export function scoreResponse(measure: Measure, answers: readonly number[]): number {
  if (answers.length !== measure.item_count) {
    throw new RangeError(
      `${measure.id} takes ${measure.item_count} answers, all of them given, and not ${answers.length}`,
    );
  }
  let raw = 0;
  for (const [index, answer] of answers.entries()) {
    if (!Number.isInteger(answer) || answer < measure.item_minimum || answer > measure.item_maximum) {
      throw new RangeError(
        `An answer to ${measure.id} is a whole number from ${measure.item_minimum} to ${measure.item_maximum}, not ${answer}`,
      );
    }
    const reversed = measure.reverse_items.includes(index + 1);
    raw += reversed ? measure.item_minimum + measure.item_maximum - answer : answer;
  }
  return scoreOfRaw(measure, raw);
}

/**
 * The score of a raw total. For a measure with a conversion table that is the table's score; a mean of raw
 * totals must never be converted, only each person's own.
 *
 * @throws {RangeError} If no answers give this total.
 * @example
 * scoreOfRaw(MEASURES.swemwbs_metric, 16); // 16.36
 */
export function scoreOfRaw(measure: Measure, raw: number): number {
  const lowest = measure.item_minimum * measure.item_count;
  const highest = measure.item_maximum * measure.item_count;
  if (!Number.isInteger(raw) || raw < lowest || raw > highest) {
    throw new RangeError(
      `A raw total of ${measure.id} is a whole number from ${lowest} to ${highest}, not ${raw}`,
    );
  }
  if (measure.algorithm.kind !== 'lookup') return raw;
  const entry = measure.algorithm.table.find((candidate) => candidate.raw === raw);
  if (entry === undefined) throw new Error(`The conversion table of ${measure.id} has no entry for ${raw}`);
  return entry.score;
}

import type { Measure } from '../measure.ts';
import { type Unscored, unscored } from './unscored.ts';

/** One answer: its number, null where it is missing, `not_applicable` where the item does not apply. */
export type Answer = number | null | 'not_applicable';

/** Answers that can be scored: in range, reverse items turned, no more missing than the measure allows. */
export interface ReadAnswers {
  readonly reason: null;
  /** In the order of the items that apply. */
  readonly values: readonly (number | null)[];
  readonly missing: number;
  /** The measure that they are answers to: another where an item does not apply. */
  readonly scoredAs: string;
}

/** Reads the answers of one person to a measure, or says why they cannot be scored. */
export function readAnswers(measure: Measure, answers: readonly Answer[]): ReadAnswers | Unscored {
  if (!Array.isArray(answers)) return unscored('answers_not_a_list');
  if (measure.item_count === null ? answers.length === 0 : answers.length !== measure.item_count) {
    return unscored('wrong_number_of_answers');
  }
  const values: (number | null)[] = [];
  let scoredAs = measure.id;
  for (let item = 1; item <= answers.length; item += 1) {
    const answer: unknown = answers[item - 1];
    if (answer === 'not_applicable') {
      if (measure.not_applicable?.item !== item) return unscored('item_always_applies', item);
      scoredAs = measure.not_applicable.scored_as;
      continue;
    }
    const value = readAnswer(measure, answer, item);
    if (typeof value === 'object' && value !== null) return value;
    values.push(value);
  }
  const missing = values.filter((value) => value === null).length;
  const rule = measure.missing_rule;
  const allowed = rule.kind === 'complete' ? 0 : rule.maximum_missing;
  if (missing > allowed) return unscored('too_many_missing', values.indexOf(null) + 1);
  return { reason: null, values, missing, scoredAs };
}

function readAnswer(measure: Measure, answer: unknown, item: number): number | null | Unscored {
  if (answer === null || answer === undefined) return null;
  if (typeof answer !== 'number' || !Number.isFinite(answer)) return unscored('answer_not_a_number', item);
  if (measure.missing_codes.includes(answer)) return null;
  const range = measure.item_ranges?.[item - 1] ?? {
    minimum: measure.item_minimum,
    maximum: measure.item_maximum,
    is_integer: true,
  };
  if (range.is_integer && !Number.isInteger(answer)) return unscored('answer_not_a_number', item);
  if (answer < range.minimum || answer > range.maximum) return unscored('answer_out_of_range', item);
  return measure.reverse_items.includes(item) ? range.minimum + range.maximum - answer : answer;
}

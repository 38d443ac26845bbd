import type { ValueSetScoring } from '../measure-algorithm.ts';
import { type Unscored, unscored } from './unscored.ts';

/**
 * The index of one profile in one value set: 1 less what each level takes.
 *
 * Works in whole thousandths, the precision of published value sets, so that no rounding noise is left.
 *
 * @param levels - The level of each dimension, from 1.
 */
export function scoreInValueSet(
  sets: readonly ValueSetScoring[],
  valueSet: string | undefined,
  levels: readonly number[],
): number | Unscored {
  if (valueSet === undefined || valueSet === null) return unscored('value_set_needed');
  const set = sets.find((each) => each.value_set === valueSet);
  if (set === undefined) return unscored('value_set_not_of_the_measure');
  const { decrements } = set;
  if (decrements === null) return unscored('value_set_not_carried');
  const taken = levels.map((level, index) => thousandths(decrements[index]?.[level - 1] ?? 0));
  const isAboveLowest = levels.some((level) => level > 1);
  const isHighest = levels.some((level, index) => level === decrements[index]?.length);
  const once =
    (isAboveLowest ? thousandths(set.if_any_above_lowest) : 0) +
    (isHighest ? thousandths(set.if_any_highest) : 0);
  return (1000 - once - taken.reduce((sum, value) => sum + value, 0)) / 1000;
}

function thousandths(value: number): number {
  return Math.round(value * 1000);
}

import type { Measure } from '../measure.ts';

/** The lowest and highest score of a scale. */
export interface Scale {
  readonly lowest: number;
  readonly highest: number;
}

/** The scores that a measure can have; those of an index are the scores of its value set. */
export function scaleOf(measure: Measure, valueSet: string): Scale {
  const { algorithm, score_minimum, score_maximum } = measure;
  const set =
    algorithm.kind === 'value_set' ? algorithm.sets.find((each) => each.value_set === valueSet) : undefined;
  return { lowest: set?.score_minimum ?? score_minimum, highest: score_maximum };
}

/** From the lowest to the highest score: the largest change there can be. */
export function rangeOf({ lowest, highest }: Scale): number {
  return highest - lowest;
}

import type { Selectors } from '../disclosure/lattice.ts';
import { nearestAskable } from './askable-nearest.ts';
import type { CellSource } from './cell-source.ts';
import { publishedCombinations } from './published-combinations.ts';
import type { Parameters, Question } from './question.ts';
import { questionParameters, withChanged } from './question-text.ts';

/**
 * The selectors nearest to those of a question under which its release has published cells of the table. Undefined
 * where there are cells under those asked, or none at all that could be offered. Worked out from published cells alone.
 *
 * @param kept - Names of selectors that stay as they are, such as those that the asker chose.
 */
export async function heldInstead(
  source: CellSource,
  { release, table, selectors: asked }: Question,
  kept: readonly string[] = [],
): Promise<Selectors | undefined> {
  const names = Object.keys(asked);
  const combinations = await publishedCombinations(source, release, table);
  const shared = (held: Selectors) => names.filter((name) => held[name] === asked[name]);
  // Of several that share as many, the one that shares the later ones, such as the measure.
  const scoreOf = (held: Selectors) =>
    shared(held).reduce((score, name) => score + 100 + names.indexOf(name), 0);
  let best: Selectors | undefined;
  for (const { selectors } of combinations) {
    if (shared(selectors).length === names.length) return undefined;
    if (names.some((name) => kept.includes(name) && selectors[name] !== asked[name])) continue;
    if (best === undefined || scoreOf(selectors) > scoreOf(best)) best = selectors;
  }
  return best && Object.fromEntries(names.map((name) => [name, best[name] as string]));
}

/** The text of a question under other selectors, with what else it then cannot be asked with left out or mended. */
export function underSelectors(
  question: Question,
  selectors: Selectors,
  read: (asked: Parameters) => unknown,
): string | undefined {
  const parameters = { ...questionParameters(question), release: question.release.release };
  return nearestAskable(read, withChanged(parameters, selectors));
}

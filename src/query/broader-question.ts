import { periodLevelOf } from '../disclosure/lattice.ts';
import { INDEX_SELECTOR } from '../standard/table-description.ts';
import { nearestAskable } from './askable-nearest.ts';
import { coarserQuestions } from './coarser-question.ts';
import type { Parameters, Question } from './question.ts';
import { questionParameters, withChanged } from './question-text.ts';

/** How questions of one address are read and answered, for trying others than the one asked. */
export interface Asking<Asked> {
  /** The whole address, without the question. */
  readonly address: string;
  /** @throws {ServiceError} If it cannot be asked. */
  read(asked: Parameters): Asked;
  questionOf(asked: Asked): Question;
  /** The share of its cells that are shown, from published cells. */
  shareOf(asked: Asked): Promise<number>;
  /** A question's parameters in the words of the address, where they are not those of its table. */
  inWordsOf?(parameters: Parameters): Parameters;
}

/** A broader question that shows this share of its cells is good enough. */
const ENOUGH = 0.5;

/** Each is laid on a grid of its own, so that no answer costs more than this many others. */
const MOST_TRIED = 6;

/**
 * The text of a broader question that shows more: the first that shows half of its cells, else the one that shows
 * most of those tried, each by looking up its published cells. Undefined where none shows more.
 *
 * @param shown - The share of the question's own cells that are shown.
 */
export async function broaderShowingMore<Asked>(
  question: Question,
  shown: number,
  asking: Asking<Asked>,
): Promise<string | undefined> {
  let best: { readonly share: number; readonly text?: string } = { share: shown };
  const seen = new Set([textOf(question)]);
  const waiting = coarserTexts(question, asking);
  for (let tries = 0; tries < MOST_TRIED; ) {
    const next = waiting.shift();
    if (next === undefined) break;
    let asked: Asked | undefined;
    const read = (parameters: Parameters) => {
      asked = asking.read(parameters);
      return asked;
    };
    // What was read last is the question of the text.
    const text = nearestAskable(read, next);
    if (text === undefined || asked === undefined) continue;
    const candidate = asking.questionOf(asked);
    if (seen.has(textOf(candidate)) || !isBroader(candidate, question)) continue;
    seen.add(textOf(candidate));
    tries += 1;
    const share = await asking.shareOf(asked);
    if (share >= ENOUGH) return text;
    if (share > best.share) best = { share, text };
    waiting.push(...coarserTexts(candidate, asking));
  }
  return best.text;
}

function coarserTexts<Asked>(question: Question, { inWordsOf = (own) => own }: Asking<Asked>): string[] {
  const asked = parametersOf(question);
  return coarserQuestions(question).map((change) => withChanged(inWordsOf({ ...asked, ...change }), {}));
}

function textOf(question: Question): string {
  return withChanged(parametersOf(question), {});
}

function parametersOf(question: Question): Parameters {
  return { ...questionParameters(question), release: question.release.release };
}

/** Mending may have led elsewhere, such as to another quarter: that is another question, not a broader one. */
function isBroader(candidate: Question, question: Question): boolean {
  const isSamePeriods = candidate.periods.join() === question.periods.join();
  const isOfYear = candidate.periods.every((period) => periodLevelOf(period) === 'financial_year');
  const isSameSelectors = Object.entries(question.selectors).every(
    ([name, code]) => name === INDEX_SELECTOR || candidate.selectors[name] === code,
  );
  return isSameSelectors && (isSamePeriods || isOfYear);
}

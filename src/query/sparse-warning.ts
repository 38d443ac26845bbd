import type { Selectors } from '../disclosure/lattice.ts';
import type { AnswerRow, Warning } from './answer.ts';
import { type Asking, broaderShowingMore } from './broader-question.ts';
import type { CellSource } from './cell-source.ts';
import { heldInstead, underSelectors } from './held-selectors.ts';
import type { Question } from './question.ts';
import { judgeRows, shareShown } from './share-shown.ts';

/** Above this share of suppressed cells, an answer says what would show more. */
const MOSTLY = 0.5;

/**
 * Warns that most of an answer is suppressed, with a question that shows more: other selectors where the release
 * publishes nothing at all under those asked, else a broader question. Worked out from published cells alone.
 *
 * @param asking - Reads and answers questions of the same address, so that only one that can be asked is offered.
 */
export async function sparseWarning<Asked>(
  source: CellSource,
  question: Question,
  rows: readonly AnswerRow[],
  asking: Asking<Asked>,
): Promise<Warning[]> {
  if (!isSparse(rows)) return [];
  const shown = shareShown(rows);
  const nothing = shown === 0 ? await nothingPublished(source, question, asking) : undefined;
  return [nothing ?? suppressedWarning(await broaderShowingMore(question, shown, asking), asking.address)];
}

/** Whether most of the cells that an answer is judged by are suppressed. */
export function isSparse(rows: readonly AnswerRow[]): boolean {
  const { judged, suppressed } = judgeRows(rows);
  return judged > 0 && suppressed / judged > MOSTLY;
}

async function nothingPublished<Asked>(
  source: CellSource,
  question: Question,
  { read, address }: Asking<Asked>,
): Promise<Warning | undefined> {
  const instead = await heldInstead(source, question);
  if (instead === undefined) return undefined;
  const asked = inWords(question.selectors);
  const other = inWords(instead);
  const nearest = underSelectors(question, instead, read);
  return {
    id: 'nothing_published',
    text: {
      en: `This release publishes nothing for ${asked}. It has figures for ${other}.`,
      cy: `Nid yw'r datganiad hwn yn cyhoeddi dim ar gyfer ${asked}. Mae ganddo ffigurau ar gyfer ${other}.`,
    },
    ...(nearest === undefined ? {} : { nearest, nearest_url: `${address}?${nearest}` }),
  };
}

const inWords = (selectors: Selectors) =>
  Object.entries(selectors)
    .map(([name, code]) => `${name}=${code}`)
    .join(', ');

/**
 * The warning that most of an answer is suppressed.
 *
 * @param nearest - The text of a question that shows more; undefined where none of those tried does.
 * @param address - The whole address, without the question.
 */
export function suppressedWarning(nearest: string | undefined, address: string): Warning {
  if (nearest === undefined) return { id: 'mostly_suppressed', text: NOTHING_SHOWS_MORE };
  return {
    id: 'mostly_suppressed',
    text: BROADER_SHOWS_MORE,
    nearest,
    nearest_url: `${address}?${nearest}`,
  };
}

const BROADER_SHOWS_MORE = {
  en: 'Most of these cells are suppressed. A broader question shows more.',
  cy: "Mae'r rhan fwyaf o'r celloedd hyn wedi'u hatal. Mae cwestiwn ehangach yn dangos mwy.",
};

const NOTHING_SHOWS_MORE = {
  en: 'Most of these cells are suppressed. None of the broader questions that were tried shows more.',
  cy: "Mae'r rhan fwyaf o'r celloedd hyn wedi'u hatal. Nid oes yr un o'r cwestiynau ehangach y rhoddwyd cynnig arnynt yn dangos mwy.",
};

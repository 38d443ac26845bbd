import { CODE_LISTS } from '../standard/generated/code-lists.ts';
import type { AnswerRow, Warning } from './answer.ts';
import { nearestAskable } from './askable-nearest.ts';
import { coarserQuestions } from './coarser-question.ts';
import type { Parameters, Question } from './question.ts';
import { questionParameters, withChanged } from './question-text.ts';

/** Above this share of suppressed cells, an answer says what would show more. */
const MOSTLY = 0.5;

/**
 * Warns that most of an answer is suppressed, with a broader question, worked out from the published answer alone.
 *
 * @param read - Reads a question of the same address, so that only one that can be asked is offered.
 */
export function mostlySuppressedWarning(
  question: Question,
  rows: readonly AnswerRow[],
  read: (asked: Parameters) => unknown,
): Warning[] {
  // Blanks are few by nature; they say nothing about whether the question was too fine.
  const named = rows.filter((row) => row.labels.every(({ code }) => !isBlank(code)));
  const cells = named.flatMap((row) => row.cells).filter((cell) => cell.status !== 'not_applicable');
  const suppressed = cells.filter((cell) => cell.status === 'suppressed').length;
  if (cells.length === 0 || suppressed / cells.length <= MOSTLY) return [];
  const asked = { ...questionParameters(question), release: question.release.release };
  const nearest = coarserQuestions(question)
    .map((change) => nearestAskable(read, withChanged(asked, change)))
    .find((text) => text !== undefined && text !== withChanged(asked, {}));
  return [
    {
      id: 'mostly_suppressed',
      text: {
        en: 'Most of these cells are suppressed. A broader question shows more.',
        cy: "Mae'r rhan fwyaf o'r celloedd hyn wedi'u hatal. Mae cwestiwn ehangach yn dangos mwy.",
      },
      ...(nearest === undefined ? {} : { nearest }),
    },
  ];
}

const BLANKS = new Set(CODE_LISTS.blank.codes.map((code) => code.code));

function isBlank(code: string): boolean {
  return BLANKS.has(code) || code.startsWith('not_known:');
}

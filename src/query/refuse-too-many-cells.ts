import { MAXIMUM_CELLS } from '../standard/question-limits.ts';
import { smallerQuestions } from './coarser-question.ts';
import type { Parameters, Question } from './question.ts';
import { withChanged } from './question-text.ts';
import { refuseQuestion } from './refuse.ts';

/** @throws {ServiceError} If the grid of a question is larger than an answer may be, with a smaller question. */
export function refuseTooManyCells(question: Question, asked: Parameters): void {
  const { periods, area, dimensions } = question;
  const cells = [area, ...dimensions].reduce(
    (product, { categories }) => product * categories.length,
    periods.length,
  );
  if (cells <= MAXIMUM_CELLS) return;
  const fewerPeriods = { period: periods.at(-1) };
  const [smaller = fewerPeriods] = periods.length > 1 ? [fewerPeriods] : smallerQuestions(question);
  throw refuseQuestion(
    'by',
    {
      en: `An answer has at most ${MAXIMUM_CELLS} cells; this one would have ${cells}. Ask for fewer periods or broader levels, or take the files of the release.`,
      cy: `Mae gan ateb hyd at ${MAXIMUM_CELLS} cell; byddai gan hwn ${cells}. Gofynnwch am lai o gyfnodau neu lefelau ehangach, neu cymerwch ffeiliau'r datganiad.`,
    },
    { nearest: withChanged(asked, smaller) },
  );
}

import type { Answer, AnswerRow } from './answer.ts';
import { type AnswerAddress, columnsOf, describeAnswer, figureOf, incompleteWarning } from './answer-meta.ts';
import { breakNotes } from './break-notes.ts';
import type { Asking } from './broader-question.ts';
import type { CellSource } from './cell-source.ts';
import { countNotes } from './count-notes.ts';
import { collectionNotes, reasonNotes } from './coverage-notes.ts';
import { cellAt, coverageReader, gridOf } from './lay-on-grid.ts';
import { lookUpCells } from './look-up-cells.ts';
import { CHANGE_NOTES } from './notes.ts';
import { rowsOfOneScheme } from './one-ethnicity-scheme.ts';
import { parseQuestion } from './parse-question.ts';
import { qualityNotes } from './quality-notes.ts';
import type { Question } from './question.ts';
import { questionParameters } from './question-text.ts';
import { sparseWarning } from './sparse-warning.ts';

/** Answers a question about counts: one row for each place of its grid, whatever is shown there. */
export async function answerQuestion(
  source: CellSource,
  question: Question,
  address: AnswerAddress,
): Promise<Answer> {
  const { rows, notes } = await rowsOf(source, question);
  const meta = describeAnswer(question, rows, { ...address, parameters: questionParameters(question) });
  const asking: Asking<Question> = {
    address: `${address.publicUrl}${address.path}`,
    read: (asked) => parseQuestion(question.release, question.table, asked),
    questionOf: (asked) => asked,
    rowsOf: async (asked) => (await rowsOf(source, asked)).rows,
  };
  return {
    meta,
    columns: columnsOf(question),
    figures: question.figures.map(figureOf),
    rows,
    notes: [
      ...collectionNotes(question),
      ...(question.table === 'outcomes' ? [...reasonNotes(question), ...CHANGE_NOTES] : []),
      ...countNotes(question),
      ...notes,
      ...breakNotes(meta.breaks),
      ...qualityNotes(question),
    ],
    warnings: [
      ...incompleteWarning(rows, meta.coverage),
      ...(await sparseWarning(source, question, rows, asking)),
    ],
  };
}

/** The rows of an answer, and notes on those that answer for one scheme of codes only. */
async function rowsOf(source: CellSource, question: Question): Promise<ReturnType<typeof rowsOfOneScheme>> {
  const cells = await lookUpCells(source, question);
  const coverage = coverageReader(question);
  const places = gridOf(question);
  const found: AnswerRow[] = places.map((place) => ({
    labels: place.labels,
    cells: question.figures.map((figure) => cellAt(place, figure, cells, coverage)),
  }));
  return rowsOfOneScheme(question, places, found);
}

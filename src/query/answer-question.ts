import type { Answer, AnswerRow } from './answer.ts';
import { type AnswerAddress, columnsOf, describeAnswer, figureOf, incompleteWarning } from './answer-meta.ts';
import { breakNotes } from './break-notes.ts';
import type { CellSource } from './cell-source.ts';
import { countNotes } from './count-notes.ts';
import { collectionNotes, reasonNotes } from './coverage-notes.ts';
import { cellAt, coverageReader, gridOf } from './lay-on-grid.ts';
import { lookUpCells } from './look-up-cells.ts';
import { CHANGE_NOTES } from './notes.ts';
import { rowsOfOneScheme } from './one-ethnicity-scheme.ts';
import { parseQuestion } from './parse-question.ts';
import { qualityNotes } from './quality-notes.ts';
import type { Parameters, Question } from './question.ts';
import { questionParameters } from './question-text.ts';
import { sparseWarning } from './sparse-warning.ts';

/** Answers a question about counts: one row for each place of its grid, whatever is shown there. */
export async function answerQuestion(
  source: CellSource,
  question: Question,
  address: AnswerAddress,
): Promise<Answer> {
  const cells = await lookUpCells(source, question);
  const coverage = coverageReader(question);
  const read = (asked: Parameters) => parseQuestion(question.release, question.table, asked);
  const places = gridOf(question);
  const found: AnswerRow[] = places.map((place) => ({
    labels: place.labels,
    cells: question.figures.map((figure) => cellAt(place, figure, cells, coverage)),
  }));
  const { rows, notes } = rowsOfOneScheme(question, places, found);
  const meta = describeAnswer(question, rows, { ...address, parameters: questionParameters(question) });
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
    warnings: [...incompleteWarning(rows, meta.coverage), ...sparseWarning(question, rows, read)],
  };
}

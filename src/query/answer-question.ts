import type { Answer, AnswerCell, AnswerRow, Note } from './answer.ts';
import { type AnswerAddress, columnsOf, describeAnswer, figureOf, incompleteWarning } from './answer-meta.ts';
import { breakNotes } from './break-notes.ts';
import type { Asking } from './broader-question.ts';
import type { CellSource } from './cell-source.ts';
import { countNotes } from './count-notes.ts';
import { collectionNotes, reasonNotes } from './coverage-notes.ts';
import { beginTurn, nextTurn } from './give-way.ts';
import { layCells } from './lay-cells.ts';
import { crossingsOf, labelOfPeriod, rowLabel } from './lay-on-grid.ts';
import { CHANGE_NOTES } from './notes.ts';
import { oneScheme } from './one-ethnicity-scheme.ts';
import { parseQuestion } from './parse-question.ts';
import { qualityNotes } from './quality-notes.ts';
import type { Question } from './question.ts';
import { questionParameters } from './question-text.ts';
import { isBlank, type Judging, judgeCell, shareOf } from './share-shown.ts';
import { sparseWarning } from './sparse-warning.ts';

/** Answers a question about counts: one row for each place of its grid, whatever is shown there. */
export async function answerQuestion(
  source: CellSource,
  question: Question,
  address: AnswerAddress,
): Promise<Answer> {
  const { rows, notes } = await rowsOf(source, question);
  await nextTurn();
  const meta = describeAnswer(question, rows, { ...address, parameters: questionParameters(question) });
  const asking: Asking<Question> = {
    address: `${address.publicUrl}${address.path}`,
    read: (asked) => parseQuestion(question.release, question.table, asked),
    questionOf: (asked) => asked,
    shareOf: (asked) => shareOfQuestion(source, asked),
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
async function rowsOf(
  source: CellSource,
  question: Question,
): Promise<{ readonly rows: readonly AnswerRow[]; readonly notes: readonly Note[] }> {
  const cells = await layCells(source, question);
  const { isOfAnother, notes } = oneScheme(question);
  const crossings = crossingsOf(question).map((categories) => categories.map(rowLabel));
  const each = question.figures.length;
  const giveWay = await beginTurn();
  const rows: AnswerRow[] = [];
  for (const period of question.periods) {
    const ofPeriod = labelOfPeriod(period);
    for (const area of question.area.categories) {
      await giveWay();
      const ofArea = rowLabel(area);
      const isLeftOut = isOfAnother(period, area.code);
      for (const labels of crossings) {
        const own = cells.slice(rows.length * each, (rows.length + 1) * each);
        rows.push({
          labels: [ofPeriod, ofArea, ...labels],
          cells: isLeftOut ? own.map(() => NOT_AVAILABLE) : own,
        });
      }
    }
  }
  return { rows, notes };
}

/** The share of a question's cells that its answer would show, without the answer. */
async function shareOfQuestion(source: CellSource, question: Question): Promise<number> {
  const cells = await layCells(source, question);
  const { isOfAnother } = oneScheme(question);
  const crossings = crossingsOf(question).map((categories) => categories.some(({ code }) => isBlank(code)));
  const judging: Judging = { judged: 0, shown: 0, suppressed: 0 };
  let at = 0;
  for (const period of question.periods) {
    for (const { code } of question.area.categories) {
      const isLeftOut = isOfAnother(period, code);
      for (const isOfBlanks of crossings) {
        for (const _ of question.figures) {
          const cell = isLeftOut ? NOT_AVAILABLE : (cells[at] as AnswerCell);
          if (!isOfBlanks && !isBlank(code)) judgeCell(judging, cell);
          at += 1;
        }
      }
    }
  }
  return shareOf(judging);
}

const NOT_AVAILABLE: AnswerCell = { value: null, status: 'not_available' };

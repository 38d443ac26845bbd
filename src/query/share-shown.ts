import { CODE_LISTS } from '../standard/generated/code-lists.ts';
import type { AnswerCell, AnswerRow } from './answer.ts';

/**
 * The cells by which an answer is judged: those that can occur, of rows without blanks. Blanks are few by nature;
 * they say nothing about whether the question was too fine.
 */
export function judgedCells(rows: readonly AnswerRow[]): AnswerCell[] {
  return rows
    .filter((row) => row.labels.every(({ code }) => !isBlank(code)))
    .flatMap((row) => row.cells)
    .filter((cell) => cell.status !== 'not_applicable');
}

/** The share of those cells that hold a figure; 0 where there is none to judge by. */
export function shareShown(rows: readonly AnswerRow[]): number {
  const cells = judgedCells(rows);
  return cells.length === 0 ? 0 : cells.filter((cell) => cell.value !== null).length / cells.length;
}

const BLANKS = new Set(CODE_LISTS.blank.codes.map((code) => code.code));

function isBlank(code: string): boolean {
  return BLANKS.has(code) || code.startsWith('not_known:');
}

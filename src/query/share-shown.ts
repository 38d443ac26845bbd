import { CODE_LISTS } from '../standard/generated/code-lists.ts';
import type { AnswerCell, AnswerRow } from './answer.ts';

/** How many cells an answer is judged by, and of them how many show a figure and how many are suppressed. */
export interface JudgedCells {
  readonly judged: number;
  readonly shown: number;
  readonly suppressed: number;
}

/** What is counted so far. */
export type Judging = { -readonly [Key in keyof JudgedCells]: JudgedCells[Key] };

/**
 * Counts the cells by which an answer is judged: those that can occur, of rows without blanks. Blanks are few by nature;
 * they say nothing about whether the question was too fine.
 */
export function judgeRows(rows: readonly AnswerRow[]): JudgedCells {
  const judging: Judging = { judged: 0, shown: 0, suppressed: 0 };
  for (const { labels, cells } of rows) {
    if (labels.some(({ code }) => isBlank(code))) continue;
    for (const cell of cells) judgeCell(judging, cell);
  }
  return judging;
}

/** Adds a cell of a row without blanks. */
export function judgeCell(judging: Judging, { value, status }: AnswerCell): void {
  if (status === 'not_applicable') return;
  judging.judged += 1;
  if (value !== null) judging.shown += 1;
  if (status === 'suppressed') judging.suppressed += 1;
}

/** The share of the judged cells that hold a figure; 0 where there is none to judge by. */
export function shareOf({ judged, shown }: JudgedCells): number {
  return judged === 0 ? 0 : shown / judged;
}

/** The same of an answer's rows. */
export function shareShown(rows: readonly AnswerRow[]): number {
  return shareOf(judgeRows(rows));
}

const BLANKS = new Set(CODE_LISTS.blank.codes.map((code) => code.code));

/** Whether a category is of people of whom something is not known. */
export function isBlank(code: string): boolean {
  return BLANKS.has(code) || code.startsWith('not_known:');
}

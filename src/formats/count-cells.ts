import type { Answer } from '../query/answer.ts';

/** How much an answer holds: its rows, the cells in them, and how many of those show a figure. */
export interface AnswerCounts {
  readonly rows: number;
  readonly cells: number;
  readonly shown: number;
}

export function countCells({ rows }: Pick<Answer, 'rows'>): AnswerCounts {
  const cells = rows.flatMap((row) => row.cells);
  return {
    rows: rows.length,
    cells: cells.length,
    shown: cells.filter(({ value }) => value !== null).length,
  };
}

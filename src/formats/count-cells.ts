import type { Answer } from '../query/answer.ts';

/** How much an answer holds: its rows, the cells in them, and how many of those show a figure. */
export interface AnswerCounts {
  readonly rows: number;
  readonly cells: number;
  readonly shown: number;
}

export function countCells({ rows }: Pick<Answer, 'rows'>): AnswerCounts {
  let [cells, shown] = [0, 0];
  for (const row of rows) {
    cells += row.cells.length;
    for (const { value } of row.cells) if (value !== null) shown += 1;
  }
  return { rows: rows.length, cells, shown };
}

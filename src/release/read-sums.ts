import type { DuckDBConnection } from '../archive/duckdb.ts';

/** Where a statement has no such column. */
export const NO_COLUMN = -1;

/** Rows of sums, in columns. */
export interface SumRows {
  readonly count: number;
  /** The positions of the columns by their names: the same for all blocks of a statement. */
  readonly positions: ReadonlyMap<string, number>;
  /** The value of a column in a row; null where there is none, or no such column. */
  read(position: number, row: number): unknown;
}

interface Column {
  getItem(row: number): unknown;
}

/**
 * A statement of sums that runs, of which nothing was read yet. The engine keeps its rows until they are read: where it gave
 * them as a stream, most blocks were nearly empty, as the floor leaves few rows of each of many small parts.
 */
export type StartedSums = ReturnType<DuckDBConnection['run']>;

/** Reads the rows of a statement in blocks, in order. A block is not to be kept. */
export async function* readSums(started: StartedSums): AsyncGenerator<SumRows, void, undefined> {
  const result = await started;
  const positions = new Map(result.columnNames().map((name, position) => [name, position]));
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) return;
    const columns: Column[] = [...positions.values()].map((position) => chunk.getColumnVector(position));
    yield {
      count: chunk.rowCount,
      positions,
      read: (position, row) => columns[position]?.getItem(row) ?? null,
    };
  }
}

/** The position of a column; `NO_COLUMN` where the statement has none of this name. */
export function positionOf({ positions }: SumRows, column: string): number {
  return positions.get(column) ?? NO_COLUMN;
}

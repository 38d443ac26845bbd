import type { DuckDBConnection } from '../archive/duckdb.ts';

/** Rows of sums, in columns. */
export interface SumRows {
  readonly count: number;
  /** The value of a column in a row; null where there is none. */
  read(column: string, row: number): unknown;
}

interface Column {
  getItem(row: number): unknown;
}

/** A statement of sums that runs, of which nothing was read yet. */
export type StartedSums = ReturnType<DuckDBConnection['stream']>;

/** Reads the rows of a statement in blocks, as they come. A block is not to be kept. */
export async function* readSums(started: StartedSums): AsyncGenerator<SumRows, void, undefined> {
  const result = await started;
  const names = result.columnNames();
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) return;
    const columns: Record<string, Column> = Object.create(null);
    for (const [index, name] of names.entries()) columns[name] = chunk.getColumnVector(index);
    yield { count: chunk.rowCount, read: (column, row) => columns[column]?.getItem(row) ?? null };
  }
}

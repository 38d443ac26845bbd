import type { DuckDBConnection } from '../archive/duckdb.ts';

/** Reads one row of sums by the name of its column; null where the row has none. */
export type Totals = (name: string) => unknown;

/**
 * Runs a statement and reads its rows in blocks, as they come.
 *
 * A row is read through one function that moves on with the rows: it is not to be kept. Only what is asked for is
 * turned into a value, as most columns of a row of grouping sets are empty.
 */
export async function* readSums(
  connection: DuckDBConnection,
  sql: string,
): AsyncGenerator<Iterable<Totals>, void, undefined> {
  const result = await connection.stream(sql);
  const columns = new Map(result.columnNames().map((name, index) => [name, index]));
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) return;
    const vectors = new Map([...columns].map(([name, index]) => [name, chunk.getColumnVector(index)]));
    yield rowsOf(vectors, chunk.rowCount);
  }
}

interface Column {
  getItem(row: number): unknown;
}

function* rowsOf(columns: ReadonlyMap<string, Column>, count: number): Generator<Totals, void, undefined> {
  let row = 0;
  const totals: Totals = (name) => columns.get(name)?.getItem(row) ?? null;
  for (; row < count; row += 1) yield totals;
}

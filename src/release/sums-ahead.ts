import type { DuckDBConnection, DuckDBInstance } from '../archive/duckdb.ts';
import type { CellQuery } from './cell-sql.ts';
import type { StartedSums } from './read-sums.ts';

/** A query whose sums the engine is working out. */
export interface QueryUnderway {
  readonly query: CellQuery;
  readonly sums: StartedSums;
}

/**
 * Runs queries one ahead of the one that is read, so that the engine adds up the next table while the cells of the
 * one before are protected. No more than two are under way at once, on two connections in turn; what they may use
 * of memory is limited for both together.
 */
export class SumsAhead {
  readonly #connections: readonly DuckDBConnection[];
  readonly #queries: Iterator<CellQuery>;
  #started = 0;
  #ahead: QueryUnderway | undefined;

  private constructor(connections: readonly DuckDBConnection[], queries: Iterator<CellQuery>) {
    this.#connections = connections;
    this.#queries = queries;
  }

  static async open(instance: DuckDBInstance, queries: Iterable<CellQuery>): Promise<SumsAhead> {
    const connections = [await instance.connect(), await instance.connect()];
    return new SumsAhead(connections, queries[Symbol.iterator]());
  }

  /**
   * The next queries in order, as they are asked for. What the one before gave must have been read to its end.
   *
   * @throws {Error} If there are no more so many left.
   */
  *next(count: number): Generator<QueryUnderway, void, undefined> {
    for (let taken = 0; taken < count; taken += 1) {
      const found = this.#ahead ?? this.#start();
      if (found === undefined) throw new Error('No query is left to run');
      this.#ahead = this.#start();
      yield found;
    }
  }

  /** Gives up what is under way. */
  async close(): Promise<void> {
    for (const connection of this.#connections) connection.interrupt();
    await Promise.allSettled([this.#ahead?.sums]);
    for (const connection of this.#connections) connection.closeSync();
  }

  #start(): QueryUnderway | undefined {
    const { value: query, done } = this.#queries.next();
    if (done) return undefined;
    const connection = this.#connections[this.#started % this.#connections.length] as DuckDBConnection;
    this.#started += 1;
    const sums = connection.run(query.sql);
    // Whoever reads it meets its error; until then nobody waits for it, and it must not end the process.
    sums.catch(() => {});
    return { query, sums };
  }
}

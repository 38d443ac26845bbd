import type { DuckDBConnection, DuckDBInstance } from '../archive/duckdb.ts';
import { ServiceError } from '../errors.ts';

/** The engine that reads published cells, opened with the first question and again whenever it can be used no more. */
export interface Engine {
  /**
   * Runs statements on a connection of their own.
   *
   * Where the engine turns out to be unusable, the next task has a new one. A task that failed only because another had
   * made it so is run once more there; the one that did is not, as it would do so again.
   *
   * @throws What the task throws; and where the engine cannot be opened, why.
   */
  run<Result>(task: (connection: DuckDBConnection) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

export function keepEngine(open: () => Promise<DuckDBInstance>): Engine {
  let current: Promise<DuckDBInstance> | undefined;

  const instance = () => {
    if (current === undefined) {
      const opening = open();
      current = opening;
      opening.catch(() => forget(opening));
    }
    return current;
  };
  const forget = (given: Promise<DuckDBInstance>) => {
    if (current === given) current = undefined;
  };

  /** Whether it still answers: after some errors DuckDB refuses every statement until it is opened again. */
  const isUsable = async (opened: DuckDBInstance) => {
    try {
      const connection = await opened.connect();
      await connection.run('SELECT 1');
      connection.closeSync();
      return true;
    } catch {
      return false;
    }
  };

  const attempt = async <Result>(
    task: (connection: DuckDBConnection) => Promise<Result>,
    mayRunAgain: boolean,
  ) => {
    const used = instance();
    const opened = await used;
    let connection: DuckDBConnection | undefined;
    try {
      connection = await opened.connect();
      return await task(connection);
    } catch (error) {
      if (error instanceof ServiceError || (await isUsable(opened))) throw error;
      forget(used);
      opened.closeSync();
      if (mayRunAgain && (connection === undefined || isLaterError(error))) return attempt(task, false);
      throw error;
    } finally {
      connection?.closeSync();
    }
  };

  return {
    run: (task) => attempt(task, true),
    close: async () => (await current)?.closeSync(),
  };
}

/** What DuckDB says of every statement after the one whose error made it unusable. */
function isLaterError(error: unknown): boolean {
  return error instanceof Error && error.message.includes('database has been invalidated');
}

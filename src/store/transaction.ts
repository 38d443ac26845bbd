import { drizzle } from 'drizzle-orm/node-postgres';
import type pg from 'pg';
import type { Database } from './database.ts';

/** An open transaction: `db` for repositories, `client` for COPY, both on the one connection. */
export interface Transaction {
  readonly db: Database;
  readonly client: pg.PoolClient;
}

/**
 * Runs work in one transaction. What `isKept` says of its result decides whether it is committed or undone;
 * when the work throws, all of it is undone.
 *
 * @throws Whatever the work throws, or an error of the connection.
 */
export async function inTransaction<Result>(
  pool: pg.Pool,
  work: (transaction: Transaction) => Promise<Result>,
  isKept: (result: Result) => boolean = () => true,
): Promise<Result> {
  const client = await pool.connect();
  client.on('error', leaveToTheQuery);
  let isClean = false;
  try {
    await client.query('begin');
    const result = await work({ db: drizzle({ client }), client });
    await client.query(isKept(result) ? 'commit' : 'rollback');
    isClean = true;
    return result;
  } finally {
    client.off('error', leaveToTheQuery);
    // A connection given back for destruction takes its open transaction with it.
    client.release(!isClean);
  }
}

/**
 * Listener for the errors of a connection in use. Losing it is told to the query under way, or to the next,
 * which throws; but a connection that nobody listens to would end the whole process.
 */
export function leaveToTheQuery(): void {}

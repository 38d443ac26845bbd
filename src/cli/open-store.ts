import type { Config } from '../config.ts';
import { type OpenDatabase, openDatabase } from '../store/database.ts';
import { openPostgres, startEmbeddedPostgres } from '../store/embedded-postgres.ts';
import { migrate } from '../store/migrate.ts';

export interface StoreOptions {
  /** A service owns its PostgreSQL for as long as it runs; a command joins it, or starts it for itself. */
  readonly purpose: 'service' | 'command';
  /** Told, in a sentence, what an operator may want to know. */
  readonly log: (message: string) => void;
}

/**
 * Opens the database of a configuration, brought up to the newest migration: the one that DATABASE_URL names,
 * or else the one in the data folder.
 *
 * @returns Closing it stops a PostgreSQL that was started for it.
 */
export async function openStore(
  { databaseUrl, dataDir }: Pick<Config, 'databaseUrl' | 'dataDir'>,
  { purpose, log }: StoreOptions,
): Promise<OpenDatabase> {
  const start = purpose === 'service' ? startEmbeddedPostgres : openPostgres;
  const server = databaseUrl === null ? await start({ dataDir, log }) : undefined;
  // Building a release reads for longer than any request may.
  const limits = purpose === 'command' ? { statementTimeoutMs: 0 } : {};
  const database = openDatabase(databaseUrl ?? server?.connectionString() ?? '', { log, ...limits });
  const close = async () => {
    try {
      await database.close();
    } finally {
      await server?.stop();
    }
  };
  try {
    await migrate(database.pool);
  } catch (error) {
    await close();
    throw error;
  }
  return { db: database.db, pool: database.pool, close };
}

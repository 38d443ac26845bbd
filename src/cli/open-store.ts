import { sql } from 'drizzle-orm';
import type { Config } from '../config.ts';
import { type OpenDatabase, openDatabase } from '../store/database.ts';
import { DatabaseUnusable } from '../store/database-unusable.ts';
import { openPostgres, startEmbeddedPostgres } from '../store/embedded-postgres.ts';
import { migrate } from '../store/migrate.ts';
import type { DatabaseRole } from '../store/roles.ts';

export interface StoreOptions {
  /** A service owns its PostgreSQL for as long as it runs; a command joins it, or starts it for itself. */
  readonly purpose: 'service' | 'command';
  /** What the process may do in the database. */
  readonly role: DatabaseRole;
  /** Told, in a sentence, what an operator may want to know. */
  readonly log: (message: string) => void;
}

export interface OpenStore extends OpenDatabase {
  /** Asks over a connection of its own, as all of the pool may be in use. Rejects when the database does not answer. */
  check(): Promise<unknown>;
}

/**
 * Opens the database of a configuration, brought up to the newest migration: the one that DATABASE_URL names,
 * or else the one in the data folder.
 *
 * @returns Closing it stops a PostgreSQL that was started for it.
 * @throws {DatabaseUnusable} If a newer program has been here, or if the login lacks a right that is needed.
 */
export async function openStore(
  { databaseUrl, dataDir }: Pick<Config, 'databaseUrl' | 'dataDir'>,
  { purpose, role, log }: StoreOptions,
): Promise<OpenStore> {
  const start = purpose === 'service' ? startEmbeddedPostgres : openPostgres;
  const server = databaseUrl === null ? await start({ dataDir, log }) : undefined;
  const connectionString = databaseUrl ?? server?.connectionString() ?? '';
  // Building a release reads for longer than any request may.
  const limits = purpose === 'command' ? { statementTimeoutMs: 0 } : {};
  const database = openDatabase(connectionString, { role, log, ...limits });
  const probe = openDatabase(connectionString, { role, log, poolSize: 1 });
  const close = async () => {
    try {
      await Promise.all([database.close(), probe.close()]);
    } finally {
      await server?.stop();
    }
  };
  try {
    await migrateAsLogin(connectionString);
    await refuseOtherRole(database, role);
  } catch (error) {
    await close();
    throw error;
  }
  return { db: database.db, pool: database.pool, check: () => probe.db.execute(sql`select 1`), close };
}

async function migrateAsLogin(connectionString: string): Promise<void> {
  const { pool, close } = openDatabase(connectionString, { poolSize: 1 });
  try {
    await migrate(pool);
  } finally {
    await close();
  }
}

/** A pooler in between may swallow what a connection asks for; then it would go on with the login's own rights. */
async function refuseOtherRole(database: OpenDatabase, role: DatabaseRole): Promise<void> {
  const words = (login: string) => ({
    en: `The connections to PostgreSQL cannot take on the role ${role}${login}. The login must belong to it, and a pooler in between must pass the parameter "options" on; see docs/operations.md.`,
    cy: `Ni all y cysylltiadau â PostgreSQL gymryd y rôl ${role}${login}. Rhaid i'r cyfrif berthyn iddi, a rhaid i unrhyw gronfa gysylltiadau rhyngddynt basio'r paramedr "options" ymlaen; gweler docs/operations.md.`,
  });
  const { rows } = await database.db
    .execute<{ role: string }>(sql`select current_user as role`)
    .catch((error: unknown) => {
      const { code } = (error as { cause?: { code?: unknown } }).cause ?? {};
      // May not be taken on; is not there; not passed on by PgBouncer.
      if (['42501', '22023', '08P01'].includes(String(code))) {
        throw new DatabaseUnusable(words(''), { cause: error });
      }
      throw error;
    });
  if (rows[0]?.role !== role) throw new DatabaseUnusable(words(` (${rows[0]?.role})`));
}

import { realpathSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as runMigrations } from 'drizzle-orm/node-postgres/migrator';
import type pg from 'pg';
import { openDatabase } from './database.ts';

/** The migrations of this checkout, written by `npm run db:diff`. */
export const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../migrations', import.meta.url));

/** Any number will do, as long as every migrator of ours uses the same one and nothing else does. */
const LOCK = 7_723_001;

/**
 * Brings a database up to the newest migration: all of the missing ones, or none.
 *
 * Migrators that start at once wait for each other. The lock belongs to the connection, which is closed at
 * the end, so no failure can leave it behind.
 *
 * @throws {Error} If a migration fails, or if the folder holds none.
 */
export async function migrate(pool: pg.Pool, migrationsFolder: string = MIGRATIONS_FOLDER): Promise<void> {
  const client = await pool.connect();
  try {
    // Neither waiting for another migrator nor rebuilding a large table is held to a request's time.
    await client.query('set statement_timeout = 0');
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await runMigrations(drizzle({ client }), { migrationsFolder });
  } finally {
    client.release(true);
  }
}

async function migrateFromEnvironment(): Promise<void> {
  const connectionString = process.env.DATABASE_URL;
  if (!connectionString) throw new Error('Set DATABASE_URL to the database to migrate');
  const { pool, close } = openDatabase(connectionString);
  try {
    await migrate(pool);
  } finally {
    await close();
  }
}

const startedFile = process.argv[1];
if (startedFile !== undefined && pathToFileURL(realpathSync(startedFile)).href === import.meta.url) {
  await migrateFromEnvironment();
}

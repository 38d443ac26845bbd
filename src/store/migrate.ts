import { realpathSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as runMigrations } from 'drizzle-orm/node-postgres/migrator';
import type pg from 'pg';
import { openDatabase } from './database.ts';
import { DatabaseUnusable } from './database-unusable.ts';
import { ensureRoles } from './ensure-roles.ts';
import { grantPrivileges } from './grant-privileges.ts';
import { handOverTables } from './hand-over-tables.ts';
import { isUpToDate } from './migration-journal.ts';
import { OWNER_ROLE } from './roles.ts';
import { leaveToTheQuery } from './transaction.ts';

/** The migrations of this checkout, written by `npm run db:diff`. */
export const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../migrations', import.meta.url));

/** Any number will do, as long as every migrator of ours uses the same one and nothing else does. */
const LOCK = 7_723_001;

/**
 * Brings a database up to the newest migration, with the roles and privileges that go with it: all of the missing
 * migrations, or none.
 *
 * Migrators that start at once wait for each other. The lock belongs to the connection, which is closed at
 * the end, so no failure can leave it behind. A login that may not change tables only finds out whether all is
 * in order.
 *
 * @throws {DatabaseUnusable} If the database has had a migration that this checkout does not know, or if the
 *   login lacks a right that is needed.
 * @throws {Error} If a migration fails, or if the folder holds none.
 */
export async function migrate(pool: pg.Pool, migrationsFolder: string = MIGRATIONS_FOLDER): Promise<void> {
  const client = await pool.connect();
  client.on('error', leaveToTheQuery);
  try {
    // Neither waiting for another migrator nor rebuilding a large table is held to a request's time.
    await client.query('set statement_timeout = 0');
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    const upToDate = await isUpToDate(client, migrationsFolder);
    if (!(await ensureRoles(client))) {
      if (upToDate) return;
      throw mayNotMigrate();
    }
    await asOne(client, () => handOverTables(client));
    await client.query(`set role ${OWNER_ROLE}`);
    if (!upToDate) await runMigrations(drizzle({ client }), { migrationsFolder });
    await asOne(client, () => grantPrivileges(client));
  } finally {
    client.off('error', leaveToTheQuery);
    client.release(true);
  }
}

/** Without a commit the connection's end undoes it. */
async function asOne(client: pg.ClientBase, work: () => Promise<void>): Promise<void> {
  await client.query('begin');
  await work();
  await client.query('commit');
}

function mayNotMigrate(): DatabaseUnusable {
  return new DatabaseUnusable({
    en: `The database is not up to date, and this login may not change it. Run npm run db:migrate with a login that belongs to ${OWNER_ROLE}; then start again.`,
    cy: `Nid yw'r gronfa ddata'n gyfredol, ac ni chaiff y cyfrif hwn ei newid. Rhedwch npm run db:migrate â chyfrif sy'n perthyn i ${OWNER_ROLE}; yna dechreuwch eto.`,
  });
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

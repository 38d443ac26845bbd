import type pg from 'pg';
import { DatabaseUnusable } from './database-unusable.ts';
import { OWNER_ROLE, PRIVILEGES } from './roles.ts';

/**
 * Lets the owner's role make tables in this database, and gives it those that the login made before there were
 * roles. Where that has been done, nothing is written.
 *
 * @throws {DatabaseUnusable} If the login may not do so.
 */
export async function handOverTables(client: pg.ClientBase): Promise<void> {
  await letOwnerCreate(client);
  const { rows } = await client.query<{ statement: string }>(
    `select format('alter schema %I owner to ${OWNER_ROLE}', nspname) as statement
     from pg_namespace where nspname = 'drizzle' and nspowner <> '${OWNER_ROLE}'::regrole
     union all
     select format('alter table %I.%I owner to ${OWNER_ROLE}', nspname, relname)
     from pg_class join pg_namespace on pg_namespace.oid = relnamespace
     where relkind in ('r', 'p') and relowner <> '${OWNER_ROLE}'::regrole
       and (nspname = 'drizzle' or (nspname = 'public' and relname = any ($1)))`,
    [Object.keys(PRIVILEGES)],
  );
  for (const { statement } of rows) await client.query(statement);
}

async function letOwnerCreate(client: pg.ClientBase): Promise<void> {
  const mayCreate = async () => {
    const { rows } = await client.query<{ database: string; may: boolean }>(
      `select quote_ident(current_database()) as database,
         has_database_privilege('${OWNER_ROLE}', current_database(), 'create')
         and has_schema_privilege('${OWNER_ROLE}', 'public', 'create')
         and has_schema_privilege('${OWNER_ROLE}', 'public', 'usage') as may`,
    );
    return rows[0] ?? { database: '', may: false };
  };
  const { database, may } = await mayCreate();
  if (may) return;
  // PostgreSQL only warns of what the login has no right to pass on, or refuses: what came of it is read below.
  await client.query('savepoint passing_on');
  try {
    await client.query(`grant create on database ${database} to ${OWNER_ROLE}`);
    await client.query(`grant usage, create on schema public to ${OWNER_ROLE}`);
  } catch (error) {
    await client.query('rollback to savepoint passing_on');
    throw mayNotCreate(database, error);
  }
  if (!(await mayCreate()).may) throw mayNotCreate(database);
}

function mayNotCreate(database: string, cause?: unknown): DatabaseUnusable {
  return new DatabaseUnusable(
    {
      en: `The role ${OWNER_ROLE} may not make tables in the database ${database}, and this login may not allow it. An administrator does so with the SQL in docs/operations.md; then start again.`,
      cy: `Ni chaiff y rôl ${OWNER_ROLE} wneud tablau yn y gronfa ddata ${database}, ac ni chaiff y cyfrif hwn ganiatáu hynny. Mae gweinyddwr yn gwneud hynny â'r SQL yn docs/operations.md; yna dechreuwch eto.`,
    },
    { cause },
  );
}

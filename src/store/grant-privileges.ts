import type pg from 'pg';
import { listPrivileges, PROCESS_ROLES, type Privilege } from './roles.ts';

/** Name of a table in which drizzle keeps which migrations have been applied. */
const MIGRATIONS_TABLE = 'drizzle.__drizzle_migrations';

/**
 * Gives the roles of processes what `PRIVILEGES` says and takes away what it does not say, table by table.
 * Where all is as it should be, nothing is written.
 *
 * To be called inside a transaction, by the owner of the tables.
 */
export async function grantPrivileges(client: pg.ClientBase): Promise<void> {
  const tables = await existingTables(client);
  const wanted = listPrivileges().filter(({ table }) => tables.has(table));
  const isMissingFrom = (others: readonly Privilege[]) => {
    const names = new Set(others.map(nameOf));
    return (privilege: Privilege) => !names.has(nameOf(privilege));
  };
  const given = async () => (await givenPrivileges(client)).filter(({ table }) => tables.has(table));
  const tooMany = (await given()).filter(isMissingFrom(wanted));
  for (const each of tooMany) await client.query(statement('revoke', each));
  // Taking a privilege on a table away takes the ones on its columns along.
  const tooFew = wanted.filter(isMissingFrom(await given()));
  for (const each of tooFew) await client.query(statement('grant', each));

  // Every process asks whether the database is of its own version.
  for (const role of PROCESS_ROLES) {
    const { rows } = await client.query<{ done: boolean }>(
      `select has_schema_privilege($1, 'drizzle', 'usage') and has_table_privilege($1, '${MIGRATIONS_TABLE}', 'select') as done`,
      [role],
    );
    if (rows[0]?.done) continue;
    await client.query(`grant usage on schema drizzle to ${role}`);
    await client.query(`grant select on ${MIGRATIONS_TABLE} to ${role}`);
  }
}

async function existingTables(client: pg.ClientBase): Promise<Set<string>> {
  const { rows } = await client.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'S')",
  );
  return new Set(rows.map(({ name }) => name));
}

/** What the roles of processes may do as the catalogue has it. */
async function givenPrivileges(client: pg.ClientBase): Promise<Privilege[]> {
  const { rows } = await client.query<Privilege>(
    `select relname as "table", rolname as role, lower(privilege_type) as privilege, attname as "column"
     from (
       select oid, relname, relacl as acl, null::name as attname from pg_class
       where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'S')
       union all
       select c.oid, relname, attacl, a.attname from pg_class c join pg_attribute a on attrelid = c.oid
       where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and attacl is not null
     ) as objects, aclexplode(acl) as each join pg_roles on pg_roles.oid = each.grantee
     where rolname = any ($1)`,
    [PROCESS_ROLES],
  );
  return rows;
}

function nameOf({ table, role, privilege, column }: Privilege): string {
  return `${role} ${privilege} ${table} ${column ?? '*'}`;
}

function statement(verb: 'grant' | 'revoke', { table, role, privilege, column }: Privilege): string {
  const columns = column === null ? '' : ` ("${column}")`;
  return `${verb} ${privilege}${columns} on ${privilege === 'usage' ? 'sequence ' : ''}"${table}" ${verb === 'grant' ? 'to' : 'from'} "${role}"`;
}

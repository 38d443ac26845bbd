import type pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { DATABASE_ROLES, type DatabaseRole, listPrivileges, PROCESS_ROLES } from '../../src/store/roles.ts';
import { createMigratedDatabase, createTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let opened: OpenDatabase[] = [];

beforeAll(async () => {
  database = await createMigratedDatabase();
});

afterEach(async () => {
  await Promise.all(opened.map((each) => each.close()));
  opened = [];
});

afterAll(async () => {
  await database?.drop();
});

function open(role?: DatabaseRole, connectionString = database.connectionString): pg.Pool {
  const each = openDatabase(connectionString, { poolSize: 2, ...(role && { role }) });
  opened.push(each);
  return each.pool;
}

/** Everything that anyone but the owner may do with a table, a column or a sequence, as the catalogue has it. */
async function catalogue(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(`
    with acls as (
      select relname, relowner, null::name as column, relacl as acl from pg_class
      where relnamespace = 'public'::regnamespace
      union all
      select relname, relowner, attname, attacl from pg_class join pg_attribute on attrelid = pg_class.oid
      where relnamespace = 'public'::regnamespace
    )
    select concat_ws(' ', coalesce(r.rolname, 'public'), lower(a.privilege_type), relname, "column") as name
    from acls, aclexplode(acl) as a left join pg_roles r on r.oid = a.grantee
    where a.grantee <> relowner`);
  return rows.map(({ name }) => name).sort();
}

const PROMISED = listPrivileges()
  .map(({ role, privilege, table, column }) =>
    [role, privilege, table, column].filter((part) => part !== null).join(' '),
  )
  .sort();

it('gives every table exactly the privileges that the code names, and nobody else any', async () => {
  expect(await catalogue(open())).toEqual(PROMISED);
});

it('lets the owner own every table, and no role log in', async () => {
  const owners = await open().query(
    "select distinct relowner::regrole::text as owner from pg_class where relnamespace in ('public'::regnamespace, 'drizzle'::regnamespace)",
  );
  expect(owners.rows).toEqual([{ owner: 'spcd_migrate' }]);
  const { rows } = await open().query(
    'select rolname from pg_roles where rolname = any ($1) and not rolcanlogin and not rolsuper and not rolcreaterole and not rolcreatedb and not rolbypassrls',
    [DATABASE_ROLES],
  );
  expect(rows.map(({ rolname }) => rolname).sort()).toEqual([...DATABASE_ROLES].sort());
});

it('puts privileges back that somebody gave or took away', async () => {
  const pool = open();
  await pool.query('grant all on submissions to spcd_read');
  await pool.query('grant update (secret_sha256) on api_keys to spcd_submit');
  await pool.query('revoke select on services from spcd_submit');
  await migrate(pool);
  expect(await catalogue(pool)).toEqual(PROMISED);
});

it.each(DATABASE_ROLES)('lets connections take on %s, which a reset leaves them', async (role) => {
  const pool = open(role);
  await pool.query('reset role');
  expect((await pool.query('select current_user as role')).rows).toEqual([{ role }]);
});

it('keeps what an address asks of its connections beside the role', async () => {
  const address = `${database.connectionString}?options=${encodeURIComponent('-c work_mem=5MB')}`;
  const { rows } = await open('spcd_read', address).query(
    "select current_user as role, current_setting('work_mem') as memory",
  );
  expect(rows).toEqual([{ role: 'spcd_read', memory: '5MB' }]);
});

const FORBIDDEN: readonly [DatabaseRole, string][] = [
  ['spcd_submit', 'insert into api_keys select * from api_keys'],
  ['spcd_submit', 'update api_keys set organisation = organisation'],
  ['spcd_submit', 'select * from audit_log'],
  ['spcd_submit', 'create table mine (a int)'],
  ['spcd_release', 'select * from api_keys'],
  ['spcd_release', 'delete from standing_tables'],
  ['spcd_release', 'select * from submission_bodies'],
  ['spcd_manage', 'select * from rows_profiles'],
  ['spcd_manage', 'select report from submissions'],
  ['spcd_read', 'select secret_sha256 from api_keys'],
  ['spcd_read', 'select * from rows_profiles'],
  ['spcd_read', 'select response from idempotency_keys'],
  ['spcd_read', 'update services set programme = null'],
];

it.each(FORBIDDEN)('refuses %s to %s', async (role, statement) => {
  await expect(open(role).query(statement)).rejects.toMatchObject({ code: '42501' });
});

it.each([...PROCESS_ROLES, 'spcd_migrate' as const])(
  'lets %s neither change nor delete what was written down',
  async (role) => {
    for (const table of ['audit_log', 'register_history']) {
      for (const statement of [
        `update ${table} set actor = 'nobody'`,
        `delete from ${table}`,
        `truncate ${table}`,
      ]) {
        await expect(open(role).query(statement), statement).rejects.toMatchObject({ code: '42501' });
      }
    }
  },
);

it('refuses the same to a superuser, until the trigger is taken off on purpose', async () => {
  const client = await open().connect();
  try {
    await expect(client.query('delete from audit_log')).rejects.toThrow(
      'Rows of audit_log are only ever added',
    );
    await client.query('begin');
    await client.query('alter table audit_log disable trigger audit_log_is_only_added_to');
    expect(await client.query('delete from audit_log')).toMatchObject({ command: 'DELETE' });
    await client.query('rollback');
  } finally {
    client.release();
  }
});

it('gives roles to a database that was made before there were any, with all that is in it', async () => {
  const older = await createTestDatabase();
  try {
    const pool = open(undefined, older.connectionString);
    await migrate(pool);
    const login = (await pool.query('select current_user as login')).rows[0].login;
    for (const role of PROCESS_ROLES) await pool.query(`drop owned by ${role}`);
    await pool.query(`reassign owned by spcd_migrate to ${login}`);
    await pool.query(`revoke create on schema public from spcd_migrate`);
    await pool.query(
      "insert into audit_log (at, actor_kind, actor, action, subject) values (now(), 'service', 'test', 'key_created', 'x')",
    );
    await migrate(pool);
    expect(await catalogue(pool)).toEqual(PROMISED);
    const kept = await open('spcd_read', older.connectionString).query('select subject from audit_log');
    expect(kept.rows).toEqual([{ subject: 'x' }]);
  } finally {
    await Promise.all(opened.splice(0).map((each) => each.close()));
    await older.drop();
  }
});

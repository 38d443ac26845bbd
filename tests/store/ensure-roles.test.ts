import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../src/store/database.ts';
import { DatabaseUnusable } from '../../src/store/database-unusable.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/store/embedded-postgres.ts';
import { folderElsewhere } from '../../src/store/embedded-relocation.ts';
import { migrate } from '../../src/store/migrate.ts';
import { DATABASE_ROLES, type DatabaseRole } from '../../src/store/roles.ts';

const OPERATIONS = fileURLToPath(new URL('../../docs/operations.md', import.meta.url));

let folder: string;
/** A server of this file's own: roles belong to all databases of a server, and here they are missing at first. */
let server: EmbeddedPostgres;
const opened: OpenDatabase[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spcd-roles-'));
  server = await startEmbeddedPostgres({ dataDir: folder });
});

afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()));
});

afterAll(async () => {
  await server?.stop();
  for (const each of [folder, folderElsewhere(folder)]) await rm(each, { recursive: true, force: true });
});

function connect(database: string, login?: string, role?: DatabaseRole): OpenDatabase {
  const address = new URL(server.connectionString(database));
  if (login !== undefined) {
    address.username = login;
    address.password = 'secret';
  }
  const each = openDatabase(address.href, { poolSize: 2, ...(role && { role }) });
  opened.push(each);
  return each;
}

/** A database whose owner is a login of the same name that may make no roles. */
async function makeOwned(name: string, mayMakeRoles = ''): Promise<void> {
  const { pool } = connect('postgres');
  await pool.query(`create role ${name} login password 'secret' ${mayMakeRoles}`);
  await pool.query(`create database ${name} owner ${name}`);
}

async function sqlBlocks(login: string): Promise<string[]> {
  const page = await readFile(OPERATIONS, 'utf8');
  const blocks = [...page.matchAll(/```sql\n([\s\S]*?)```/g)].map(([, sql]) => String(sql));
  return blocks.map((sql) =>
    sql.replaceAll(/\bspcd;/g, `${login};`).replaceAll('database spcd ', `database ${login} `),
  );
}

it('says in both languages what is missing when a login may not make roles, and changes nothing', async () => {
  await makeOwned('plain');
  const refused = await migrate(connect('plain', 'plain').pool).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(DatabaseUnusable);
  expect((refused as DatabaseUnusable).text.en).toMatch(/spcd_migrate, .+plain may not make them/);
  expect((refused as DatabaseUnusable).text.cy).toMatch(/spcd_migrate, .+ni chaiff plain eu gwneud/);
  const { rows } = await connect('plain').pool.query("select to_regclass('api_keys') as there");
  expect(rows).toEqual([{ there: null }]);
});

it('makes the roles for migrators of several databases at once, when their login may', async () => {
  const names = ['maker_1', 'maker_2', 'maker_3', 'maker_4'];
  for (const name of names) await makeOwned(name);
  await connect('postgres').pool.query("create role maker login password 'secret' createrole");
  await connect('postgres').pool.query(`grant ${names.join(', ')} to maker`);
  await Promise.all(names.map((name) => migrate(connect(name, 'maker').pool)));
  for (const name of names) {
    const { rows } = await connect(name, 'maker', 'spcd_submit').pool.query('select current_user as role');
    expect(rows).toEqual([{ role: 'spcd_submit' }]);
  }
});

it('goes on with what an administrator made with the SQL of docs/operations.md', async () => {
  const [roles = ''] = await sqlBlocks('plain');
  // Another test has made the roles of this server; here they are as the administrator makes them.
  for (const name of ['maker_1', 'maker_2', 'maker_3', 'maker_4']) {
    await connect('postgres').pool.query(`drop database if exists ${name} with (force)`);
  }
  await connect('postgres').pool.query(`drop role if exists ${DATABASE_ROLES.join(', ')}`);
  await connect('plain').pool.query(roles);
  await migrate(connect('plain', 'plain').pool);
  for (const role of DATABASE_ROLES) {
    const { rows } = await connect('plain', 'plain', role).pool.query('select current_user as role');
    expect(rows).toEqual([{ role }]);
  }
});

it('lets a login of one role use a database that is up to date, and take on no other role', async () => {
  const [, logins = ''] = await sqlBlocks('plain');
  await connect('postgres').pool.query(logins.replaceAll(/password '[^']+'/g, "password 'secret'"));
  await migrate(connect('plain', 'spcd_web').pool);
  const own = await connect('plain', 'spcd_web', 'spcd_submit').pool.query(
    'select count(*)::int as keys from api_keys',
  );
  expect(own.rows).toEqual([{ keys: 0 }]);
  await expect(connect('plain', 'spcd_web', 'spcd_manage').pool.query('select 1')).rejects.toMatchObject({
    code: '42501',
  });
});

it('refuses a login of one role on a database that is not up to date', async () => {
  await connect('plain').pool.query(
    'delete from drizzle.__drizzle_migrations where created_at = (select max(created_at) from drizzle.__drizzle_migrations)',
  );
  const refused = await migrate(connect('plain', 'spcd_web').pool).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(DatabaseUnusable);
  expect((refused as DatabaseUnusable).text.en).toContain('not up to date');
});

import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { DatabaseUnusable } from './database-unusable.ts';
import { DATABASE_ROLES, OWNER_ROLE } from './roles.ts';

/** Migrators of other databases of the cluster, which our lock does not hold back. */
const ATTEMPTS = 50;
const PAUSE_MS = 20;

/** Another session made the same role, or the same membership, at the same moment. */
const RACES = new Set(['42710', '23505']);

interface RoleState {
  readonly login: string;
  readonly mayCreate: boolean;
  readonly missing: readonly string[];
  /** Roles that the login cannot take on. */
  readonly closed: readonly string[];
}

/**
 * Makes the group roles that are missing from the cluster, and lets this login take them on.
 *
 * Roles belong to the whole cluster: migrators of several databases may do this at once.
 *
 * @returns Whether the login may act as the owner of the tables. One that may not can still use a database
 *   that another has brought up to date.
 * @throws {DatabaseUnusable} If roles are missing that this login may not make.
 */
export async function ensureRoles(client: pg.ClientBase): Promise<boolean> {
  for (let attempt = 1; ; attempt++) {
    const state = await readState(client);
    if (state.missing.length > 0 && !state.mayCreate) throw rolesMissing(state);
    try {
      for (const role of state.missing) await client.query(`create role "${role}" nologin`);
      const { closed } = state.missing.length > 0 ? await readState(client) : state;
      for (const role of state.mayCreate ? closed : []) {
        await client.query(`grant "${role}" to current_user`);
      }
      return !(await readState(client)).closed.includes(OWNER_ROLE);
    } catch (error) {
      if (isRefusal(error) && state.missing.length === 0) return !state.closed.includes(OWNER_ROLE);
      if (!isRace(error) || attempt === ATTEMPTS) throw error;
      await sleep(PAUSE_MS * Math.random());
    }
  }
}

async function readState(client: pg.ClientBase): Promise<RoleState> {
  // From PostgreSQL 16 on, belonging to a role and being allowed to take it on are two things.
  const { rows } = await client.query<{ login: string; may_create: boolean; role: string; state: string }>(
    `select current_user as login, me.rolsuper or me.rolcreaterole as may_create, role,
       case
         when r.oid is null then 'missing'
         when pg_has_role(current_user, r.oid, case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end) then 'open'
         else 'closed'
       end as state
     from pg_roles as me, unnest($1::text[]) as role left join pg_roles as r on r.rolname = role
     where me.rolname = current_user
     order by array_position($1::text[], role)`,
    [DATABASE_ROLES],
  );
  const [first] = rows;
  if (first === undefined) throw new Error('PostgreSQL does not know the role that it let in');
  const inState = (state: string) => rows.filter((row) => row.state === state).map(({ role }) => role);
  return {
    login: first.login,
    mayCreate: first.may_create,
    missing: inState('missing'),
    closed: inState('closed'),
  };
}

function isRace(error: unknown): boolean {
  if (!(error instanceof pg.DatabaseError)) return false;
  return RACES.has(error.code ?? '') || error.message.includes('tuple concurrently updated');
}

function isRefusal(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '42501';
}

function rolesMissing({ login, missing }: RoleState): DatabaseUnusable {
  const list = missing.join(', ');
  return new DatabaseUnusable({
    en: `The roles ${list} are missing from this PostgreSQL, and ${login} may not make them. An administrator makes them with the SQL in docs/operations.md; then start again.`,
    cy: `Mae'r rolau ${list} ar goll o'r PostgreSQL hwn, ac ni chaiff ${login} eu gwneud. Mae gweinyddwr yn eu gwneud â'r SQL yn docs/operations.md; yna dechreuwch eto.`,
  });
}

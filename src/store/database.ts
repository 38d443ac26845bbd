import { drizzle, type NodePgQueryResultHKT } from 'drizzle-orm/node-postgres';
import type { PgDatabase } from 'drizzle-orm/pg-core';
import pg from 'pg';
import { nameStatements } from './name-statements.ts';
import type { DatabaseRole } from './roles.ts';

/** A PostgreSQL connection pool or an open transaction: repositories accept either. */
export type Database = PgDatabase<NodePgQueryResultHKT>;

export interface OpenDatabase {
  readonly db: Database;
  /** For what goes past drizzle: COPY needs a connection of its own. */
  readonly pool: pg.Pool;
  /** Waits for the connections in use to be given back, then closes all. */
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** How many connections at most. */
  readonly poolSize?: number;
  /** The longest that one statement may take, in milliseconds; 0 for no limit. */
  readonly statementTimeoutMs?: number;
  /** What the connections may do; as the login itself where it is left out. */
  readonly role?: DatabaseRole;
  /** Told when a connection is lost while nobody uses it. */
  readonly log?: (message: string) => void;
}

/**
 * Opens a pool of connections. The first connection is made when the first question is asked, so an address
 * that does not answer shows then: within ten seconds, as an error of that question.
 */
export function openDatabase(connectionString: string, options: DatabaseOptions = {}): OpenDatabase {
  const pool = new pg.Pool({
    connectionString: options.role ? takingOn(connectionString, options.role) : connectionString,
    application_name: 'spcd',
    max: options.poolSize ?? 10,
    connectionTimeoutMillis: 10_000,
    statement_timeout: options.statementTimeoutMs ?? 60_000,
    keepAlive: true,
  });
  pool.on('connect', nameStatements);
  // Without a listener this would end the process. The pool has already dropped the connection, and if the
  // trouble lasts, the next question meets it.
  pool.on('error', (error) => options.log?.(`Lost an idle connection to PostgreSQL: ${error.message}`));
  return { db: drizzle({ client: pool }), pool, close: () => pool.end() };
}

/**
 * The address with a role that its connections take on as they are made. PostgreSQL refuses the connection where it
 * refuses the role, so no question is ever asked with more rights, and `reset role` comes back to it.
 */
function takingOn(connectionString: string, role: DatabaseRole): string {
  const [, query] = connectionString.split('?');
  const given = new URLSearchParams(query).get('options');
  const options = encodeURIComponent([given, `-c role=${role}`].filter(Boolean).join(' '));
  // Of a parameter given twice, `pg` takes the last.
  return `${connectionString}${query === undefined ? '?' : '&'}options=${options}`;
}

import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';

/** A database that one test file has to itself. */
export interface TestDatabase {
  readonly connectionString: string;
  /** Removes it, even while connections to it are open. */
  drop(): Promise<void>;
}

/** Makes an empty database on the server of this run, or on another. */
export async function createTestDatabase(server: string = inject('databaseServer')): Promise<TestDatabase> {
  const name = `spcd_test_${randomBytes(8).toString('hex')}`;
  await askServer(server, `create database ${name}`);
  const address = new URL(server);
  address.pathname = `/${name}`;
  return {
    connectionString: address.href,
    drop: () => askServer(server, `drop database if exists ${name} with (force)`),
  };
}

/** Makes a database with the tables of this checkout. */
export async function createMigratedDatabase(server?: string): Promise<TestDatabase> {
  const database = await createTestDatabase(server);
  const { pool, close } = openDatabase(database.connectionString);
  try {
    await migrate(pool);
  } finally {
    await close();
  }
  return database;
}

async function askServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

import { randomUUID } from 'node:crypto';
import Fastify from 'fastify';
import pg from 'pg';
import { TABLE_NAMES } from '../src/standard/generated/tables.ts';
import type { Return } from '../src/standard/generated/types.ts';
import type { RowValues } from '../src/standard/row.ts';
import { TABLES_OF_EVERY_VERSION } from '../src/standard/versions/every-version.ts';
import { copyRowsIn } from '../src/store/copy-rows.ts';
import { lineOf } from '../src/store/copy-text.ts';

/**
 * The least that could take a return in: parses the body, and copies its rows into their tables in one transaction.
 * Nothing is checked, and nothing else is written.
 *
 *     node --import tsx bench/bare-route.ts ADDRESS
 *
 * Prints the port on which it listens.
 */
const pool = new pg.Pool({ connectionString: process.argv[2], max: 10 });
const app = Fastify({ bodyLimit: 32 * 1024 * 1024 });
app.post('/', async (request) => {
  const { tables } = request.body as Return;
  const id = randomUUID();
  const client = await pool.connect();
  try {
    await client.query('begin');
    for (const table of TABLE_NAMES) {
      const rows = tables[table];
      if (rows === undefined) continue;
      const names = TABLES_OF_EVERY_VERSION[table].fields.map(({ name }) => name);
      const text = (rows as readonly object[]).map((row) => {
        const values = row as Readonly<Record<string, RowValues[number]>>;
        return lineOf([id, ...names.map((name) => values[name] ?? null)]);
      });
      await copyRowsIn(client, table, [text.join('')]);
    }
    await client.query('commit');
  } finally {
    client.release();
  }
  return { id };
});
process.stdout.write(`${new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port}\n`);

import { readFileSync } from 'node:fs';
import Fastify from 'fastify';
import pg from 'pg';
import type { Grouping } from './raw-rows.ts';

/**
 * What services of this field often are: a Fastify route that groups the raw rows in PostgreSQL for every question, and
 * protects nothing.
 *
 *     node --import tsx bench/raw-rows-route.ts STATEMENTS ADDRESS
 *
 * STATEMENTS is a JSON file with the statement of each path that is asked. Prints the address at which it listens.
 */
const [file = '', connectionString = ''] = process.argv.slice(2);
const statements = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, Grouping>>;
const pool = new pg.Pool({ connectionString, max: 8 });
const app = Fastify();
app.get('/*', async (request, reply) => {
  const grouping = statements[request.url];
  if (grouping === undefined) return reply.code(404).send();
  const { rows } = await pool.query(grouping.text, [...grouping.values]);
  return { rows };
});
process.stdout.write(`${await app.listen({ port: 0, host: '127.0.0.1' })}\n`);

// The least that could answer a question from the files of a release: Fastify, DuckDB, and the statements of that question.
//
//     node bench/bare-duckdb-route.cjs STATEMENTS
//
// STATEMENTS is a JSON file with a list of them. Prints the address at which it listens.
process.env.UV_THREADPOOL_SIZE ??= '16';
const { readFileSync } = require('node:fs');
const fastify = require('fastify');

const statements = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const app = fastify();
let instance;
app.get('/*', async () => {
  const { DuckDBInstance } = require('@duckdb/node-api');
  instance ??= await DuckDBInstance.create(':memory:', { memory_limit: '512MB', threads: '2' });
  const connection = await instance.connect();
  const rows = [];
  for (const sql of statements) rows.push(...(await connection.runAndReadAll(sql)).getRows());
  connection.closeSync();
  return { rows };
});
app.listen({ port: 0, host: '127.0.0.1' }).then((address) => process.stdout.write(`${address}\n`));

import { readFileSync } from 'node:fs';
import Fastify from 'fastify';

/**
 * The least that could answer what is known already: a Fastify route with the bytes of an answer and its tag in memory.
 *
 *     node --import tsx bench/same-bytes-route.ts FILE TYPE ETAG
 *
 * Prints the port on which it listens.
 */
const [file = '', type = '', etag = ''] = process.argv.slice(2);
const bytes = readFileSync(file);
const app = Fastify();
app.get('/*', (request, reply) => {
  reply.header('etag', etag);
  return request.headers['if-none-match'] === etag ? reply.code(304).send() : reply.type(type).send(bytes);
});
process.stdout.write(`${new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port}\n`);

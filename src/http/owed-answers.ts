import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** A request that came over a connection, and what it is answered with. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

const EXCHANGES = new WeakMap<Socket, Exchange[]>();

/**
 * Keeps which requests of each connection are not answered yet, and the last of them. Those that the front door answers
 * at once are not among them, as it lets nobody in to be noted.
 */
export function noteExchanges(app: FastifyInstance): void {
  app.server.prependListener('request', (request, response) => {
    const { socket } = request;
    const before = (EXCHANGES.get(socket) ?? []).filter((exchange) => !exchange.response.writableFinished);
    EXCHANGES.set(socket, [...before, { request, response }]);
  });
}

/** The requests that came over a connection and are not answered yet, and the last one also where it is answered. */
export function exchangesOf(socket: Socket): readonly Exchange[] {
  return EXCHANGES.get(socket) ?? [];
}

import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { isMatch } from './conditional-requests.ts';
import { logAnswer } from './log.ts';
import type { FindGiven } from './public/given-answers.ts';
import type { RateLimit } from './rate-limit.ts';
import { givenTwiceIn } from './refuse-headers.ts';
import { requestIdOf } from './request-id.ts';
import type { Quota } from './request-quota.ts';

interface FrontDoor {
  readonly find: FindGiven;
  /** Undefined where any number of requests may be sent. */
  readonly limit: RateLimit | undefined;
  readonly log: FastifyBaseLogger;
}

/**
 * Answers a request that was answered before at the door, without the framework behind it: with the same headers and
 * bytes, an id and a line in the log of its own, and counted as it would be inside.
 *
 * Whatever else comes, and whoever has to be refused, goes in.
 */
export function openFrontDoor(app: FastifyInstance, door: FrontDoor): void {
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
  });
  const listeners = app.server.listeners('request') as RequestListener[];
  app.server.removeAllListeners('request').on('request', (request, response) => {
    if (!isClosing && answerAtDoor(door, request, response)) return;
    for (const goIn of listeners) goIn(request, response);
  });
}

/** @returns Whether the request is answered. */
function answerAtDoor(
  { find, limit, log }: FrontDoor,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const begun = performance.now();
  const { method = '', headers } = request;
  if (!isPlain(request)) return false;
  const found = find(request);
  if (found === undefined) return false;
  const isHeld = isMatch(headers['if-none-match'], found.etag);
  const sent = isHeld ? undefined : found.kept;
  if (!isHeld && sent === undefined) return false;
  const quota = limit && count(limit, request, isHeld);
  if (quota?.isExceeded) return false;
  const reqId = requestIdOf(request);
  const status = isHeld ? 304 : 200;
  const told = limit && quota ? limit.headersOf(quota) : [];
  const all = found.headers.concat(sent?.headers ?? [], 'x-request-id', reqId, told);
  response.writeHead(status, all).end(method === 'HEAD' ? undefined : sent?.body);
  logAnswer(log, { reqId, method, route: found.route, status, ms: performance.now() - begun });
  return true;
}

/** Whether nothing of a request has to be refused or read on, whatever it asks for. */
function isPlain({ method, headers, rawHeaders }: IncomingMessage): boolean {
  if ((method !== 'GET' && method !== 'HEAD') || headers.host === undefined) return false;
  if (headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined) return false;
  return headers['content-encoding'] === undefined && givenTwiceIn(rawHeaders) === undefined;
}

/** A request above the limit is counted where it is refused, an answer that the caller has not at all. */
function count(limit: RateLimit, request: IncomingMessage, isHeld: boolean): Quota {
  const left = limit.look(request);
  return isHeld || left.isExceeded ? left : limit.take(request);
}

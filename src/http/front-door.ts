import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { isMatch } from './conditional-requests.ts';
import type { openAnswerLines } from './log.ts';
import type { FindGiven } from './public/given-answers.ts';
import type { RateLimit } from './rate-limit.ts';
import { requestIdOf } from './request-id.ts';

interface FrontDoor {
  readonly find: FindGiven;
  /** Undefined where any number of requests may be sent. */
  readonly limit: RateLimit | undefined;
  readonly tell: ReturnType<typeof openAnswerLines>;
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
  { find, limit, tell }: FrontDoor,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const begun = performance.now();
  const { method = '', headers } = request;
  if (!isPlain(request)) return false;
  const found = find(request);
  if (found === undefined) return false;
  const { given, kept } = found;
  const isHeld = isMatch(headers['if-none-match'], given.etag);
  const sent = isHeld ? undefined : kept;
  if (!isHeld && sent === undefined) return false;
  // An answer that the caller has is not counted; what is too many is counted again inside, where that is refused.
  const quota = isHeld ? limit?.look(request) : limit?.take(request);
  if (quota?.isExceeded) return false;
  const reqId = requestIdOf(request);
  const status = isHeld ? 304 : 200;
  const all = given.headers.concat(sent?.headers ?? []);
  all.push('x-request-id', reqId);
  if (limit && quota) {
    const [policyName, policy, leftName, left] = limit.headersOf(quota);
    all.push(policyName, policy, leftName, left);
  }
  response.writeHead(status, all).end(method === 'HEAD' ? undefined : sent?.body);
  tell({ reqId, method, route: given.route, status, ms: performance.now() - begun });
  return true;
}

/** Whether nothing of a request has to be refused or read on, whatever it asks for. */
function isPlain({ method, headers, rawHeaders }: IncomingMessage): boolean {
  if ((method !== 'GET' && method !== 'HEAD') || headers.host === undefined) return false;
  if (headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined) return false;
  if (headers['content-encoding'] !== undefined) return false;
  // Node joins or drops what is there twice: some of it has to be refused.
  return rawHeaders.length === 2 * Object.keys(headers).length;
}

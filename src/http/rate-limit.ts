import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ServiceError } from '../errors.ts';
import { callerAddress, networkOf, type Trust } from './caller-address.ts';
import { openRequestQuota, type Quota, WINDOW_SECONDS } from './request-quota.ts';
import './route-config.ts';

/** How often each caller may ask, and what it is told of that. */
export interface RateLimit {
  /** What is left for whoever sent a request. */
  look(request: FastifyRequest['raw']): Quota;
  /** Counts a request. */
  take(request: FastifyRequest['raw']): Quota;
  /** The headers of draft-ietf-httpapi-ratelimit-headers-10: names and values in turn. */
  headersOf(quota: Quota): [string, string, string, string];
}

/**
 * Opens the limit of requests that an address, or a /64 of IPv6 addresses, may send in each minute.
 *
 * @returns Undefined where any number may be sent.
 */
export function openRateLimit(requestsPerMinute: number, trusts: Trust): RateLimit | undefined {
  if (requestsPerMinute === 0) return undefined;
  const policy = `"default";q=${requestsPerMinute};w=${WINDOW_SECONDS}`;
  const quota = openRequestQuota(requestsPerMinute);
  return {
    look: (request) => quota.look(networkOf(callerAddress(request, trusts))),
    take: (request) => quota.take(networkOf(callerAddress(request, trusts))),
    headersOf: ({ remaining, seconds }) => [
      'ratelimit-policy',
      policy,
      'ratelimit',
      `"default";r=${remaining};t=${seconds}`,
    ],
  };
}

/**
 * Refuses requests above the limit, and says in the headers of every answer how many are left.
 *
 * Routes with `isUnlimited` are not counted, nor are answers that the caller had already (304).
 */
export function limitRates(app: FastifyInstance, limit: RateLimit): void {
  const tell = (reply: FastifyReply, quota: Quota) => {
    const [policyName, policy, leftName, left] = limit.headersOf(quota);
    reply.header(policyName, policy).header(leftName, left);
  };
  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.config.isUnlimited) return;
    const quota = isConditional(request) ? limit.look(request.raw) : limit.take(request.raw);
    tell(reply, quota);
    if (quota.isExceeded) throw tooManyRequests(quota.seconds);
  });
  app.addHook('onSend', async (request, reply, payload) => {
    if (request.routeOptions.config.isUnlimited || !isConditional(request)) return payload;
    if (reply.statusCode !== 304 && reply.statusCode !== 429) tell(reply, limit.take(request.raw));
    return payload;
  });
}

/** Whether the answer may turn out to be a 304: such a request is counted only once that is known. */
function isConditional({ headers }: FastifyRequest): boolean {
  return headers['if-none-match'] !== undefined;
}

function tooManyRequests(seconds: number): ServiceError {
  return new ServiceError(
    'TOO_MANY_REQUESTS',
    {
      en: `More requests came from this address than are answered in ${WINDOW_SECONDS} seconds. Ask again in ${seconds} seconds.`,
      cy: `Daeth mwy o geisiadau o'r cyfeiriad hwn nag a atebir mewn ${WINDOW_SECONDS} eiliad. Gofynnwch eto ymhen ${seconds} eiliad.`,
    },
    { seconds },
    { headers: { 'retry-after': String(seconds) } },
  );
}

import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ServiceError } from '../errors.ts';
import './route-config.ts';

/** Over which an address's requests are counted. */
export const WINDOW_SECONDS = 60;

/** How many addresses are remembered; the one that asked longest ago is forgotten first. */
const REMEMBERED = 10_000;

/** What is left for an address. */
interface Quota {
  readonly remaining: number;
  /** Until it is whole again. */
  readonly seconds: number;
  readonly isExceeded: boolean;
}

type Count = (request: FastifyRequest, options?: { increment: false }) => Promise<Quota>;

/**
 * Refuses requests of an address, or of a /64 of IPv6 addresses, above a number in each minute, and says in the
 * headers of draft-ietf-httpapi-ratelimit-headers-10 how many are left.
 *
 * Routes with `isUnlimited` are not counted, nor are answers that the caller had already (304). Counts are kept
 * in the memory of this process, which is bounded.
 */
export async function limitRates(app: FastifyInstance, requestsPerMinute: number): Promise<void> {
  if (requestsPerMinute === 0) return;
  const policy = `"default";q=${requestsPerMinute};w=${WINDOW_SECONDS}`;
  const count = await counter(app, requestsPerMinute);
  const tell = (reply: FastifyReply, { remaining, seconds }: Quota) =>
    reply.header('ratelimit-policy', policy).header('ratelimit', `"default";r=${remaining};t=${seconds}`);

  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.config.isUnlimited) return;
    const quota = await count(request, ...(isConditional(request) ? [{ increment: false } as const] : []));
    tell(reply, quota);
    if (quota.isExceeded) throw tooManyRequests(quota.seconds);
  });
  app.addHook('onSend', async (request, reply, payload) => {
    if (request.routeOptions.config.isUnlimited || !isConditional(request)) return payload;
    if (reply.statusCode !== 304 && reply.statusCode !== 429) tell(reply, await count(request));
    return payload;
  });
}

/** Whether the answer may turn out to be a 304: such a request is counted only once that is known. */
function isConditional({ headers }: FastifyRequest): boolean {
  return headers['if-none-match'] !== undefined;
}

async function counter(app: FastifyInstance, requestsPerMinute: number): Promise<Count> {
  const timeWindow = WINDOW_SECONDS * 1_000;
  await app.register(rateLimit, { global: false, max: requestsPerMinute, timeWindow, cache: REMEMBERED });
  const applied = app.createRateLimit();
  return async (request, options) => {
    const state = await applied(request, options ?? {});
    if (state.isAllowed) throw new Error('There is no list of addresses that are let through');
    const { remaining, isExceeded } = state;
    const seconds = state.ttlInSeconds || WINDOW_SECONDS;
    // Looking on, the last request that may be made is not taken yet.
    return { remaining, seconds, isExceeded: options === undefined ? isExceeded : remaining === 0 };
  };
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

import type { FastifyReply, FastifyRequest } from 'fastify';
import { ServiceError } from '../errors.ts';
import { allowPreflight, openToAllOrigins } from './cross-origin.ts';
import type { RouteMap } from './route-map.ts';

/**
 * Settles, before anything of its body is read, a request that no route takes: OPTIONS is answered, another
 * method of a known address is a 405 with `Allow`, and all the rest a 404.
 */
export function settleUnrouted(routes: RouteMap) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    if (!request.is404) return undefined;
    const path = request.url.split('?')[0] ?? '';
    const known = routes.find(path);
    if (known === undefined) {
      openToAllOrigins(reply);
      return refuseAddress();
    }
    const allowed = known.methods.join(', ');
    if (known.isOpen) allowPreflight(reply, allowed);
    if (request.method === 'OPTIONS') return reply.code(204).header('allow', allowed).send();
    throw new ServiceError(
      'METHOD_NOT_ALLOWED',
      { en: `This address takes ${allowed}.`, cy: `Mae'r cyfeiriad hwn yn derbyn ${allowed}.` },
      {},
      { headers: { allow: allowed } },
    );
  };
}

/** The 404 of every address that leads nowhere. */
export function refuseAddress(): never {
  throw new ServiceError('ROUTE_NOT_FOUND', {
    en: 'No part of this service has this address.',
    cy: "Nid oes gan unrhyw ran o'r gwasanaeth y cyfeiriad hwn.",
  });
}

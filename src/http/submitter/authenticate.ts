import type { FastifyRequest } from 'fastify';
import { ServiceError } from '../../errors.ts';
import { type ApiKeyHolder, authenticateApiKey } from '../../store/api-keys-repository.ts';
import type { AuditActor } from '../../store/audit-log.ts';
import type { Database } from '../../store/database.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whom the key of the request speaks for; null before it was looked at. */
    keyHolder: ApiKeyHolder | null;
  }
}

/**
 * Lets a request through when its key is valid and may do what the route does. An `onRequest` hook: nothing
 * of a body is read before.
 */
export function authenticate(db: Database) {
  return async (request: FastifyRequest): Promise<void> => {
    const presented = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (presented === undefined) throw unauthenticated('Bearer realm="spcd"');
    const holder = await authenticateApiKey(db, presented, new Date());
    if (holder === null) throw unauthenticated('Bearer realm="spcd", error="invalid_token"');
    const { scope } = request.routeOptions.config;
    if (scope !== undefined && !holder.scopes.includes(scope)) throw outOfScope(scope);
    request.keyHolder = holder;
  };
}

/** Whom the request's key speaks for. */
export function holderOf(request: FastifyRequest): ApiKeyHolder {
  if (request.keyHolder === null) throw new Error('This route was reached without looking at the key');
  return request.keyHolder;
}

/** Who changes something by this request, for the audit log. */
export function actorOf(request: FastifyRequest): AuditActor {
  return { kind: 'key', id: holderOf(request).key_id };
}

/** Says the same of a key that is missing, misshapen, unknown, expired or revoked. */
function unauthenticated(challenge: string): ServiceError {
  return new ServiceError(
    'UNAUTHENTICATED',
    {
      en: 'The request came without a valid key.',
      cy: 'Daeth y cais heb allwedd ddilys.',
    },
    {},
    { headers: { 'www-authenticate': challenge } },
  );
}

function outOfScope(scope: string): ServiceError {
  const challenge = `Bearer realm="spcd", error="insufficient_scope", scope="${scope}"`;
  return new ServiceError(
    'FORBIDDEN',
    { en: `The key lacks the scope ${scope}.`, cy: `Nid oes gan yr allwedd yr hawl ${scope}.` },
    { scope },
    { headers: { 'www-authenticate': challenge } },
  );
}

import type { FastifyRequest } from 'fastify';
import { ServiceError } from '../../errors.ts';
import { authenticateApiKey, keyIdOf } from '../../store/api-keys-repository.ts';
import type { AuditActor } from '../../store/audit-log.ts';
import type { Database } from '../../store/database.ts';
import type { Holder, Owner } from '../../store/holder.ts';
import { findClientHolder } from '../../store/oauth-clients-repository.ts';
import type { ApiKeyScope } from '../../store/stored-values.ts';
import { FailedAttempts } from './failed-attempts.ts';
import { type OauthSettings, tokenVerifier } from './verify-token.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whom the key or token of the request speaks for; null before it was looked at. */
    keyHolder: Holder | null;
  }
}

/**
 * Lets a request through when its key or token is valid and may do what the route does. An `onRequest` hook:
 * nothing of a body is read before. Nothing of what it finds is kept, so what is revoked is refused at once.
 *
 * Failures are counted, and too many of them are told to wait. Every key is looked at all the same: one that is valid
 * is never refused for what others have tried, and a secret of 256 random bits is not found by trying.
 *
 * @param oauth - Whose tokens are taken; null where only keys are.
 */
export function authenticate(db: Database, oauth: OauthSettings | null) {
  const attempts = new FailedAttempts();
  const findHolder = holderFinder(db, oauth);
  return async (request: FastifyRequest): Promise<void> => {
    const presented = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (presented === undefined) throw unauthenticated('Bearer realm="spcd"');
    const holder = await findHolder(presented, new Date());
    if (holder === null) {
      const attempt = { address: request.ip, keyId: keyIdOf(presented), now: Date.now() };
      const seconds = attempts.secondsToWait(attempt);
      if (seconds > 0) throw tooManyFailures(seconds);
      attempts.failed(attempt);
      throw unauthenticated('Bearer realm="spcd", error="invalid_token"');
    }
    const { scope } = request.routeOptions.config;
    const fitting = scope === undefined ? [] : [scope].flat();
    if (fitting.length > 0 && !fitting.some((each) => holder.scopes.includes(each)))
      throw outOfScope(fitting);
    request.keyHolder = holder;
  };
}

/** Whom the request's key or token speaks for. */
export function holderOf(request: FastifyRequest): Holder {
  if (request.keyHolder === null) throw new Error('This route was reached without looking at the key');
  return request.keyHolder;
}

/** Whose submissions the request may see and change. */
export function ownerOf(request: FastifyRequest): Owner {
  const { organisation, sandbox } = holderOf(request);
  return { organisation, sandbox };
}

/** Who changes something by this request, for the audit log. */
export function actorOf(request: FastifyRequest): AuditActor {
  const { kind, key_id } = holderOf(request);
  return { kind, id: key_id };
}

function holderFinder(db: Database, oauth: OauthSettings | null) {
  const verifier = oauth && tokenVerifier(oauth);
  return async (presented: string, now: Date): Promise<Holder | null> => {
    if (verifier === null || presented.startsWith('spcd_')) return authenticateApiKey(db, presented, now);
    const claims = await verifier.verify(presented);
    return claims && findClientHolder(db, { issuer: verifier.issuer, ...claims }, now);
  };
}

/** Says the same of a key or token that is missing, misshapen, unknown, expired or revoked. */
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

/** A challenge names scopes that are all needed (RFC 6750, 3), so of several that fit it names the first. */
function outOfScope(fitting: readonly ApiKeyScope[]): ServiceError {
  const [scope = ''] = fitting;
  const challenge = `Bearer realm="spcd", error="insufficient_scope", scope="${scope}"`;
  return new ServiceError(
    'FORBIDDEN',
    {
      en: `The key lacks the scope ${fitting.join(' or ')}.`,
      cy: `Nid oes gan yr allwedd yr hawl ${fitting.join(' neu ')}.`,
    },
    { scope },
    { headers: { 'www-authenticate': challenge } },
  );
}

function tooManyFailures(seconds: number): ServiceError {
  return new ServiceError(
    'TOO_MANY_REQUESTS',
    {
      en: 'Too many requests came with keys or tokens that are no good, and that of this one is none either.',
      cy: 'Daeth gormod o geisiadau ag allweddi neu docynnau annilys, ac un annilys sydd gan hwn hefyd.',
    },
    { seconds },
    { headers: { 'retry-after': String(seconds) } },
  );
}

import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import { ServiceError } from '../../errors.ts';

/** In milliseconds. */
export interface IssuerTimes {
  /** Between two questions to an issuer that answers, whatever keys tokens name. */
  readonly cooldownMs: number;
  /** Between two questions to an issuer that does not answer. */
  readonly retryMs: number;
  /** How long the issuer may take for an answer. */
  readonly patienceMs: number;
}

const TIMES: IssuerTimes = { cooldownMs: 30_000, retryMs: 5_000, patienceMs: 3_000 };

/** Keys are asked for again after this long, while the old ones still serve. */
const REFRESH_MS = 600_000;
/** An issuer that could not be reached for this long is no longer believed. */
const KEEP_MS = 86_400_000;

/**
 * Finds the issuer's key for a token: among those kept, which are asked for anew now and then, and at once
 * when a token names another. What an issuer does not answer for is asked again only after a while.
 *
 * @returns A function that throws UNAVAILABLE, a ServiceError, when the issuer has to be asked and does not answer.
 */
export function keysOf(jwksUrl: string, times: IssuerTimes = TIMES): JWTVerifyGetKey {
  const { cooldownMs, retryMs, patienceMs } = times;
  const remote = createRemoteJWKSet(new URL(jwksUrl), {
    cacheMaxAge: KEEP_MS,
    cooldownDuration: cooldownMs,
    timeoutDuration: patienceMs,
  });
  let refreshedAt = performance.now();
  let failedAt = Number.NEGATIVE_INFINITY;
  const noteFailure = () => {
    failedAt = performance.now();
  };
  return async (header, token) => {
    const kept = remote.jwks()?.keys ?? [];
    const isKept = kept.some(({ kid }) => header.kid === undefined || kid === header.kid);
    if (!isKept && performance.now() - failedAt < retryMs) throw keysUnavailable(retryMs);
    if (isKept && performance.now() - refreshedAt > REFRESH_MS) {
      refreshedAt = performance.now();
      // Nobody waits for it: if the issuer does not answer, the keys that are kept serve on.
      remote.reload().catch(noteFailure);
    }
    try {
      return await remote(header, token);
    } catch (error) {
      const isToken = [errors.JWKSNoMatchingKey, errors.JWKSMultipleMatchingKeys, errors.JOSENotSupported];
      if (isToken.some((kind) => error instanceof kind)) throw error;
      noteFailure();
      throw keysUnavailable(retryMs, error);
    }
  };
}

function keysUnavailable(retryMs: number, cause?: unknown): ServiceError {
  return new ServiceError(
    'UNAVAILABLE',
    {
      en: 'The issuer of the token does not answer, so the token cannot be checked. Keys of organisations still work.',
      cy: "Nid yw cyhoeddwr y tocyn yn ateb, felly ni ellir gwirio'r tocyn. Mae allweddi sefydliadau'n dal i weithio.",
    },
    {},
    { cause, headers: { 'retry-after': String(Math.max(1, Math.ceil(retryMs / 1_000))) } },
  );
}

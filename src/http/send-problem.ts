import type { FastifyReply, FastifyRequest } from 'fastify';
import { ERROR_CATALOGUE } from '../errors.ts';
import { languageOf, queryOf } from './language.ts';
import { describeProblem, PROBLEM_MEDIA_TYPE } from './problem.ts';
import { asServiceError } from './refusals.ts';
import { setSecurityHeaders } from './security-headers.ts';

/**
 * Answers a request that failed, whatever was thrown, and logs what is our own fault.
 *
 * Used as Fastify's error handler and for the refusals it makes before any route is known.
 */
export function problemSender(publicUrl: string) {
  return (thrown: unknown, request: FastifyRequest, reply: FastifyReply): void => {
    const error = asServiceError(thrown, (request.routeOptions?.schema ?? {}) as Record<string, unknown>);
    const { status } = ERROR_CATALOGUE[error.code];
    if (error.code === 'INTERNAL') request.log.error({ err: error.cause }, 'a request failed');
    else if (status >= 500)
      request.log.warn({ err: error.cause ?? error }, 'a request could not be answered');
    const language = languageOf({ headers: request.headers, query: request.query ?? queryOf(request.url) });
    setSecurityHeaders(reply, { publicUrl, requestId: request.id });
    const problem = describeProblem(error, { language, publicUrl, requestId: request.id });
    reply
      .code(status)
      .headers(error.headers)
      .header('content-language', language)
      .header('vary', 'Accept, Accept-Language, Accept-Encoding')
      .header('cache-control', 'no-store')
      .removeHeader('content-length')
      .removeHeader('etag')
      .removeHeader('content-disposition')
      .type(PROBLEM_MEDIA_TYPE)
      .send(JSON.stringify(problem));
  };
}

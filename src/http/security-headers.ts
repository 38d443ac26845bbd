import type { FastifyReply } from 'fastify';

/** Nothing we answer is a page, save what sets a policy of its own, such as /docs. */
const NOTHING_RUNS = "default-src 'none'; frame-ancestors 'none'";

/** Headers of every answer, problems included. */
export function setSecurityHeaders(
  reply: FastifyReply,
  { publicUrl, requestId }: { publicUrl: string; requestId: string },
): void {
  reply.header('x-request-id', requestId);
  reply.header('x-content-type-options', 'nosniff');
  reply.header('referrer-policy', 'no-referrer');
  reply.header('content-security-policy', NOTHING_RUNS);
  if (!reply.hasHeader('cross-origin-resource-policy')) {
    reply.header('cross-origin-resource-policy', 'same-origin');
  }
  if (publicUrl.startsWith('https:')) {
    reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains');
  }
}

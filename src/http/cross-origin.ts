import type { FastifyReply } from 'fastify';

const EXPOSED =
  'Content-Disposition, Content-Language, Deprecation, ETag, Link, Location, RateLimit, RateLimit-Policy, Repr-Digest, Retry-After, SPCD-Cells, SPCD-Cells-Shown, SPCD-Rows, Sunset, X-Request-Id';

/** Lets a page of any other site read the answer. Never credentials: what is open needs none. */
export function openToAllOrigins(reply: FastifyReply): void {
  reply
    .header('access-control-allow-origin', '*')
    .header('access-control-expose-headers', EXPOSED)
    .header('cross-origin-resource-policy', 'cross-origin');
}

/** What a browser asks before it sends a request of another site's page. */
export function allowPreflight(reply: FastifyReply, methods: string): void {
  openToAllOrigins(reply);
  reply
    .header('access-control-allow-methods', methods)
    .header(
      'access-control-allow-headers',
      'Accept-Language, Content-Type, If-None-Match, Range, X-Request-Id',
    )
    .header('access-control-max-age', '86400');
}

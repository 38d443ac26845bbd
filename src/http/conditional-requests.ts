import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Gives every answer that may be kept a strong ETag, and answers 304 to a caller that has it already.
 *
 * An answer may be kept when its route set `Cache-Control`. A route may set an ETag of its own: for a stream
 * it must, as there are no bytes to hash. Register as an `onSend` hook.
 */
export async function answerConditionally(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return payload;
  const caching = String(reply.getHeader('cache-control') ?? '');
  if (reply.statusCode !== 200 || caching === '' || caching.includes('no-store')) return payload;
  if (!reply.hasHeader('etag')) {
    if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return payload;
    reply.header('etag', etagOf(payload));
  }
  if (!isMatch(request.headers['if-none-match'], String(reply.getHeader('etag')))) return payload;
  if (isDestroyable(payload)) payload.destroy();
  reply.code(304).removeHeader('content-length').removeHeader('content-type');
  return '';
}

/** A strong ETag for exactly these bytes. */
export function etagOf(bytes: string | Buffer): string {
  return `"${createHash('sha256').update(bytes).digest('base64url')}"`;
}

/** Whether a caller's `If-None-Match` names an answer. */
export function isMatch(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch === etag) return true;
  // If-None-Match compares weakly (RFC 9110, 13.1.2): a proxy that compresses may have marked ours as weak.
  const tags = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(etag);
}

function isDestroyable(payload: unknown): payload is { destroy(): void } {
  return typeof payload === 'object' && payload !== null && 'destroy' in payload;
}

import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { ERROR_CATALOGUE, type ErrorCode, ServiceError } from '../errors.ts';
import { describeProblem, PROBLEM_MEDIA_TYPE } from './problem.ts';

/** Node's reasons to refuse what never became a request. */
const CODES: Readonly<Record<string, ErrorCode>> = {
  HPE_HEADER_OVERFLOW: 'HEADERS_TOO_LARGE',
  ERR_HTTP_REQUEST_TIMEOUT: 'REQUEST_TIMEOUT',
};

/**
 * Answers bytes that Node could not read as a request, such as headers over the limit.
 *
 * There are no headers to choose a language by, so the problem is in English, and `detail` in both.
 */
export function clientErrorHandler(publicUrl: string) {
  return (failure: NodeJS.ErrnoException, socket: Socket): void => {
    if (failure.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const code = CODES[failure.code ?? ''] ?? 'REQUEST_MALFORMED';
    const { status, title, remedy } = ERROR_CATALOGUE[code];
    const both = `${title.en}. ${remedy.en} / ${title.cy}. ${remedy.cy}`;
    const requestId = randomUUID();
    const body = JSON.stringify(
      describeProblem(new ServiceError(code, { en: both, cy: both }), {
        language: 'en',
        publicUrl,
        requestId,
      }),
    );
    socket.end(
      [
        `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
        `Content-Type: ${PROBLEM_MEDIA_TYPE}`,
        `Content-Length: ${Buffer.byteLength(body)}`,
        'Content-Language: en, cy',
        'X-Content-Type-Options: nosniff',
        `X-Request-Id: ${requestId}`,
        'Cache-Control: no-store',
        'Connection: close',
        '',
        body,
      ].join('\r\n'),
    );
  };
}

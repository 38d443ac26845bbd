import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { ERROR_CATALOGUE, type ErrorCode, ServiceError } from '../errors.ts';
import type { Text } from '../standard/text.ts';
import { describeProblem, PROBLEM_MEDIA_TYPE } from './problem.ts';
import { tooLong } from './too-long.ts';

/** Node's reasons to refuse what never became a request. */
const CODES: Readonly<Record<string, ErrorCode>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'REQUEST_TIMEOUT',
};

/** What Node could not read, with the bytes in which it found out. */
type ClientFailure = NodeJS.ErrnoException & { readonly rawPacket?: unknown };

/**
 * Answers bytes that Node could not read as a request, such as an address or headers over the limit.
 *
 * Where the bytes do not say which language is wanted, the problem is in English, and `detail` in both.
 */
export function clientErrorHandler(publicUrl: string) {
  return (failure: ClientFailure, socket: Socket): void => {
    if (failure.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const { error, language } = explain(failure, publicUrl);
    const { status } = ERROR_CATALOGUE[error.code];
    const requestId = randomUUID();
    const told = language === undefined ? inBoth(error) : error;
    const problem = describeProblem(told, { language: language ?? 'en', publicUrl, requestId });
    const body = JSON.stringify(problem);
    socket.end(
      [
        `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
        `Content-Type: ${PROBLEM_MEDIA_TYPE}`,
        `Content-Length: ${Buffer.byteLength(body)}`,
        `Content-Language: ${language ?? 'en, cy'}`,
        // A page of another site may read why; there is nothing else in it.
        'Access-Control-Allow-Origin: *',
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

function explain(failure: ClientFailure, publicUrl: string): ReturnType<typeof tooLong> {
  const { rawPacket } = failure;
  if (failure.code === 'HPE_HEADER_OVERFLOW')
    return tooLong(Buffer.isBuffer(rawPacket) ? rawPacket : Buffer.alloc(0), publicUrl);
  const code = CODES[failure.code ?? ''] ?? 'REQUEST_MALFORMED';
  const { title, remedy } = ERROR_CATALOGUE[code];
  const detail = { en: `${title.en}. ${remedy.en}`, cy: `${title.cy}. ${remedy.cy}` };
  return { error: new ServiceError(code, detail) };
}

/** The error with every detail in both languages. */
function inBoth({ code, detail, facts, errors }: ServiceError): ServiceError {
  const both = ({ en, cy }: Text): Text => ({ en: `${en} / ${cy}`, cy: `${en} / ${cy}` });
  return new ServiceError(code, both(detail), facts, {
    errors: errors.map((fault) => ({ ...fault, detail: both(fault.detail) })),
  });
}

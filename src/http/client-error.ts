import { randomUUID } from 'node:crypto';
import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { ERROR_CATALOGUE, ServiceError } from '../errors.ts';
import type { Text } from '../standard/text.ts';
import { languageOfRequest } from './language.ts';
import { type Exchange, exchangesOf } from './owed-answers.ts';
import { describeProblem, PROBLEM_MEDIA_TYPE } from './problem.ts';
import { languageIn, tooLong } from './too-long.ts';

/** What Node could not read, with the bytes in which it found out. */
type ClientFailure = NodeJS.ErrnoException & { readonly rawPacket?: unknown };

/**
 * Answers bytes that Node could not read as a request, such as an address or headers over the limit.
 *
 * Where an answer is owed to a request that came whole before them, or one is on its way, they get none of their own:
 * its sender would take the refusal for that answer. The connection ends after it.
 *
 * Where nothing says which language is wanted, the title and every `detail` are in both.
 */
export function clientErrorHandler(publicUrl: string) {
  return (failure: ClientFailure, socket: Socket): void => {
    if (failure.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const exchanges = exchangesOf(socket);
    const last = exchanges.at(-1);
    const owed = exchanges.findLast(isOwed);
    if (owed !== undefined) {
      // With every piece that still comes Node fails again.
      if (owed.response.shouldKeepAlive) owed.response.once('close', () => socket.destroySoon());
      owed.response.shouldKeepAlive = false;
      return;
    }
    const broken = last?.request.complete === false ? last : undefined;
    if (broken?.response.writableFinished) {
      socket.destroySoon();
      return;
    }
    const { error, language } = explain(failure, publicUrl, broken?.request);
    const { status } = ERROR_CATALOGUE[error.code];
    const requestId = randomUUID();
    const problem = describeProblem(error, { language: language ?? 'both', publicUrl, requestId });
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

/** Whether a refusal would come in place of the answer to a request, or in the midst of it. */
function isOwed({ request, response }: Exchange): boolean {
  return !response.writableFinished && (request.complete || response.headersSent);
}

function explain(
  failure: ClientFailure,
  publicUrl: string,
  broken: IncomingMessage | undefined,
): ReturnType<typeof tooLong> {
  const { rawPacket } = failure;
  const bytes = Buffer.isBuffer(rawPacket) ? rawPacket : Buffer.alloc(0);
  if (failure.code === 'HPE_HEADER_OVERFLOW') return tooLong(bytes, publicUrl);
  const language = broken === undefined ? languageIn(bytes) : languageOfRequest(broken);
  return { error: refusalOf(failure, broken !== undefined), ...(language === undefined ? {} : { language }) };
}

function refusalOf(failure: ClientFailure, isInBody: boolean): ServiceError {
  if (failure.code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    const { title, remedy } = ERROR_CATALOGUE.REQUEST_TIMEOUT;
    const detail = { en: `${title.en}. ${remedy.en}`, cy: `${title.cy}. ${remedy.cy}` };
    return new ServiceError('REQUEST_TIMEOUT', detail);
  }
  return new ServiceError('REQUEST_MALFORMED', isInBody ? BROKEN_BODY : NO_REQUEST);
}

const BROKEN_BODY: Text = {
  en: 'The body does not come as its headers say: a chunk is not written as HTTP asks, or the connection ended before all of it was there. Nothing of it was stored.',
  cy: "Nid yw'r corff yn dod fel y dywed ei benynnau: nid yw darn wedi'i ysgrifennu fel y mae HTTP yn gofyn, neu daeth y cysylltiad i ben cyn i'r cyfan gyrraedd. Ni storiwyd dim ohono.",
};

const NO_REQUEST: Text = {
  en: 'This is no request of HTTP/1.1: its method is unknown, its first line or a header is not written as HTTP asks, or it gives the length of its body in two ways. Nothing of it was stored.',
  cy: "Nid cais HTTP/1.1 yw hwn: mae ei ddull yn anhysbys, nid yw ei linell gyntaf neu bennyn wedi'i ysgrifennu fel y mae HTTP yn gofyn, neu mae'n rhoi hyd ei gorff mewn dwy ffordd. Ni storiwyd dim ohono.",
};

import type { Text } from '../../standard/text.ts';
import type { Problem } from './generated/operations.ts';
import { NoAnswerError, ProblemError } from './problem-error.ts';
import type { RequestBody } from './request-body.ts';

export type Fetch = typeof globalThis.fetch;

/** One request as it goes over the wire. */
export interface WireRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: RequestBody | null;
  /** Whether making it twice does no more than making it once. */
  readonly repeatable: boolean;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** A good answer, read to its end. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly json: unknown;
}

/**
 * Makes a request once.
 *
 * @throws {ProblemError} If it was refused, or answered with something that is not the service's.
 * @throws {NoAnswerError} If no whole answer came.
 * @throws What reading the body threw, or the reason of the signal.
 */
export async function sendRequest(fetch: Fetch, request: WireRequest): Promise<WireAnswer> {
  const { response, text } = await exchange(fetch, request);
  const { status, headers } = response;
  // An answer without a body says all it has to say by its status.
  const json = status === 204 ? null : parsed(text);
  if (response.ok && json !== undefined) return { status, headers, json };
  const isProblem = headers.get('content-type')?.includes('problem+json') ?? false;
  const problem = isProblem && json !== undefined ? (json as Problem) : null;
  throw new ProblemError({
    status,
    detail: problem?.detail ?? wordsFor(response, request),
    problem,
    requestId: headers.get('x-request-id'),
    retryAfter: secondsOf(headers.get('retry-after')),
  });
}

async function exchange(fetch: Fetch, request: WireRequest): Promise<{ response: Response; text: string }> {
  const { method, url, headers, body, signal, timeoutMs } = request;
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    signal?.throwIfAborted();
    const response = await fetch(url, {
      method,
      headers,
      // A redirected POST becomes a GET, and a key belongs to one address only.
      redirect: 'manual',
      signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
      ...(body === null ? {} : { body: await body.open(), duplex: 'half' }),
    });
    return { response, text: await response.text() };
  } catch (cause) {
    signal?.throwIfAborted();
    const failure = body?.failure() ?? null;
    if (failure !== null) throw failure.error;
    throw noAnswer(request, cause);
  }
}

function noAnswer({ method, url, body, repeatable }: WireRequest, cause: unknown): NoAnswerError {
  const from = `No whole answer came from ${url.origin} to ${method} ${url.pathname}.`;
  if (!repeatable) return new NoAnswerError(from, { cause, couldNotRepeat: 'not_safe' });
  if (!body?.once) return new NoAnswerError(from, { cause });
  const words = `${from} The body was a stream, which can be read once: to have it sent again, give a function that opens it.`;
  return new NoAnswerError(words, { cause, couldNotRepeat: 'body_read_once' });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** What to say of an answer that the service did not give, in the language in which it was asked. */
function wordsFor({ status, ok, headers }: Response, request: WireRequest): string {
  const words = strangeAnswer(ok, status === 0 || (status >= 300 && status < 400), headers.get('location'));
  return request.headers['accept-language'] === 'cy' ? words.cy : words.en;
}

function strangeAnswer(ok: boolean, hasMoved: boolean, target: string | null): Text {
  if (ok) {
    return {
      en: 'The answer is not JSON, so it is not from the service: is the address right?',
      cy: "Nid JSON yw'r ateb, felly nid yw oddi wrth y gwasanaeth: a yw'r cyfeiriad yn gywir?",
    };
  }
  if (hasMoved) {
    const [to, i] = target === null ? ['', ''] : [` to ${target}`, ` i ${target}`];
    return {
      en: `The address has moved${to}: give the new one as baseUrl.`,
      cy: `Mae'r cyfeiriad wedi symud${i}: rhowch yr un newydd fel baseUrl.`,
    };
  }
  return {
    en: 'The answer is not from the service but from something before it.',
    cy: "Nid oddi wrth y gwasanaeth y daeth yr ateb ond oddi wrth rywbeth o'i flaen.",
  };
}

/** Retry-After in seconds, which may also be a date. */
function secondsOf(header: string | null): number | null {
  if (header === null) return null;
  if (/^\d+$/.test(header)) return Number(header);
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - Date.now()) / 1000));
}

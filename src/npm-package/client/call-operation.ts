import { addressOf, type CallOptions, type ClientOptions, credentialOf } from './client-options.ts';
import { ADDRESSES, type Operations } from './generated/operations.ts';
import { repeat } from './repeat.ts';
import type { RequestBody } from './request-body.ts';
import { sendRequest, type WireAnswer } from './send-request.ts';

export type OperationId = keyof Operations;
export type ParametersOf<Id extends OperationId> = Operations[Id]['parameters'];
export type AnswerOf<Id extends OperationId> = Operations[Id]['answer'];

const TIMEOUT_MS = 300_000;

/** How one operation is called. */
export interface Call extends CallOptions {
  readonly parameters?: object | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: RequestBody | undefined;
  /** Whether the operation changes nothing, though it is a POST. */
  readonly changesNothing?: boolean | undefined;
}

/** Calls an operation by its id, again and again where that is safe and may help. */
export type Caller = (id: OperationId, call: Call) => Promise<WireAnswer>;

/** Makes what calls the operations of one service. */
export function createCaller(options: ClientOptions): Caller {
  const base = addressOf(options);
  const { fetch = globalThis.fetch, language, timeoutMs = TIMEOUT_MS, onRepeat } = options;
  return async (id, { parameters = {}, headers = {}, body, changesNothing = false, signal }) => {
    const [method, path] = ADDRESSES[id];
    const keyed = headers['idempotency-key'] !== undefined;
    const repeatable = method === 'GET' || changesNothing || keyed;
    const attempt = async () =>
      sendRequest(fetch, {
        method,
        url: urlOf(base, path, parameters),
        headers: {
          accept: 'application/json',
          ...(language === undefined ? {} : { 'accept-language': language }),
          ...(await credentialOf(options)),
          ...headers,
        },
        body: body ?? null,
        repeatable,
        timeoutMs,
        signal,
      });
    const attempts = repeatable && !body?.once ? options.repeat?.attempts : 1;
    return repeat(attempt, { ...options.repeat, attempts, signal, onRepeat, waitsForItself: keyed });
  };
}

/** The address of an operation: parameters that its path names stand there, the others in the query. */
function urlOf(base: URL, path: string, parameters: object): URL {
  const query = new Map<string, unknown>(Object.entries(parameters));
  const filled = path.replace(/\{([a-z_]+)\}/g, (_, name: string) => {
    const value = query.get(name);
    if (value === undefined) throw new Error(`${path} needs ${name}`);
    query.delete(name);
    return encodeURIComponent(String(value));
  });
  const url = new URL(base);
  url.pathname = `${base.pathname.replace(/\/$/, '')}${filled}`;
  url.hash = '';
  url.search = '';
  for (const [name, value] of query) {
    if (value === undefined) continue;
    for (const each of Array.isArray(value) ? value : [value]) url.searchParams.append(name, String(each));
  }
  return url;
}

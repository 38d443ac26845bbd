import type { Return } from '../../standard/generated/types.ts';

/** Bytes that come one after another, and can be read once. */
export type ByteStream = ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

/** A body that is there as a whole. */
export type WholeBody = string | Uint8Array | Blob;

/**
 * A return to send. What is there as a whole, and a function that opens it anew, can be sent again when a connection
 * breaks; a stream cannot.
 */
export type ReturnBody = Return | WholeBody | ByteStream | (() => OpenedBody | Promise<OpenedBody>);

export type OpenedBody = WholeBody | ByteStream;

/** A body ready to be sent. */
export interface RequestBody {
  /** Whether it can be sent once only. */
  readonly once: boolean;
  open(): Promise<WholeBody | ReadableStream<Uint8Array>>;
  /** What went wrong while it was read, which is no fault of the connection; null when nothing did. */
  failure(): { readonly error: unknown } | null;
}

/** Makes a body that can be opened for each attempt. */
export function requestBodyOf(given: ReturnBody): RequestBody {
  let failure: { error: unknown } | null = null;
  const failed = (error: unknown) => {
    failure = { error };
    return error;
  };
  const opened = (body: OpenedBody) => (isByteStream(body) ? watched(body, failed) : body);
  const body = isDocument(given) ? JSON.stringify(given) : given;
  return {
    once: typeof body !== 'function' && isByteStream(body),
    async open() {
      if (typeof body !== 'function') return opened(body);
      try {
        return opened(await body());
      } catch (error) {
        throw failed(error);
      }
    },
    failure: () => failure,
  };
}

/** A return as an object, such as one made by a program. */
function isDocument(given: ReturnBody): given is Return {
  return typeof given === 'object' && 'standard' in given && 'tables' in given;
}

function isByteStream(body: object | string): body is ByteStream {
  return typeof body === 'object' && (Symbol.asyncIterator in body || 'getReader' in body);
}

/** The same bytes as a stream of the web, read as they are asked for. */
function watched(body: ByteStream, failed: (error: unknown) => unknown): ReadableStream<Uint8Array> {
  const chunks = 'getReader' in body ? chunksOf(body) : body[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { value, done } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        controller.error(failed(error));
      }
    },
    async cancel() {
      await chunks.return?.();
    },
  });
}

/** Not every browser lets a stream be iterated. */
async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel();
  }
}

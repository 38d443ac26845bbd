import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';

/**
 * The bytes of a file from `start` to `end`, both inclusive, as a stream that fails where the file holds fewer.
 *
 * Without that a file cut short meanwhile would leave its caller waiting for the rest of what was promised; a stream
 * that fails closes the connection, and every client says that the answer broke off.
 */
export function exactStream(path: string, { start, end }: { readonly start: number; readonly end: number }) {
  return Readable.from(checked(path, start, end), { objectMode: false });
}

async function* checked(path: string, start: number, end: number): AsyncGenerator<Buffer> {
  let missing = end - start + 1;
  for await (const chunk of createReadStream(path, { start, end, highWaterMark: 256 * 1024 })) {
    missing -= (chunk as Buffer).length;
    yield chunk as Buffer;
  }
  if (missing > 0) throw new Error(`${path} ends ${missing} bytes before its time`);
}

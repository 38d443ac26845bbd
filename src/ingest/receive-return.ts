import { createHash } from 'node:crypto';
import { ServiceError } from '../errors.ts';
import { createReturnValidator, type ReturnSource, type Validation } from '../standard/validate-return.ts';

export interface ReceivedReturn {
  readonly validation: Validation;
  /** Of the bytes as they came. */
  readonly body_sha256: Buffer;
}

/**
 * Reads a return to its end and validates it as it comes, without keeping its bytes.
 *
 * @throws {ServiceError} REQUEST_TOO_LARGE as soon as more than `maximumBytes` have come; the rest is not read.
 */
export async function receiveReturn(request: {
  readonly source: ReturnSource;
  readonly body: AsyncIterable<Uint8Array>;
  readonly maximumBytes: number;
}): Promise<ReceivedReturn> {
  const validator = createReturnValidator(request.source);
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of request.body) {
    bytes += chunk.byteLength;
    if (bytes > request.maximumBytes) throw tooLarge(request.maximumBytes);
    hash.update(chunk);
    validator.write(chunk);
  }
  return { validation: validator.end(), body_sha256: hash.digest() };
}

function tooLarge(maximumBytes: number): ServiceError {
  return new ServiceError(
    'REQUEST_TOO_LARGE',
    {
      en: `A return in this form may have at most ${maximumBytes} bytes.`,
      cy: `Caiff ffurflen yn y ffurf hon gynnwys ${maximumBytes} beit ar y mwyaf.`,
    },
    { maximum_bytes: maximumBytes },
  );
}

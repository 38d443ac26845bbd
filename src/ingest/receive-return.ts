import { ServiceError } from '../errors.ts';
import type { ArrivingReturn, HeldReturn, ReturnValidation } from '../validation/held-return.ts';

/**
 * Reads a return to its end and validates it as it comes, without keeping its bytes.
 *
 * @throws {ServiceError} REQUEST_TOO_LARGE as soon as more than `maximumBytes` have come; the rest is not read.
 *   Whatever `validation` throws.
 */
export function receiveReturn(
  validation: ReturnValidation,
  { body, maximumBytes, ...arriving }: ArrivingReturn & { readonly maximumBytes: number },
): Promise<HeldReturn> {
  return validation.receive({ ...arriving, body: atMost(maximumBytes, body) });
}

async function* atMost(maximumBytes: number, body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > maximumBytes) throw tooLarge(maximumBytes);
    yield chunk;
  }
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

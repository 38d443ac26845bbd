import { createHash, type Hash } from 'node:crypto';
import { ServiceError } from '../errors.ts';

/** What a request says beside its body, as far as a repetition of it must say the same. */
export interface RequestIdentity {
  readonly method: string;
  readonly path: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly mediaType: string;
  /** Which state it is meant for: `If-Match`, as it was written; null where it names none. */
  readonly ifMatch: string | null;
}

/** SHA-256 over everything by which two requests are the same one sent twice. */
export class RequestDigest {
  readonly #hash: Hash;

  constructor({ method, path, parameters, mediaType, ifMatch }: RequestIdentity) {
    const named = Object.entries(parameters).sort(([left], [right]) => (left < right ? -1 : 1));
    const said = [method, path, named, mediaType, ...(ifMatch === null ? [] : [ifMatch])];
    this.#hash = createHash('sha256').update(`${JSON.stringify(said)}\n`);
  }

  /** Passes a body on as it comes, taking it into the digest. */
  async *over(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const bytes of body) {
      this.#hash.update(bytes);
      yield bytes;
    }
  }

  /** The digest, once the body has been read to its end. Asked for once. */
  end(): Buffer {
    return this.#hash.digest();
  }
}

const BARE = /^[\x21-\x7e]{1,255}$/;
const QUOTED = /^"((?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\["\\]){1,255})"$/;

/**
 * The value of `Idempotency-Key`: a string in quotes, as the draft of the IETF has it, or the same without them, as
 * most senders write it.
 *
 * @returns Null when the header is not there.
 * @throws {ServiceError} REQUEST_MALFORMED for any other value.
 * @source draft-ietf-httpapi-idempotency-key-header, section 2.1; RFC 9651, 3.3.3.
 */
export function readIdempotencyKey(header: string | readonly string[] | undefined): string | null {
  if (header === undefined) return null;
  const given = (typeof header === 'string' ? header : header.join(',')).trim();
  const quoted = QUOTED.exec(given)?.[1]?.replaceAll(/\\(["\\])/g, '$1');
  if (quoted !== undefined) return quoted;
  if (BARE.test(given) && !given.includes('"') && !given.includes(',')) return given;
  const detail = {
    en: 'Idempotency-Key holds one key of 1 to 255 visible ASCII characters, best in quotes: "8e03978e-40d5-43dd-bc93-6894a57f9324".',
    cy: 'Mae Idempotency-Key yn dal un allwedd o 1 i 255 nod ASCII gweladwy, mewn dyfynodau os oes modd: "8e03978e-40d5-43dd-bc93-6894a57f9324".',
  };
  throw new ServiceError(
    'REQUEST_MALFORMED',
    detail,
    {},
    { errors: [{ header: 'Idempotency-Key', detail }] },
  );
}

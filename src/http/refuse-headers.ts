import type { FastifyRequest } from 'fastify';
import { ServiceError } from '../errors.ts';
import type { Text } from '../standard/text.ts';

/**
 * Headers that hold one value. Of two, Node takes the first and a gateway may take the last, so that each would answer
 * another request. It refuses a second Content-Length itself; other headers are lists.
 */
const GIVEN_ONCE: ReadonlySet<string> = new Set([
  'authorization',
  'content-type',
  'host',
  'if-modified-since',
  'if-range',
  'if-unmodified-since',
  'range',
]);

/**
 * @throws {ServiceError} REQUEST_MALFORMED, where it is not clear whom, what or which host a request is from, of and for.
 *   EXPECTATION_FAILED, where it expects anything but leave to send its body.
 */
export async function refuseUnclearHeaders({ raw }: FastifyRequest): Promise<void> {
  // HTTP/1.1 asks every request for a Host (RFC 9112, 3.2), and for a 400 where it is missing.
  if (raw.headers.host === undefined && raw.httpVersion === '1.1') throw malformed('Host', NO_HOST);
  const twice = givenTwiceIn(raw.rawHeaders);
  if (twice !== undefined) throw malformed(twice, givenTwice(twice));
  const { expect } = raw.headers;
  if (expect !== undefined && raw.httpVersion === '1.1' && expect.toLowerCase() !== CONTINUE) {
    const errors = [{ header: 'Expect', detail: ONLY_CONTINUE, choices: [CONTINUE] }];
    throw new ServiceError('EXPECTATION_FAILED', ONLY_CONTINUE, {}, { errors });
  }
}

/** The header of one value that is there more than once, as it is written; undefined where none is. */
export function givenTwiceIn(rawHeaders: readonly string[]): string | undefined {
  const met = new Set<string>();
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = (rawHeaders[at] as string).toLowerCase();
    if (!GIVEN_ONCE.has(name)) continue;
    if (met.has(name)) return rawHeaders[at];
    met.add(name);
  }
  return undefined;
}

/**
 * A body is read as it comes: nothing that is compressed is unpacked, as a little of it could be very much.
 *
 * @throws {ServiceError} MEDIA_TYPE_UNSUPPORTED, with the Accept-Encoding that RFC 9110 (12.5.3) asks for.
 */
export async function refuseCodedBody({ raw }: FastifyRequest): Promise<void> {
  const coding = raw.headers['content-encoding'];
  if (coding !== undefined && coding.toLowerCase() !== 'identity') {
    throw coded('Content-Encoding', NOT_COMPRESSED, 'identity');
  }
  const transfer = raw.headers['transfer-encoding'];
  if (transfer !== undefined && transfer.toLowerCase() !== 'chunked') {
    throw coded('Transfer-Encoding', ONLY_IN_CHUNKS, 'chunked');
  }
}

const CONTINUE = '100-continue';

const ONLY_CONTINUE: Text = {
  en: 'A request may expect 100-continue, which lets it send its body, and nothing else. Leave Expect out.',
  cy: "Caiff cais ddisgwyl 100-continue, sy'n gadael iddo anfon ei gorff, a dim byd arall. Gadewch Expect allan.",
};

const NO_HOST: Text = {
  en: 'A request of HTTP/1.1 names the host it is for.',
  cy: "Mae cais HTTP/1.1 yn enwi'r gwesteiwr y mae ar ei gyfer.",
};

const NOT_COMPRESSED: Text = {
  en: 'No body is compressed for transport. Send it as it is; a zip of CSVs is a form of its own.',
  cy: "Ni chaiff unrhyw gorff ei gywasgu ar gyfer ei gludo. Anfonwch ef fel y mae; mae zip o ffeiliau CSV yn ffurf ynddi'i hun.",
};

const ONLY_IN_CHUNKS: Text = {
  en: 'A body comes with its length or in chunks, and coded in no other way.',
  cy: "Daw corff gyda'i hyd neu mewn darnau, a heb ei godio mewn unrhyw ffordd arall.",
};

function givenTwice(name: string): Text {
  return {
    en: `${name} is there more than once. Send it once.`,
    cy: `Mae ${name} yno fwy nag unwaith. Anfonwch ef unwaith.`,
  };
}

function malformed(header: string, detail: Text): ServiceError {
  return new ServiceError('REQUEST_MALFORMED', detail, {}, { errors: [{ header, detail }] });
}

function coded(header: string, detail: Text, choice: string): ServiceError {
  return new ServiceError(
    'MEDIA_TYPE_UNSUPPORTED',
    detail,
    {},
    { errors: [{ header, detail, choices: [choice] }], headers: { 'accept-encoding': 'identity' } },
  );
}

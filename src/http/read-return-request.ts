import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ServiceError } from '../errors.ts';
import { TABLE_NAMES } from '../standard/generated/tables.ts';
import { headerFromParameters } from '../standard/read/header-from-parameters.ts';
import { suggestName } from '../standard/suggest.ts';
import type { Text } from '../standard/text.ts';
import type { ReturnSource } from '../standard/validate-return.ts';
import { closedSignalOf } from './closed-signal.ts';
import { LIMITS } from './limits.ts';
import { bareMediaType } from './media-type.ts';

/** A return that is arriving. */
export interface ReturnRequest {
  readonly source: ReturnSource;
  /** Its bytes as they come; may be read once. */
  readonly body: AsyncIterable<Uint8Array>;
  /** Aborted when the connection is closed. */
  readonly gone: AbortSignal;
  readonly maximumBytes: number;
}

const FORMATS = {
  'application/json': 'json',
  'application/x-ndjson': 'ndjson',
  'text/csv': 'csv',
  'application/zip': 'zip',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
} as const;
type Format = (typeof FORMATS)[keyof typeof FORMATS];
export const RETURN_MEDIA_TYPES = Object.keys(FORMATS) as (keyof typeof FORMATS)[];

/** Has the routes of a plugin read their bodies themselves, from the socket and as they come. */
export function leaveBodiesUnread(app: FastifyInstance): void {
  // Before Fastify looks for a parser, whose refusal would not say which types are read.
  app.addHook('onRequest', async (request) => {
    formatOf(request);
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
}

/**
 * Takes a request that carries a return apart, without reading its body yet.
 *
 * A CSV is one table, which `table` names; its header stands in the other parameters. A return in any other form
 * carries both, so there any such parameter is refused.
 *
 * @param own - The parameters that are the route's and not the return's.
 * @throws {ServiceError} MEDIA_TYPE_UNSUPPORTED, REQUEST_TOO_LARGE, PARAMETER_MISSING, PARAMETER_UNKNOWN or
 *   TABLE_NOT_FOUND. Reading the body may throw REQUEST_TOO_LARGE and REQUEST_MALFORMED.
 */
export function readReturnRequest(request: FastifyRequest, own: readonly string[]): ReturnRequest {
  const format = formatOf(request);
  const maximumBytes = LIMITS.returnBytes[format];
  if (Number(request.headers['content-length'] ?? 0) > maximumBytes) throw tooLarge(format);
  const { table, ...query } = request.query as Record<string, unknown>;
  const header = Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) =>
      own.includes(name) || name === 'lang' ? [] : [[name, String(value)]],
    ),
  );
  const arriving = { body: bodyOf(request, format), gone: closedSignalOf(request.raw.socket), maximumBytes };
  refuseMistyped(Object.keys(header), own);
  if (format !== 'csv') {
    refuseParameters([...(table === undefined ? [] : ['table']), ...Object.keys(header)], own);
    return { source: { format }, ...arriving };
  }
  const source = { format, table: tableOf(table), header: headerFromParameters(header) };
  return { source, ...arriving };
}

function formatOf(request: FastifyRequest): Format {
  const contentType = request.headers['content-type'];
  const mediaType = RETURN_MEDIA_TYPES.find((candidate) => candidate === bareMediaType(contentType));
  const charset = /charset="?([^";\s]+)/i.exec(contentType ?? '')?.[1]?.toLowerCase() ?? 'utf-8';
  if (mediaType === undefined) throw wrongType(OTHER_TYPE);
  if (!['utf-8', 'utf8'].includes(charset)) throw wrongType(NOT_UTF_8);
  return FORMATS[mediaType];
}

const OTHER_TYPE = {
  en: 'Send a return as one of the types listed, or a table of it as CSV.',
  cy: "Anfonwch ffurflen fel un o'r mathau a restrir, neu dabl ohoni ar ffurf CSV.",
};

const NOT_UTF_8 = {
  en: 'Text is read as UTF-8: send it so, and leave charset out or name utf-8.',
  cy: 'Darllenir testun fel UTF-8: anfonwch ef felly, a gadewch charset allan neu enwch utf-8.',
};

function wrongType(detail: Text): ServiceError {
  const fault = { header: 'Content-Type', detail, choices: RETURN_MEDIA_TYPES };
  return new ServiceError('MEDIA_TYPE_UNSUPPORTED', detail, {}, { errors: [fault] });
}

function tableOf(given: unknown): string {
  if (TABLE_NAMES.some((name) => name === given)) return given as string;
  const isMissing = given === undefined;
  const detail = isMissing
    ? { en: 'A CSV must say which table it is.', cy: 'Rhaid i CSV ddweud pa dabl ydyw.' }
    : { en: 'The standard has no such table.', cy: "Nid oes gan y safon dabl o'r fath." };
  const nearest = isMissing ? null : suggestName(String(given), TABLE_NAMES);
  const fault = {
    parameter: 'table',
    detail,
    choices: TABLE_NAMES,
    ...(nearest === null ? {} : { nearest }),
  };
  throw new ServiceError(
    isMissing ? 'PARAMETER_MISSING' : 'TABLE_NOT_FOUND',
    detail,
    {},
    { errors: [fault] },
  );
}

/** A trial run must not become a submission because its parameter was mistyped, nor be read as a header field. */
function refuseMistyped(names: readonly string[], own: readonly string[]): void {
  const errors = names.flatMap((parameter) => {
    const nearest = suggestName(parameter, own);
    if (nearest === null) return [];
    const shown = parameter.slice(0, 60);
    const detail = {
      en: `There is no ${shown} here. Did you mean ${nearest}?`,
      cy: `Nid oes ${shown} yma. Ai ${nearest} oedd gennych mewn golwg?`,
    };
    return [{ parameter, detail, nearest, choices: [...own, 'lang'] }];
  });
  const [first] = errors;
  if (first !== undefined) throw new ServiceError('PARAMETER_UNKNOWN', first.detail, {}, { errors });
}

function refuseParameters(names: readonly string[], own: readonly string[]): void {
  if (names.length === 0) return;
  const detail = {
    en: 'Only a CSV takes its header and its table from the query; a return in any other form carries them itself.',
    cy: "Dim ond CSV sy'n cymryd ei bennyn a'i dabl o'r ymholiad; mae ffurflen mewn unrhyw ffurf arall yn eu cario ei hun.",
  };
  const choices = [...own, 'lang'];
  const errors = names.map((parameter) => ({ parameter, detail, choices }));
  throw new ServiceError('PARAMETER_UNKNOWN', detail, {}, { errors });
}

async function* bodyOf(request: FastifyRequest, format: Format): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of arrivingAt(request)) {
    bytes += chunk.byteLength;
    if (bytes > LIMITS.returnBytes[format]) throw tooLarge(format);
    yield chunk;
  }
}

async function* arrivingAt(request: FastifyRequest): AsyncGenerator<Uint8Array> {
  // Leaving the loop early must not end the connection, or the caller would never read why.
  const chunks: AsyncIterableIterator<Uint8Array> = request.raw.iterator({ destroyOnReturn: false });
  try {
    yield* chunks;
  } catch (cause) {
    const detail = { en: 'The body did not arrive whole.', cy: 'Ni chyrhaeddodd y corff yn gyfan.' };
    throw new ServiceError('REQUEST_MALFORMED', detail, {}, { cause });
  }
}

function tooLarge(format: Format): ServiceError {
  const maximumBytes = LIMITS.returnBytes[format];
  const detail =
    format === 'csv'
      ? {
          en: `A table in CSV may have at most ${maximumBytes} bytes. A table of counts stays far below; people are counted before sending.`,
          cy: `Caiff tabl CSV gynnwys ${maximumBytes} beit ar y mwyaf. Mae tabl o gyfrifon yn aros ymhell islaw; cyfrifir pobl cyn anfon.`,
        }
      : {
          en: `A return in this form may have at most ${maximumBytes} bytes. A larger one is sent as CSV, a table at a time, of at most ${LIMITS.returnBytes.csv} bytes each.`,
          cy: `Caiff ffurflen yn y ffurf hon gynnwys ${maximumBytes} beit ar y mwyaf. Anfonir un fwy fel CSV, un tabl ar y tro, o ${LIMITS.returnBytes.csv} beit yr un ar y mwyaf.`,
        };
  return new ServiceError('REQUEST_TOO_LARGE', detail, { maximum_bytes: maximumBytes });
}

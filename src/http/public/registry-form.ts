import type { FastifyReply, FastifyRequest } from 'fastify';
import { ServiceError } from '../../errors.ts';
import { suggest } from '../../standard/suggest.ts';
import type { Text } from '../../standard/text.ts';
import { chooseMediaType } from '../media-type.ts';
import { answer } from '../openapi/answers.ts';
import { described } from '../openapi/words.ts';

/** The forms in which a registry of the standard can be read, our favourite first. */
const FORMATS = {
  json: { mediaType: 'application/json', contentType: 'application/json; charset=utf-8' },
  csv: { mediaType: 'text/csv', contentType: 'text/csv; charset=utf-8; header=present' },
} as const;

type Format = keyof typeof FORMATS;
const FORMAT_NAMES = Object.keys(FORMATS) as Format[];

/** The parameter `format`, for the query of a route. */
export const REGISTRY_FORMAT = {
  type: 'string',
  enum: FORMAT_NAMES,
  ...described({
    en: 'The form of the answer; goes before Accept.',
    cy: "Ffurf yr ateb; mae'n dod o flaen Accept.",
  }),
} as const;

/** The documentation of a registry's answer in JSON and in CSV. */
export function registryAnswer(description: Text, schema: unknown, example: unknown, csv: string) {
  return answer(description, {
    'application/json': { schema, example },
    'text/csv': { schema: { type: 'string' }, example: csv },
  });
}

/** Sends a registry, or a part of it, in the form that was asked for. Both languages are in every form. */
export function sendRegistry(
  request: FastifyRequest,
  reply: FastifyReply,
  registry: {
    readonly name: string;
    readonly json: object;
    readonly csv: () => string;
    /** How long it may be kept; an hour unless given. */
    readonly caching?: string;
  },
): FastifyReply {
  const asked = (request.query as { format?: Format }).format;
  const offered = FORMAT_NAMES.map((name) => FORMATS[name].mediaType);
  const accepted = chooseMediaType(request.headers.accept, offered);
  const format = asked ?? FORMAT_NAMES.find((name) => FORMATS[name].mediaType === accepted) ?? 'json';
  return reply
    .header('content-type', FORMATS[format].contentType)
    .header('content-language', 'en, cy')
    .header('cache-control', registry.caching ?? 'public, max-age=3600')
    .header('vary', 'Accept')
    .header('content-disposition', `inline; filename="${registry.name}.${format}"`)
    .send(format === 'csv' ? registry.csv() : JSON.stringify(registry.json));
}

/** The 404 of an id that a registry does not have, with the nearest one that it has. */
export function unknownEntry(
  given: string,
  entries: readonly { readonly id: string; readonly title: Text }[],
): ServiceError {
  const detail = { en: 'The standard has no such entry.', cy: "Nid oes gan y safon gofnod o'r fath." };
  const nearest = suggest(
    given,
    entries.map(({ id, title }) => ({ code: id, title })),
  );
  const fault = { parameter: 'id', detail, ...(nearest === null ? {} : { nearest }) };
  return new ServiceError('ENTRY_NOT_FOUND', detail, {}, { errors: [fault] });
}

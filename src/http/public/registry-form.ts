import type { FastifyReply, FastifyRequest } from 'fastify';
import { ServiceError } from '../../errors.ts';
import type { LinkedNode } from '../../formats/metadata/linked-data.ts';
import { writeJsonLd } from '../../formats/metadata/write-json-ld.ts';
import { writeTurtle } from '../../formats/metadata/write-turtle.ts';
import { suggest } from '../../standard/suggest.ts';
import type { Text } from '../../standard/text.ts';
import { chooseMediaType } from '../media-type.ts';
import { answer } from '../openapi/answers.ts';
import { described } from '../openapi/words.ts';

/** The forms in which a registry of the standard can be read, our favourite first. */
const FORMATS = {
  json: { mediaType: 'application/json', contentType: 'application/json; charset=utf-8' },
  csv: { mediaType: 'text/csv', contentType: 'text/csv; charset=utf-8; header=present' },
  jsonld: { mediaType: 'application/ld+json', contentType: 'application/ld+json; charset=utf-8' },
  turtle: { mediaType: 'text/turtle', contentType: 'text/turtle; charset=utf-8' },
} as const;

export type RegistryFormat = keyof typeof FORMATS;
const LINKED_FORMATS = Object.keys(FORMATS) as RegistryFormat[];
const PLAIN_FORMATS: readonly RegistryFormat[] = ['json', 'csv'];

/** The parameter `format`, for the query of a route. */
export const REGISTRY_FORMAT = {
  type: 'string',
  enum: PLAIN_FORMATS,
  ...described({
    en: 'The form of the answer; goes before Accept.',
    cy: "Ffurf yr ateb; mae'n dod o flaen Accept.",
  }),
} as const;

/** The same of a registry of concepts, which can be had as SKOS too. */
export const LINKED_REGISTRY_FORMAT = {
  type: 'string',
  enum: LINKED_FORMATS,
  ...described({
    en: 'The form of the answer; goes before Accept. jsonld and turtle are SKOS, with the same triples.',
    cy: "Ffurf yr ateb; mae'n dod o flaen Accept. SKOS yw jsonld a turtle, gyda'r un triphlygion.",
  }),
} as const;

/** The documentation of a registry's answer in JSON and in CSV. */
export function registryAnswer(
  description: Text,
  schema: unknown,
  example: unknown,
  csv: string,
  linked: readonly LinkedNode[] = [],
) {
  return answer(description, {
    'application/json': { schema, example },
    'text/csv': { schema: { type: 'string' }, example: csv },
    ...(linked.length === 0 ? {} : linkedAnswer(linked)),
  });
}

/** The documentation of a registry's answer as SKOS, in both its forms. */
export function linkedAnswer(example: readonly LinkedNode[]) {
  return {
    'application/ld+json': {
      schema: {
        type: 'object',
        required: ['@context', '@graph'],
        properties: {
          '@context': { type: 'object', additionalProperties: { type: 'string' } },
          '@graph': { type: 'array', items: { type: 'object' } },
        },
      },
      example: JSON.parse(writeJsonLd(example)) as unknown,
    },
    'text/turtle': { schema: { type: 'string' }, example: writeTurtle(example) },
  };
}

/** Sends a registry, or a part of it, in the form that was asked for. Both languages are in every form. */
export function sendRegistry(
  request: FastifyRequest,
  reply: FastifyReply,
  registry: {
    readonly name: string;
    readonly json: object;
    readonly csv: () => string;
    /** Its concepts, where it has some. */
    readonly linked?: () => readonly LinkedNode[];
    /** How long it may be kept; an hour unless given. */
    readonly caching?: string;
  },
): FastifyReply {
  const asked = (request.query as { format?: RegistryFormat }).format;
  const { name, json, csv, linked } = registry;
  const formats = linked === undefined ? PLAIN_FORMATS : LINKED_FORMATS;
  const offered = formats.map((each) => FORMATS[each].mediaType);
  const accepted = chooseMediaType(request.headers.accept, offered);
  const format = asked ?? formats.find((each) => FORMATS[each].mediaType === accepted) ?? 'json';
  const write = {
    json: () => JSON.stringify(json),
    csv,
    jsonld: () => writeJsonLd(linked?.() ?? []),
    turtle: () => writeTurtle(linked?.() ?? []),
  };
  return reply
    .header('content-type', FORMATS[format].contentType)
    .header('content-language', 'en, cy')
    .header('cache-control', registry.caching ?? 'public, max-age=3600')
    .header('vary', 'Accept')
    .header('content-disposition', `inline; filename="${name}.${format === 'turtle' ? 'ttl' : format}"`)
    .send(write[format]());
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

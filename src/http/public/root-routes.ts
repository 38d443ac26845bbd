import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { NAME, STATUS_SENTENCE } from '../../standard/about.ts';
import { SCHEMA_VERSION } from '../../standard/generated/tables.ts';
import { API_VERSION } from '../api-version.ts';
import { jsonAnswer } from '../openapi/answers.ts';
import { TEXT_SHAPE } from '../openapi/text-shape.ts';
import { described, operation } from '../openapi/words.ts';

const Root = Type.Object({
  name: TEXT_SHAPE,
  versions: Type.Object(
    { api: Type.String(), standard: Type.String() },
    described({ en: 'They change apart from each other.', cy: 'Maent yn newid ar wahân.' }),
  ),
  status: Type.Literal('candidate'),
  status_sentence: TEXT_SHAPE,
  links: Type.Record(
    Type.String(),
    Type.String({ format: 'uri' }),
    described({ en: 'Where everything else is.', cy: 'Lle mae popeth arall.' }),
  ),
});

const LINKS = {
  openapi: '/openapi.json',
  openapi_cy: '/openapi.json?lang=cy',
  docs: '/docs',
  config: '/v1/config',
  schema: `/schema/${SCHEMA_VERSION}`,
  glossary: '/v1/glossary',
  codelists: '/v1/codelists',
  mappings: '/v1/mappings',
  measures: '/v1/measures',
  indicators: '/v1/indicators',
  rules: '/v1/rules',
  validate: '/v1/validate',
  releases: '/v1/releases',
  submissions: '/v1/submissions',
} as const;

/** The way in. */
export const rootRoutes: FastifyPluginAsyncTypebox<{ publicUrl: string }> = async (app, { publicUrl }) => {
  const root = {
    name: NAME,
    versions: { api: API_VERSION, standard: SCHEMA_VERSION },
    status: 'candidate' as const,
    status_sentence: STATUS_SENTENCE,
    links: Object.fromEntries(Object.entries(LINKS).map(([name, path]) => [name, publicUrl + path])),
  };
  app.get(
    '/',
    {
      schema: {
        ...operation({
          operationId: 'getRoot',
          tag: 'service',
          summary: { en: 'What this is and where things are', cy: 'Beth yw hwn a lle mae pethau' },
          description: {
            en: 'Name, versions, the status of the standard, and links.',
            cy: 'Enw, fersiynau, statws y safon, a dolenni.',
          },
        }),
        response: { 200: jsonAnswer({ en: 'The service.', cy: 'Y gwasanaeth.' }, Root, root) },
      },
    },
    async (_request, reply) => {
      reply.header('cache-control', 'public, max-age=300').header('content-language', 'en, cy');
      return root;
    },
  );
};

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { NAME, STATUS_SENTENCE } from '../../standard/about.ts';
import { SCHEMA_VERSION } from '../../standard/generated/tables.ts';
import { API_VERSION } from '../api-version.ts';
import { chooseMediaType } from '../media-type.ts';
import { emptyAnswer, jsonAnswer } from '../openapi/answers.ts';
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
  docs_cy: '/docs?lang=cy',
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
  catalog: '/catalog',
  coverage: '/v1/coverage',
} as const;

/** Where submitters go, in a process that serves them. */
const SUBMITTER_LINKS = { submissions: '/v1/submissions' } as const;

const DOCS = LINKS.docs;

export interface RootDependencies {
  readonly publicUrl: string;
  readonly hasSubmitters: boolean;
}

/** The way in: for programs as JSON, for people who come with a browser the page that explains the rest. */
export const rootRoutes: FastifyPluginAsyncTypebox<RootDependencies> = async (
  app,
  { publicUrl, hasSubmitters },
) => {
  const links = { ...LINKS, ...(hasSubmitters ? SUBMITTER_LINKS : {}) };
  const root = {
    name: NAME,
    versions: { api: API_VERSION, standard: SCHEMA_VERSION },
    status: 'candidate' as const,
    status_sentence: STATUS_SENTENCE,
    links: Object.fromEntries(Object.entries(links).map(([name, path]) => [name, publicUrl + path])),
  };
  app.get(
    '/',
    {
      config: { page: DOCS },
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
        response: {
          200: jsonAnswer({ en: 'The service.', cy: 'Y gwasanaeth.' }, Root, root),
          303: emptyAnswer({
            en: 'Whoever asks for HTML is sent to the page that explains the API.',
            cy: "Anfonir pwy bynnag sy'n gofyn am HTML i'r dudalen sy'n egluro'r API.",
          }),
        },
      },
    },
    async (request, reply) => {
      reply.header('vary', 'Accept, Accept-Encoding').header('cache-control', 'public, max-age=300');
      const wanted = chooseMediaType(request.headers.accept, ['application/json', 'text/html']);
      if (wanted === 'text/html') return reply.redirect(DOCS, 303);
      reply.header('content-language', 'en, cy');
      return root;
    },
  );
};

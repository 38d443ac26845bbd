import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { LICENCE, NAME, STATUS_SENTENCE } from '../../standard/about.ts';
import { SCHEMA_VERSION } from '../../standard/generated/tables.ts';
import type { Language } from '../../standard/text.ts';
import { API_VERSION } from '../api-version.ts';
import { TAGS } from './tags.ts';
import { inLanguage } from './words.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** The OpenAPI document in Welsh; `swagger()` gives the English one. */
    swaggerCy(): ReturnType<FastifyInstance['swagger']>;
  }
}

const DECORATORS = { en: 'swagger', cy: 'swaggerCy' } as const;

/** The OpenAPI document of an application that is ready. */
export function openApiOf(app: FastifyInstance, language: Language) {
  return app[DECORATORS[language]]();
}

/**
 * Collects every route registered after it into two OpenAPI 3.1 documents, one a language.
 *
 * The options are the ones measured to keep JSON Schema 2020-12 as it is.
 */
export async function describeApi(app: FastifyInstance, publicUrl: string): Promise<void> {
  for (const language of ['en', 'cy'] as const) {
    await app.register(swagger, {
      decorator: DECORATORS[language],
      convertConstToEnum: false,
      openapi: inLanguage(headOf(publicUrl), language),
      transform: ({ schema, url, route }) => {
        const content = route.config?.documentedBody;
        return { schema: inLanguage(content ? { ...schema, body: { content } } : schema, language), url };
      },
      transformObject: (document) => {
        if (!('openapiObject' in document)) throw new Error('The OpenAPI writer was set up for Swagger 2');
        return withoutUnused(inLanguage(document.openapiObject, language));
      },
      refResolver: {
        clone: true,
        buildLocalReference: (json, _base, _fragment, index) =>
          typeof json.$id === 'string' ? componentName(json.$id) : `def-${index}`,
      },
    });
  }
}

/** `https://spcd.example/schema/1.0/tables/profiles.schema.json` becomes `1.0_tables_profiles`. */
export function componentName(id: string): string {
  const path = new URL(id).pathname.replace(/^\/(schema|http)\//, '').replace(/\.schema\.json$/, '');
  return path.replaceAll('/', '_');
}

function headOf(publicUrl: string) {
  return {
    openapi: '3.1.0',
    info: {
      title: `${NAME.en} API`,
      version: API_VERSION,
      summary: `Check and send returns of the candidate standard ${SCHEMA_VERSION}, and read what is published.`,
      description: STATUS_SENTENCE.en,
      'x-cy': {
        title: `API ${NAME.cy}`,
        summary: `Gwirio ac anfon ffurflenni'r safon ymgeisiol ${SCHEMA_VERSION}, a darllen yr hyn a gyhoeddir.`,
        description: STATUS_SENTENCE.cy,
      },
      license: { name: LICENCE.name.en, url: LICENCE.url, 'x-cy': { name: LICENCE.name.cy } },
      contact: {
        name: 'Publisher of this service (SPCD data steward)',
        url: `${publicUrl}/v1/config`,
        'x-cy': { name: "Cyhoeddwr y gwasanaeth hwn (stiward data'r SPCD)" },
      },
    },
    servers: [{ url: publicUrl }],
    tags: TAGS,
    components: {
      securitySchemes: {
        key: {
          type: 'http' as const,
          scheme: 'bearer',
          bearerFormat: 'spcd_<key id>_<secret>',
          description: 'The key of one organisation, which the publisher gives out.',
          'x-cy': { description: "Allwedd un sefydliad, y mae'r cyhoeddwr yn ei rhoi." },
        },
        token: {
          type: 'http' as const,
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description:
            'An OAuth 2.0 access token (client credentials, RS256 or ES256) of the issuer that the publisher has chosen, for a client that the publisher has registered for one organisation. Its scopes are submit and read_own. Not every publisher takes them.',
          'x-cy': {
            description:
              "Tocyn mynediad OAuth 2.0 (client credentials, RS256 neu ES256) gan y cyhoeddwr tocynnau y mae cyhoeddwr y gwasanaeth wedi'i ddewis, ar gyfer cleient y mae wedi'i gofrestru ar ran un sefydliad. Ei hawliau yw submit a read_own. Nid yw pob cyhoeddwr yn eu derbyn.",
          },
        },
      },
    },
  };
}

/** Schemas that no operation leads to say nothing about the API. */
function withoutUnused<Document extends { components?: { schemas?: object } }>(document: Document): Document {
  const schemas = (document.components?.schemas ?? {}) as Record<string, unknown>;
  const { components: _, ...rest } = document;
  const used = new Set<string>();
  const collect = (node: unknown): void => {
    for (const [, name = ''] of JSON.stringify(node).matchAll(/"#\/components\/schemas\/([^"/]+)/g)) {
      if (used.has(name)) continue;
      used.add(name);
      collect(schemas[name]);
    }
  };
  collect(rest);
  const kept = Object.entries(schemas).filter(([name]) => used.has(name));
  return { ...document, components: { ...document.components, schemas: Object.fromEntries(kept) } };
}

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { FORMAT_NAMES, mediaTypesOf } from '../../formats/formats.ts';
import { citationPattern } from '../../query/answer-meta.ts';
import { LICENCE, NAME, type Publisher, STATUS_SENTENCE } from '../../standard/about.ts';
import { SCHEMA_VERSION } from '../../standard/generated/tables.ts';
import { LANGUAGES } from '../../standard/text.ts';
import { API_VERSION } from '../api-version.ts';
import { type ServiceLimits, USUAL_LIMITS } from '../limits.ts';
import { jsonAnswer } from '../openapi/answers.ts';
import { TEXT_SHAPE } from '../openapi/text-shape.ts';
import { operation } from '../openapi/words.ts';
import { RETURN_MEDIA_TYPES } from '../read-return-request.ts';
import { CONFIG_LIMITS_SHAPE, configLimitsOf } from './config-limits.ts';
import { DISCLOSURE_WORDS } from './disclosure-words.ts';

const Config = Type.Object({
  name: TEXT_SHAPE,
  status: Type.Literal('candidate'),
  status_sentence: TEXT_SHAPE,
  versions: Type.Object({ api: Type.String(), standard: Type.String() }),
  languages: Type.Array(Type.String()),
  limits: CONFIG_LIMITS_SHAPE,
  formats: Type.Object({ returns: Type.Array(Type.String()), figures: Type.Array(Type.String()) }),
  licence: Type.Object({ name: TEXT_SHAPE, url: Type.String({ format: 'uri' }) }),
  citation: TEXT_SHAPE,
  disclosure: Type.Record(Type.String(), TEXT_SHAPE),
  deprecations: Type.Array(Type.String()),
  contact: Type.Object({ role: TEXT_SHAPE }),
});

const configOf = (limits: ServiceLimits, publisher: Publisher | null) => ({
  name: NAME,
  status: 'candidate' as const,
  status_sentence: STATUS_SENTENCE,
  versions: { api: API_VERSION, standard: SCHEMA_VERSION },
  languages: [...LANGUAGES],
  limits: configLimitsOf(limits),
  formats: { returns: [...RETURN_MEDIA_TYPES], figures: mediaTypesOf(FORMAT_NAMES) },
  licence: LICENCE,
  citation: citationPattern(publisher),
  disclosure: DISCLOSURE_WORDS,
  deprecations: [],
  contact: {
    role: {
      en: 'The data steward of the organisation that runs this service',
      cy: "Stiward data'r sefydliad sy'n rhedeg y gwasanaeth hwn",
    },
  },
});

export interface ConfigDependencies {
  readonly limits: ServiceLimits;
  /** Named in citations; null where nobody is. */
  readonly publisher?: Publisher | null;
}

/** What the service says of itself. */
export const configRoutes: FastifyPluginAsyncTypebox<ConfigDependencies> = async (
  app,
  { limits, publisher = null },
) => {
  const config = configOf(limits, publisher);
  app.get(
    '/v1/config',
    {
      schema: {
        ...operation({
          operationId: 'getConfig',
          tag: 'service',
          summary: {
            en: 'Limits, languages, licence and method',
            cy: 'Terfynau, ieithoedd, trwydded a dull',
          },
          description: {
            en: 'What the service accepts and gives, and how published figures are protected.',
            cy: "Yr hyn y mae'r gwasanaeth yn ei dderbyn a'i roi, a sut y diogelir ffigurau cyhoeddedig.",
          },
        }),
        response: {
          200: jsonAnswer(
            { en: 'The configuration.', cy: 'Y ffurfweddiad.' },
            Config,
            configOf(USUAL_LIMITS, null),
          ),
        },
      },
    },
    async (_request, reply) => {
      reply.header('cache-control', 'public, max-age=3600').header('content-language', 'en, cy');
      return config;
    },
  );
};

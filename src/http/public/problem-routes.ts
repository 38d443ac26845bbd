import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { ERROR_CATALOGUE, type ErrorCode, ServiceError } from '../../errors.ts';
import { suggestName } from '../../standard/suggest.ts';
import { jsonAnswer, problems } from '../openapi/answers.ts';
import { TEXT_SHAPE } from '../openapi/text-shape.ts';
import { described, operation } from '../openapi/words.ts';

const CODES = Object.keys(ERROR_CATALOGUE) as ErrorCode[];

const ProblemType = Type.Object({
  code: Type.String(),
  status: Type.Integer(),
  title: TEXT_SHAPE,
  remedy: TEXT_SHAPE,
});

/** What the `type` of a problem leads to. */
export const problemRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/problems/:code',
    {
      schema: {
        ...operation({
          operationId: 'getProblemType',
          tag: 'service',
          summary: { en: 'What a code of an error means', cy: 'Ystyr cod gwall' },
          description: {
            en: 'The `type` of every problem is such an address.',
            cy: "Mae `type` pob problem yn gyfeiriad o'r fath.",
          },
        }),
        params: Type.Object({
          code: Type.String({
            examples: ['RELEASE_NOT_FOUND'],
            ...described({ en: 'The code.', cy: 'Y cod.' }),
          }),
        }),
        response: {
          200: jsonAnswer({ en: 'The code in words.', cy: 'Y cod mewn geiriau.' }, ProblemType, {
            code: 'RELEASE_NOT_FOUND',
            ...ERROR_CATALOGUE.RELEASE_NOT_FOUND,
          }),
          ...problems('ROUTE_NOT_FOUND'),
        },
      },
    },
    async (request, reply) => {
      const code = CODES.find((candidate) => candidate === request.params.code);
      if (code === undefined) throw unknownCode(request.params.code);
      reply.header('cache-control', 'public, max-age=86400').header('content-language', 'en, cy');
      return { code, ...ERROR_CATALOGUE[code] };
    },
  );
};

function unknownCode(given: string): ServiceError {
  const detail = { en: 'There is no such code.', cy: "Nid oes cod o'r fath." };
  const nearest = suggestName(given, CODES);
  const fault = { parameter: 'code', detail, choices: CODES, ...(nearest === null ? {} : { nearest }) };
  return new ServiceError('ROUTE_NOT_FOUND', detail, {}, { errors: [fault] });
}

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { serialiseReport } from '../../standard/validate-return.ts';
import type { ReturnValidation } from '../../validation/held-return.ts';
import { networkOf } from '../caller-address.ts';
import { jsonAnswer, problems } from '../openapi/answers.ts';
import { REPORT_EXAMPLE, REPORT_REFERENCE } from '../openapi/report-shape.ts';
import { RETURN_BODY } from '../openapi/return-body.ts';
import { RETURN_QUERY } from '../openapi/return-query.ts';
import { operation } from '../openapi/words.ts';
import { leaveBodiesUnread, readReturnRequest } from '../read-return-request.ts';

export interface ValidateDependencies {
  readonly validation: ReturnValidation;
}

/** The validator for everyone. Nothing is stored, and nothing stored is read. */
export const validateRoutes: FastifyPluginAsyncTypebox<ValidateDependencies> = async (
  app,
  { validation },
) => {
  leaveBodiesUnread(app);
  app.post(
    '/v1/validate',
    {
      config: { documentedBody: RETURN_BODY },
      schema: {
        ...operation({
          operationId: 'validateReturn',
          tag: 'checking',
          summary: { en: 'Check a return', cy: 'Gwirio ffurflen' },
          description: {
            en: 'Gives the report of a return in JSON, or of one table in CSV with the header as parameters. Nothing is stored. A return that breaks rules is a 200 too: `result` says so.',
            cy: "Yn rhoi adroddiad ar ffurflen JSON, neu ar un tabl CSV gyda'r pennyn fel paramedrau. Ni chaiff dim ei storio. Mae ffurflen sy'n torri rheolau yn 200 hefyd: `result` sy'n dweud.",
          },
        }),
        querystring: RETURN_QUERY,
        response: {
          200: jsonAnswer({ en: 'The report.', cy: 'Yr adroddiad.' }, REPORT_REFERENCE, REPORT_EXAMPLE),
          ...problems(
            'PARAMETER_UNKNOWN',
            'PARAMETER_MISSING',
            'REQUEST_MALFORMED',
            'TABLE_NOT_FOUND',
            'REQUEST_TOO_LARGE',
            'MEDIA_TYPE_UNSUPPORTED',
            'REQUEST_TIMEOUT',
            'UNAVAILABLE',
          ),
        },
      },
    },
    async (request, reply) => {
      const held = await validation.receive({
        ...readReturnRequest(request, []),
        owner: `network ${networkOf(request.ip)}`,
        among: 'callers without a key',
      });
      held.release();
      return reply
        .header('cache-control', 'no-store')
        .header('content-language', 'en, cy')
        .type('application/json; charset=utf-8')
        .send(serialiseReport(held.report));
    },
  );
};

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { ServiceError } from '../../errors.ts';
import { withdrawTables } from '../../ingest/withdraw-tables.ts';
import { WITHDRAWAL_REASONS, type WithdrawalReason } from '../../ingest/withdrawal-reasons.ts';
import { TABLE_NAMES, type TableName } from '../../standard/generated/tables.ts';
import { jsonAnswer, problems } from '../openapi/answers.ts';
import { described, operation } from '../openapi/words.ts';
import { IDEMPOTENCY_KEY_HEADER } from './answer-once.ts';
import { answerReceiptOnce } from './answer-receipt-once.ts';
import { actorOf, ownerOf } from './authenticate.ts';
import { SUBMISSION_ID, stateTagOf } from './own-submission.ts';
import { RECEIPT_EXAMPLE, RECEIPT_REFERENCE } from './receipt-shape.ts';
import type { SubmitterDependencies } from './submitter-routes.ts';

const REASONS = WITHDRAWAL_REASONS.map(({ code }) => code);

const BODY = Type.Object(
  {
    tables: Type.Optional(
      Type.Array(Type.Unsafe<TableName>({ type: 'string', enum: TABLE_NAMES }), {
        minItems: 1,
        maxItems: TABLE_NAMES.length,
        uniqueItems: true,
        ...described({
          en: 'The tables to take back; all that stand, when not given.',
          cy: "Y tablau i'w tynnu'n ôl; pob un sy'n sefyll, os na roddir hyn.",
        }),
      }),
    ),
    reason: Type.Unsafe<WithdrawalReason>({
      type: 'string',
      enum: REASONS,
      ...described({
        en: WITHDRAWAL_REASONS.map(({ code, title }) => `${code}: ${title.en}`).join('; '),
        cy: WITHDRAWAL_REASONS.map(({ code, title }) => `${code}: ${title.cy}`).join('; '),
      }),
    }),
  },
  { additionalProperties: false, examples: [{ tables: ['profiles'], reason: 'figures_wrong' }] },
);

/** Taking figures back. */
export const withdrawRoutes: FastifyPluginAsyncTypebox<
  Pick<SubmitterDependencies, 'db' | 'pool' | 'turns' | 'locks'>
> = async (app, dependencies) => {
  app.post(
    '/v1/submissions/:id/withdraw',
    {
      config: { access: 'key', scope: 'submit' },
      schema: {
        ...operation({
          operationId: 'withdrawSubmission',
          tag: 'submitting',
          summary: { en: 'Take figures back', cy: "Tynnu ffigurau'n ôl" },
          description: {
            en: 'Takes back the whole submission or the tables named. What stood before them does not come back. If-Match must hold the ETag of the submission.',
            cy: "Yn tynnu'r cyflwyniad cyfan neu'r tablau a enwir yn ôl. Nid yw'r hyn a oedd yn sefyll o'u blaen yn dod yn ôl. Rhaid i If-Match ddal ETag y cyflwyniad.",
          },
        }),
        params: SUBMISSION_ID,
        headers: HEADERS,
        body: BODY,
        response: {
          200: jsonAnswer(
            { en: 'The receipt, as it is now.', cy: 'Y dderbynneb, fel y mae yn awr.' },
            RECEIPT_REFERENCE,
            RECEIPT_EXAMPLE,
          ),
          ...problems(
            'REQUEST_MALFORMED',
            'SUBMISSION_NOT_FOUND',
            'STATE_DOES_NOT_ALLOW',
            'IDEMPOTENCY_KEY_IN_USE',
            'IDEMPOTENCY_KEY_REUSED',
            'PRECONDITION_FAILED',
            'PRECONDITION_REQUIRED',
          ),
        },
      },
    },
    async (request, reply) => {
      const isAsRead = readIfMatch(request.headers['if-match']);
      return answerReceiptOnce(dependencies, request, reply, (onDecided) =>
        withdrawTables(dependencies, {
          ...ownerOf(request),
          actor: actorOf(request),
          submission_id: request.params.id,
          tables: request.body.tables ?? null,
          reason: request.body.reason,
          isAsRead: (found) => isAsRead(stateTagOf(found)),
          now: new Date(),
          request_id: request.id,
          onDecided,
        }),
      );
    },
  );
};

const HEADERS = Type.Object({
  ...IDEMPOTENCY_KEY_HEADER,
  'if-match': Type.Optional(
    Type.String({
      maxLength: 1000,
      ...described({
        en: 'The ETag of the submission as you have read it.',
        cy: "ETag y cyflwyniad fel y'i darllenwyd gennych.",
      }),
    }),
  ),
});

/**
 * Whether an ETag is one that `If-Match` names. It compares strongly (RFC 9110, 13.1.1).
 *
 * @throws {ServiceError} PRECONDITION_REQUIRED when the header is not there, REQUEST_MALFORMED when it holds `*` and more.
 */
function readIfMatch(given: string | undefined): (etag: string) => boolean {
  if (given === undefined || given.trim() === '') {
    const detail = {
      en: 'If-Match is missing. Nothing was withdrawn.',
      cy: 'Mae If-Match ar goll. Ni thynnwyd dim yn ôl.',
    };
    throw new ServiceError('PRECONDITION_REQUIRED', detail, {}, { errors: [{ header: 'If-Match', detail }] });
  }
  const tags = given.split(',').map((tag) => tag.trim());
  if (tags.includes('*') && tags.length > 1) {
    const detail = {
      en: 'If-Match holds * alone, or ETags. Nothing was withdrawn.',
      cy: 'Mae If-Match yn dal * ar ei ben ei hun, neu ETags. Ni thynnwyd dim yn ôl.',
    };
    throw new ServiceError('REQUEST_MALFORMED', detail, {}, { errors: [{ header: 'If-Match', detail }] });
  }
  return (etag) => tags.includes('*') || tags.includes(etag);
}

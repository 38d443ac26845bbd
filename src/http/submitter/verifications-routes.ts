import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { VERIFICATION_REASONS, type VerificationReason } from '../../ingest/verification-reasons.ts';
import { verifySubmission } from '../../ingest/verify-submission.ts';
import { jsonAnswer, problems } from '../openapi/answers.ts';
import { described, operation } from '../openapi/words.ts';
import { IDEMPOTENCY_KEY_HEADER } from './answer-once.ts';
import { answerReceiptOnce } from './answer-receipt-once.ts';
import { actorOf, ownerOf } from './authenticate.ts';
import { SUBMISSION_ID } from './own-submission.ts';
import { RECEIPT_EXAMPLE, RECEIPT_REFERENCE } from './receipt-shape.ts';
import type { SubmitterDependencies } from './submitter-routes.ts';

const BODY = Type.Object(
  {
    verifications: Type.Array(
      Type.Object(
        {
          rule: Type.String({
            pattern: '^[a-z0-9-]{1,100}$',
            ...described({ en: 'A rule of the tier verify.', cy: "Rheol o'r haen verify." }),
          }),
          reason: Type.Unsafe<VerificationReason>({
            type: 'string',
            enum: VERIFICATION_REASONS.map(({ code }) => code),
            ...described({
              en: `Of some rules published as a note beside the figures, see docs/decisions/0016. ${VERIFICATION_REASONS.map(({ code, title }) => `${code}: ${title.en}`).join('; ')}`,
              cy: `Ar gyfer rhai rheolau cyhoeddir ef fel nodyn wrth y ffigurau, gweler docs/decisions/0016. ${VERIFICATION_REASONS.map(({ code, title }) => `${code}: ${title.cy}`).join('; ')}`,
            }),
          }),
          words: Type.Optional(
            Type.String({
              minLength: 1,
              maxLength: 1000,
              ...described({
                en: 'More, for the publisher to read; never published, and refused when it seems to name a person.',
                cy: "Rhagor, i'r cyhoeddwr ei ddarllen; ni chaiff byth ei gyhoeddi, a gwrthodir ef os yw'n ymddangos ei fod yn enwi person.",
              }),
            }),
          ),
        },
        { additionalProperties: false },
      ),
      {
        maxItems: 100,
        ...described({
          en: 'Empty where nothing is left to confirm, as when the tables in doubt were taken back: the others are then taken in.',
          cy: "Gwag lle nad oes dim ar ôl i'w gadarnhau, megis pan dynnwyd y tablau amheus yn ôl: yna cymerir y lleill i mewn.",
        }),
      },
    ),
  },
  {
    additionalProperties: false,
    examples: [{ verifications: [{ rule: 'figures-are-unrounded', reason: 'checked_and_correct' }] }],
  },
);

/** Confirming that figures which look wrong are right. */
export const verificationsRoutes: FastifyPluginAsyncTypebox<SubmitterDependencies> = async (
  app,
  dependencies,
) => {
  app.post(
    '/v1/submissions/:id/verifications',
    {
      config: { access: 'key', scope: 'submit' },
      schema: {
        ...operation({
          operationId: 'verifySubmission',
          tag: 'submitting',
          summary: {
            en: 'Confirm figures that look wrong',
            cy: "Cadarnhau ffigurau sy'n edrych yn anghywir",
          },
          description: {
            en: 'Confirms rules of the tier verify, each with a reason. With the last of them the submission is checked once more against what stands by now, and then accepted. What is confirmed before stays confirmed, and confirming just the same again gives the receipt.',
            cy: "Yn cadarnhau rheolau o'r haen verify, pob un â rheswm. Gyda'r olaf ohonynt caiff y cyflwyniad ei wirio unwaith eto yn erbyn yr hyn sy'n sefyll erbyn hynny, ac yna ei dderbyn. Mae'r hyn a gadarnhawyd o'r blaen yn aros wedi'i gadarnhau, ac mae cadarnhau'r un peth yn union eto yn rhoi'r dderbynneb.",
          },
        }),
        params: SUBMISSION_ID,
        headers: Type.Object(IDEMPOTENCY_KEY_HEADER),
        body: BODY,
        response: {
          200: jsonAnswer(
            {
              en: 'The receipt, as it is now: accepted, or still waiting for the rules that are left.',
              cy: "Y dderbynneb, fel y mae yn awr: wedi'i derbyn, neu'n dal i aros am y rheolau sydd ar ôl.",
            },
            RECEIPT_REFERENCE,
            RECEIPT_EXAMPLE,
          ),
          ...problems(
            'REQUEST_MALFORMED',
            'SUBMISSION_NOT_FOUND',
            'STATE_DOES_NOT_ALLOW',
            'IDEMPOTENCY_KEY_IN_USE',
            'IDEMPOTENCY_KEY_REUSED',
          ),
        },
      },
    },
    async (request, reply) =>
      answerReceiptOnce(dependencies, request, reply, (onDecided) =>
        verifySubmission(dependencies, {
          ...ownerOf(request),
          actor: actorOf(request),
          submission_id: request.params.id,
          confirmed: request.body.verifications,
          now: new Date(),
          request_id: request.id,
          onDecided,
        }),
      ),
  );
};

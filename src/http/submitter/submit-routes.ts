import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { ServiceError } from '../../errors.ts';
import { acceptSubmission, type SubmissionDependencies } from '../../ingest/accept-submission.ts';
import { readConfirmations } from '../../ingest/read-confirmations.ts';
import type { Receipt } from '../../ingest/receipt.ts';
import { VERIFICATION_REASONS } from '../../ingest/verification-reasons.ts';
import { jsonAnswer, problems } from '../openapi/answers.ts';
import { RETURN_BODY } from '../openapi/return-body.ts';
import { RETURN_QUERY } from '../openapi/return-query.ts';
import { described, operation } from '../openapi/words.ts';
import { leaveBodiesUnread, readReturnRequest } from '../read-return-request.ts';
import { holderOf } from './authenticate.ts';
import { RECEIPT_EXAMPLE, RECEIPT_REFERENCE } from './receipt-shape.ts';

const OWN_PARAMETERS = ['dry_run', 'confirm'] as const;

const REASONS = VERIFICATION_REASONS.map(({ code }) => code);

const QUERY = {
  ...RETURN_QUERY,
  properties: {
    dry_run: {
      type: 'boolean',
      ...described({
        en: 'Do all that a submission does, and store nothing.',
        cy: 'Gwneud popeth y mae cyflwyniad yn ei wneud, a storio dim.',
      }),
    },
    confirm: {
      type: 'array',
      items: { type: 'string', maxLength: 200 },
      maxItems: 100,
      examples: [['figures-are-unrounded:checked_and_correct']],
      ...described({
        en: `A rule of the tier verify and why the figures are right all the same, as rule:reason; may be repeated. Reasons: ${REASONS.join(', ')}.`,
        cy: `Rheol o'r haen verify a pham mae'r ffigurau'n gywir serch hynny, fel rheol:rheswm; gellir ei ailadrodd. Rhesymau: ${REASONS.join(', ')}.`,
      }),
    },
    ...RETURN_QUERY.properties,
  },
} as const;

/** Taking returns in. */
export const submitRoutes: FastifyPluginAsyncTypebox<SubmissionDependencies> = async (
  app,
  { pool, validation },
) => {
  leaveBodiesUnread(app);
  const receipt = (en: string, cy: string) => jsonAnswer({ en, cy }, RECEIPT_REFERENCE, RECEIPT_EXAMPLE);
  app.post(
    '/v1/submissions',
    {
      config: { access: 'key', scope: 'submit', documentedBody: RETURN_BODY },
      schema: {
        ...operation({
          operationId: 'submitReturn',
          tag: 'submitting',
          summary: { en: 'Send a return', cy: 'Anfon ffurflen' },
          description: {
            en: 'Takes the same bodies as /v1/validate. What is accepted replaces, for its period, the tables it names and no others. Sending a return again changes nothing. The headers Idempotency-Key and Prefer: respond-async are not read yet: they come with a later version.',
            cy: "Yn derbyn yr un cyrff â /v1/validate. Mae'r hyn a dderbynnir yn disodli, ar gyfer ei gyfnod, y tablau y mae'n eu henwi a dim eraill. Nid yw anfon ffurflen eto yn newid dim. Ni ddarllenir y penynnau Idempotency-Key a Prefer: respond-async eto: dônt gyda fersiwn ddiweddarach.",
          },
        }),
        querystring: QUERY,
        response: {
          200: receipt(
            'Accepted; nothing was new, or it was a dry run.',
            'Derbyniwyd; nid oedd dim yn newydd, neu prawf ydoedd.',
          ),
          201: receipt('Accepted and stored.', 'Derbyniwyd a storiwyd.'),
          ...problems(
            'PARAMETER_UNKNOWN',
            'PARAMETER_MISSING',
            'REQUEST_MALFORMED',
            'TABLE_NOT_FOUND',
            'FORBIDDEN',
            'ORGANISATION_MISMATCH',
            'REQUEST_TOO_LARGE',
            'MEDIA_TYPE_UNSUPPORTED',
            'SUBMISSION_REJECTED',
            'SUBMISSION_NEEDS_VERIFICATION',
            'REQUEST_TIMEOUT',
            'UNAVAILABLE',
          ),
        },
      },
    },
    async (request, reply) => {
      const { organisation, key_id, kind, sandbox } = holderOf(request);
      const { dry_run = false, confirm = [] } = request.query as { dry_run?: boolean; confirm?: string[] };
      const outcome = await acceptSubmission(
        { pool, validation },
        {
          ...readReturnRequest(request, OWN_PARAMETERS),
          organisation,
          key_id,
          actor_kind: kind,
          sandbox,
          dry_run,
          confirmed: readConfirmations(confirm),
          now: new Date(),
          request_id: request.id,
        },
      );
      const { receipt } = outcome;
      reply.header('cache-control', 'no-store').header('content-language', 'en, cy');
      if (!outcome.accepted) throw refused(receipt);
      if (receipt.submission_id !== null)
        reply.header('location', `/v1/submissions/${receipt.submission_id}`);
      const isNew = !dry_run && receipt.tables.some((table) => table.outcome !== 'unchanged');
      return reply.code(isNew ? 201 : 200).send(receipt);
    },
  );
};

function refused(receipt: Receipt): ServiceError {
  const code = receipt.state === 'rejected' ? 'SUBMISSION_REJECTED' : 'SUBMISSION_NEEDS_VERIFICATION';
  return new ServiceError(code, receipt.next_action, {}, { members: { receipt } });
}

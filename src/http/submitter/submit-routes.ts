import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { ServiceError } from '../../errors.ts';
import { acceptSubmission, type SubmissionOutcome, statusOf } from '../../ingest/accept-submission.ts';
import { readConfirmations } from '../../ingest/read-confirmations.ts';
import type { Receipt } from '../../ingest/receipt.ts';
import { receiveLater } from '../../ingest/receive-later.ts';
import { VERIFICATION_REASONS } from '../../ingest/verification-reasons.ts';
import type { Job } from '../../store/jobs-repository.ts';
import { languageOf } from '../language.ts';
import { LIMITS } from '../limits.ts';
import { jsonAnswer, problems } from '../openapi/answers.ts';
import { RETURN_BODY } from '../openapi/return-body.ts';
import { RETURN_QUERY } from '../openapi/return-query.ts';
import { described, operation } from '../openapi/words.ts';
import { describeProblem, PROBLEM_MEDIA_TYPE } from '../problem.ts';
import { leaveBodiesUnread, readReturnRequest } from '../read-return-request.ts';
import { answerOnce, IDEMPOTENCY_KEY_HEADER, type SentAnswer, sendOnce } from './answer-once.ts';
import { actorOf, ownerOf } from './authenticate.ts';
import { describeJob, JOB_EXAMPLE, JOB_SHAPE } from './jobs-routes.ts';
import { RECEIPT_EXAMPLE, RECEIPT_REFERENCE } from './receipt-shape.ts';
import type { SubmitterDependencies } from './submitter-routes.ts';

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
export const submitRoutes: FastifyPluginAsyncTypebox<SubmitterDependencies> = async (app, dependencies) => {
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
            en: 'Takes the same bodies as /v1/validate. What is accepted replaces, for its period, the tables it names and no others. Sending a return again changes nothing. With Idempotency-Key a repeated request gets the answer of the first, byte for byte, for 24 hours. With Prefer: respond-async the answer is a 202 as soon as the whole body is stored, and the return is taken in afterwards.',
            cy: "Yn derbyn yr un cyrff â /v1/validate. Mae'r hyn a dderbynnir yn disodli, ar gyfer ei gyfnod, y tablau y mae'n eu henwi a dim eraill. Nid yw anfon ffurflen eto yn newid dim. Gydag Idempotency-Key mae cais a ailadroddir yn cael ateb y cyntaf, beit am feit, am 24 awr. Gyda Prefer: respond-async yr ateb yw 202 cyn gynted ag y bydd y corff cyfan wedi'i storio, a chymerir y ffurflen i mewn wedyn.",
          },
        }),
        querystring: QUERY,
        headers: HEADERS,
        response: {
          200: receipt(
            'Accepted; nothing was new, or it was a dry run.',
            'Derbyniwyd; nid oedd dim yn newydd, neu prawf ydoedd.',
          ),
          201: receipt('Accepted and stored.', 'Derbyniwyd a storiwyd.'),
          202: jsonAnswer(
            {
              en: 'Received whole, to be taken in afterwards; Location says where to ask how far it is.',
              cy: "Daeth i law yn gyfan, i'w chymryd i mewn wedyn; mae Location yn dweud ble i ofyn pa mor bell y mae.",
            },
            JOB_SHAPE,
            JOB_EXAMPLE,
          ),
          ...problems(
            'PARAMETER_UNKNOWN',
            'PARAMETER_MISSING',
            'REQUEST_MALFORMED',
            'TABLE_NOT_FOUND',
            'FORBIDDEN',
            'ORGANISATION_MISMATCH',
            'IDEMPOTENCY_KEY_IN_USE',
            'REQUEST_TOO_LARGE',
            'MEDIA_TYPE_UNSUPPORTED',
            'SUBMISSION_REJECTED',
            'SUBMISSION_NEEDS_VERIFICATION',
            'IDEMPOTENCY_KEY_REUSED',
            'REQUEST_TIMEOUT',
            'UNAVAILABLE',
          ),
        },
      },
    },
    async (request, reply) => {
      const owner = ownerOf(request);
      const { dry_run = false, confirm = [] } = request.query as { dry_run?: boolean; confirm?: string[] };
      const { source, body, gone, maximumBytes } = readReturnRequest(request, OWN_PARAMETERS);
      const said = {
        ...{ source, actor: actorOf(request), dry_run },
        confirmed: readConfirmations(confirm),
        request_id: request.id,
      };
      const isLater = prefersLater(request.headers.prefer);
      reply.header('cache-control', 'no-store').header('vary', 'Accept, Accept-Language, Prefer');
      const answer = await answerOnce(dependencies, request, { owner, body }, async (repeatable) => {
        if (isLater) {
          const job = await receiveLater(dependencies, {
            ...{ owner, body: repeatable.body, request: said, limits: LIMITS.waiting },
            onReceived: (transaction, received) => repeatable.keep(transaction, answerLater(received)),
          });
          dependencies.later.wake();
          return answerLater(job);
        }
        const describe = (outcome: SubmissionOutcome) =>
          answerOf(outcome, { request, publicUrl: dependencies.publicUrl });
        const outcome = await acceptSubmission(dependencies, {
          ...{ ...said, ...owner, body: repeatable.body, gone, maximumBytes, clock: () => new Date() },
          onDecided: (transaction, decided) => repeatable.keep(transaction, describe(decided)),
        });
        return describe(outcome);
      });
      if (answer.status === 202)
        reply.header('preference-applied', 'respond-async').header('retry-after', '2');
      return sendOnce(reply, answer);
    },
  );
};

const HEADERS = Type.Object({
  ...IDEMPOTENCY_KEY_HEADER,
  prefer: Type.Optional(
    Type.String({
      maxLength: 500,
      examples: ['respond-async'],
      ...described({
        en: 'respond-async asks for a 202 as soon as the body is stored.',
        cy: 'Mae respond-async yn gofyn am 202 cyn gynted ag y caiff y corff ei storio.',
      }),
    }),
  ),
});

/** Whether `Prefer` asks to be answered before the work is done (RFC 7240, 4.1). */
function prefersLater(prefer: string | readonly string[] | undefined): boolean {
  return String(prefer ?? '')
    .split(',')
    .some((preference) => preference.split(';')[0]?.trim().toLowerCase() === 'respond-async');
}

function answerLater(job: Job): SentAnswer {
  return {
    status: 202,
    location: `/v1/submission-jobs/${job.id}`,
    media_type: JSON_TYPE,
    content_language: 'en, cy',
    response: JSON.stringify(describeJob(job, null)),
  };
}

const JSON_TYPE = 'application/json; charset=utf-8';

/** What a sender who waits is told: the receipt, within a problem when it was not accepted. */
function answerOf(
  outcome: SubmissionOutcome,
  { request, publicUrl }: { readonly request: FastifyRequest; readonly publicUrl: string },
): SentAnswer {
  const { accepted, receipt } = outcome;
  if (!accepted) {
    const context = { language: languageOf(request), publicUrl, requestId: request.id };
    const problem = describeProblem(refused(receipt), context);
    // Where it is confirmed; of a rejected return there is nothing more to do.
    const isHeld = receipt.state === 'needs_verification' && receipt.submission_id !== null;
    const location = isHeld ? `/v1/submissions/${receipt.submission_id}` : null;
    return {
      status: statusOf(outcome),
      location,
      media_type: PROBLEM_MEDIA_TYPE,
      content_language: context.language,
      response: JSON.stringify(problem),
    };
  }
  return {
    status: statusOf(outcome),
    location: receipt.submission_id === null ? null : `/v1/submissions/${receipt.submission_id}`,
    media_type: JSON_TYPE,
    content_language: 'en, cy',
    response: JSON.stringify(receipt),
  };
}

function refused(receipt: Receipt): ServiceError {
  const code = receipt.state === 'rejected' ? 'SUBMISSION_REJECTED' : 'SUBMISSION_NEEDS_VERIFICATION';
  return new ServiceError(code, receipt.next_action, {}, { members: { receipt } });
}

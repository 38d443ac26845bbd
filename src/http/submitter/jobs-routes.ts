import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { ServiceError } from '../../errors.ts';
import { type Receipt, receiptOf } from '../../ingest/receipt.ts';
import { type AuditActor, recordAudit } from '../../store/audit-log.ts';
import type { Owner } from '../../store/holder.ts';
import { cancelJob, findJob, type Job } from '../../store/jobs-repository.ts';
import { JOB_STATES } from '../../store/stored-values.ts';
import { findSubmission } from '../../store/submissions-repository.ts';
import { inTransaction } from '../../store/transaction.ts';
import { emptyAnswer, jsonAnswer, problems } from '../openapi/answers.ts';
import { TEXT_SHAPE } from '../openapi/text-shape.ts';
import { described, operation } from '../openapi/words.ts';
import { actorOf, holderOf } from './authenticate.ts';
import { RECEIPT_REFERENCE } from './receipt-shape.ts';
import type { SubmitterDependencies } from './submitter-routes.ts';

const JOB_ID = Type.Object({
  id: Type.String({
    maxLength: 36,
    examples: ['0b6f2a52-5a4e-4c1c-9d53-2f0f8f3f9c11'],
    ...described({ en: 'Id that the 202 answer gave.', cy: 'Id a roddodd yr ateb 202.' }),
  }),
});

const NULLABLE_TEXT = Type.Unsafe({ type: ['string', 'null'] });

/** A return that is taken in later: how far it is, and where its result is. */
export const JOB_SHAPE = Type.Object(
  {
    job_id: Type.String(),
    sequence: Type.Unsafe({
      type: ['integer', 'null'],
      ...described({
        en: 'Its place in the order of receipt, which becomes that of the submission: it never takes the place of a return with a higher one. Null of one that was received before there were such places.',
        cy: "Ei lle yn nhrefn derbyn, sy'n dod yn lle'r cyflwyniad: nid yw byth yn cymryd lle ffurflen â rhif uwch. Null ar gyfer un a dderbyniwyd cyn bod lleoedd o'r fath.",
      }),
    }),
    state: Type.Unsafe({ type: 'string', enum: JOB_STATES }),
    received_at: Type.String({ format: 'date-time' }),
    ended_at: NULLABLE_TEXT,
    progress: Type.Object(
      { body_bytes: Type.Integer(), bytes_read: Type.Integer() },
      described({
        en: 'Bytes of the body, and how many have been looked at.',
        cy: "Beitiau'r corff, a faint ohonynt a wiriwyd.",
      }),
    ),
    status: Type.Unsafe({
      type: ['integer', 'null'],
      ...described({
        en: 'The status that a caller who waited would have had; null until it is done.',
        cy: 'Y statws a gâi galwr a arhosodd; null nes ei fod wedi gorffen.',
      }),
    }),
    result: Type.Union(
      [
        Type.Null(),
        Type.Object({
          submission: Type.String(),
          findings: Type.String(),
          changes: Type.Unsafe({
            ...NULLABLE_TEXT,
            ...described({
              en: 'Null of a return that was rejected: it changes nothing.',
              cy: "Null ar gyfer ffurflen a wrthodwyd: nid yw'n newid dim.",
            }),
          }),
        }),
      ],
      described({
        en: 'Addresses of what came of it, once it is stored; they need the scope read_own.',
        cy: "Cyfeiriadau'r hyn a ddaeth ohono, unwaith y caiff ei storio; mae angen yr hawl read_own arnynt.",
      }),
    ),
    receipt: Type.Union(
      [Type.Null(), Type.Unsafe(RECEIPT_REFERENCE)],
      described({
        en: 'What became of it, once it is done: of a stored return as it is now, also for a key that may only submit; of a trial run, of which nothing is stored, as it was then.',
        cy: "Beth a ddaeth ohono, unwaith y bydd wedi gorffen: ar gyfer ffurflen a storiwyd fel y mae yn awr, hefyd i allwedd na chaiff ond cyflwyno; ar gyfer prawf, nad oes dim ohono'n cael ei storio, fel yr oedd bryd hynny.",
      }),
    ),
    problem: Type.Union(
      [
        Type.Null(),
        Type.Object({
          code: Type.String(),
          detail: TEXT_SHAPE,
          instance: Type.Optional(
            Type.String(described({ en: 'Id of the request that sent it.', cy: "Id y cais a'i hanfonodd." })),
          ),
        }),
      ],
      described({ en: 'Why it failed.', cy: 'Pam y methodd.' }),
    ),
    next_action: TEXT_SHAPE,
  },
  { additionalProperties: false },
);

export const JOB_EXAMPLE = {
  job_id: '0b6f2a52-5a4e-4c1c-9d53-2f0f8f3f9c11',
  sequence: 1_204,
  state: 'checking',
  received_at: '2026-07-20T09:31:00.000Z',
  ended_at: null,
  progress: { body_bytes: 104_857_600, bytes_read: 31_457_280 },
  status: null,
  result: null,
  receipt: null,
  problem: null,
  next_action: {
    en: 'The return is here whole and is being checked. Ask again in a few seconds.',
    cy: "Mae'r ffurflen yma'n gyfan ac mae'n cael ei gwirio. Gofynnwch eto ymhen ychydig eiliadau.",
  },
};

const NEXT_ACTION = {
  received: {
    en: 'The return is here whole and waits to be checked. Ask again in a few seconds.',
    cy: "Mae'r ffurflen yma'n gyfan ac yn aros i gael ei gwirio. Gofynnwch eto ymhen ychydig eiliadau.",
  },
  checking: JOB_EXAMPLE.next_action,
  done: {
    en: 'The return has been checked. What came of it, and what to do next, is in receipt.',
    cy: "Mae'r ffurflen wedi'i gwirio. Mae'r hyn a ddaeth ohoni, a'r hyn i'w wneud nesaf, yn receipt.",
  },
  failed: {
    en: 'Nothing was stored. Mend what problem names and send the return again, under a new Idempotency-Key.',
    cy: 'Ni storiwyd dim. Cywirwch yr hyn y mae problem yn ei enwi ac anfonwch y ffurflen eto, dan Idempotency-Key newydd.',
  },
  cancelled: {
    en: 'You cancelled it. Nothing was stored. To send the return after all, use a new Idempotency-Key.',
    cy: "Gwnaethoch ei ganslo. Ni storiwyd dim. I anfon y ffurflen wedi'r cyfan, defnyddiwch Idempotency-Key newydd.",
  },
} as const;

/** Whether a job has become a submission. */
function isSubmission({ state, answer }: Job): boolean {
  return state === 'done' && answer === null;
}

/**
 * How far a job is, as its sender reads it.
 *
 * @param receipt - Of the submission that it became; null as long as it is none.
 */
export function describeJob(job: Job, receipt: Receipt | null) {
  const address = `/v1/submissions/${job.id}`;
  const isStored = isSubmission(job);
  return {
    job_id: job.id,
    sequence: job.sequence,
    state: job.state,
    received_at: job.created_at.toISOString(),
    ended_at: job.ended_at?.toISOString() ?? null,
    progress: { body_bytes: job.body_bytes, bytes_read: job.bytes_read },
    status: job.status,
    result: isStored
      ? {
          submission: address,
          findings: `${address}/findings`,
          changes: receipt?.state === 'rejected' ? null : `${address}/changes`,
        }
      : null,
    receipt: job.state === 'done' ? (job.answer ?? receipt) : null,
    problem: job.state === 'failed' ? job.answer : null,
    next_action: NEXT_ACTION[job.state],
  };
}

/** Returns that were sent with `Prefer: respond-async`. */
export const jobsRoutes: FastifyPluginAsyncTypebox<SubmitterDependencies> = async (app, { db, pool }) => {
  app.get(
    '/v1/submission-jobs/:id',
    {
      // Whoever may send one may ask what became of it: its address is all that a 202 gives.
      config: { access: 'key', scope: ['submit', 'read_own'] },
      schema: {
        ...operation({
          operationId: 'getSubmissionJob',
          tag: 'submitting',
          summary: {
            en: 'How far a return is that is taken in later',
            cy: 'Pa mor bell y mae ffurflen a gymerir i mewn yn ddiweddarach',
          },
          description: {
            en: 'State and progress, and once it is done its receipt and the addresses of its findings. Retry-After says when to ask again. A key or token with either of the scopes submit and read_own may ask; what result links to needs read_own.',
            cy: "Cyflwr a chynnydd, ac unwaith y bydd wedi gorffen ei derbynneb a chyfeiriadau ei chanfyddiadau. Mae Retry-After yn dweud pryd i ofyn eto. Caiff allwedd neu docyn â'r naill hawl neu'r llall, submit neu read_own, ofyn; mae angen read_own ar yr hyn y mae result yn dolennu iddo.",
          },
        }),
        params: JOB_ID,
        response: {
          200: jsonAnswer({ en: 'How far it is.', cy: 'Pa mor bell y mae.' }, JOB_SHAPE, JOB_EXAMPLE),
          ...problems('JOB_NOT_FOUND'),
        },
      },
    },
    async (request, reply) => {
      const job = await findJob(db, holderOf(request), request.params.id);
      if (job === null) throw unknownJob();
      reply.header('cache-control', 'private, no-store').header('content-language', 'en, cy');
      if (job.ended_at === null) reply.header('retry-after', '2');
      const submission = isSubmission(job) ? await findSubmission(db, job, job.id) : null;
      return describeJob(job, submission && receiptOf(submission));
    },
  );

  app.delete(
    '/v1/submission-jobs/:id',
    {
      config: { access: 'key', scope: 'submit' },
      schema: {
        ...operation({
          operationId: 'cancelSubmissionJob',
          tag: 'submitting',
          summary: {
            en: 'Cancel a return before it is taken in',
            cy: 'Canslo ffurflen cyn iddi gael ei chymryd i mewn',
          },
          description: {
            en: 'Nothing of it is then stored. A return that has been taken in is withdrawn instead. Needs the scope submit.',
            cy: 'Ni chaiff dim ohoni ei storio wedyn. Tynnir yn ôl ffurflen a gymerwyd i mewn eisoes. Mae angen yr hawl submit.',
          },
        }),
        params: JOB_ID,
        response: {
          204: emptyAnswer({ en: 'Cancelled.', cy: 'Canslwyd.' }),
          ...problems('JOB_NOT_FOUND', 'STATE_DOES_NOT_ALLOW'),
        },
      },
    },
    async (request, reply) => {
      const owner = holderOf(request);
      const { id } = request.params;
      if ((await findJob(db, owner, id)) === null) throw unknownJob();
      if (!(await cancel(pool, { owner, id, actor: actorOf(request), request_id: request.id }))) {
        throw new ServiceError('STATE_DOES_NOT_ALLOW', {
          en: 'It has ended already, so there is nothing to cancel.',
          cy: "Mae wedi dod i ben eisoes, felly nid oes dim i'w ganslo.",
        });
      }
      return reply.code(204).send();
    },
  );
};

async function cancel(
  pool: SubmitterDependencies['pool'],
  { owner, id, actor, request_id }: { owner: Owner; id: string; actor: AuditActor; request_id: string },
): Promise<boolean> {
  return inTransaction(pool, async ({ db }) => {
    if (!(await cancelJob(db, owner, id))) return false;
    await recordAudit(db, {
      at: new Date(),
      actor,
      organisation: owner.organisation,
      action: 'submission_cancelled',
      subject: id,
      request_id,
    });
    return true;
  });
}

function unknownJob(): ServiceError {
  return new ServiceError('JOB_NOT_FOUND', {
    en: 'There is none with this id.',
    cy: "Nid oes un â'r id hwn.",
  });
}

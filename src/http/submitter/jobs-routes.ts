import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { ServiceError } from '../../errors.ts';
import { type AuditActor, recordAudit } from '../../store/audit-log.ts';
import type { Owner } from '../../store/holder.ts';
import { cancelJob, findJob, type Job } from '../../store/jobs-repository.ts';
import { JOB_STATES } from '../../store/stored-values.ts';
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
        Type.Object({ submission: Type.String(), findings: Type.String(), changes: Type.String() }),
      ],
      described({
        en: 'Addresses of what came of it, once it is stored.',
        cy: "Cyfeiriadau'r hyn a ddaeth ohono, unwaith y caiff ei storio.",
      }),
    ),
    receipt: Type.Union(
      [Type.Null(), Type.Unsafe(RECEIPT_REFERENCE)],
      described({
        en: 'Of a trial run, of which nothing is stored.',
        cy: "Ar gyfer prawf, nad oes dim ohono'n cael ei storio.",
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
    en: 'The return has been checked. Read what came of it at the address in result.',
    cy: "Mae'r ffurflen wedi'i gwirio. Darllenwch yr hyn a ddaeth ohoni yn y cyfeiriad yn result.",
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

/** How far a job is, as its sender reads it. */
export function describeJob(job: Job) {
  const address = `/v1/submissions/${job.id}`;
  const isStored = job.state === 'done' && job.answer === null;
  return {
    job_id: job.id,
    state: job.state,
    received_at: job.created_at.toISOString(),
    ended_at: job.ended_at?.toISOString() ?? null,
    progress: { body_bytes: job.body_bytes, bytes_read: job.bytes_read },
    status: job.status,
    result: isStored
      ? { submission: address, findings: `${address}/findings`, changes: `${address}/changes` }
      : null,
    receipt: job.state === 'done' ? job.answer : null,
    problem: job.state === 'failed' ? job.answer : null,
    next_action: NEXT_ACTION[job.state],
  };
}

/** Returns that were sent with `Prefer: respond-async`. */
export const jobsRoutes: FastifyPluginAsyncTypebox<SubmitterDependencies> = async (app, { db, pool }) => {
  app.get(
    '/v1/submission-jobs/:id',
    {
      config: { access: 'key', scope: 'read_own' },
      schema: {
        ...operation({
          operationId: 'getSubmissionJob',
          tag: 'submitting',
          summary: {
            en: 'How far a return is that is taken in later',
            cy: 'Pa mor bell y mae ffurflen a gymerir i mewn yn ddiweddarach',
          },
          description: {
            en: 'State and progress, and once it is done the addresses of its receipt and findings. Retry-After says when to ask again.',
            cy: "Cyflwr a chynnydd, ac unwaith y bydd wedi gorffen cyfeiriadau ei derbynneb a'i chanfyddiadau. Mae Retry-After yn dweud pryd i ofyn eto.",
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
      return describeJob(job);
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
            en: 'Nothing of it is then stored. A return that has been taken in is withdrawn instead.',
            cy: 'Ni chaiff dim ohoni ei storio wedyn. Tynnir yn ôl ffurflen a gymerwyd i mewn eisoes.',
          },
        }),
        params: JOB_ID,
        response: {
          204: emptyAnswer({ en: 'Cancelled.', cy: 'Canslwyd.' }),
          ...problems('JOB_NOT_FOUND', 'CONFLICT'),
        },
      },
    },
    async (request, reply) => {
      const owner = holderOf(request);
      const { id } = request.params;
      if ((await findJob(db, owner, id)) === null) throw unknownJob();
      if (!(await cancel(pool, { owner, id, actor: actorOf(request), request_id: request.id }))) {
        throw new ServiceError('CONFLICT', {
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

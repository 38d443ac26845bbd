import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { ServiceError } from '../errors.ts';
import { jsonAnswer, problems } from './openapi/answers.ts';
import { operation } from './openapi/words.ts';

/** One thing that must be in order. */
export interface ReadinessCheck {
  /** A plain word, such as `database`. Public. */
  readonly name: string;
  /** Rejects when it is not in order. */
  check(): Promise<unknown>;
}

const State = Type.Object({ status: Type.Literal('ok') });

/** Probes for whatever keeps the service running. */
export const healthRoutes: FastifyPluginAsyncTypebox<{ readiness: readonly ReadinessCheck[] }> = async (
  app,
  { readiness },
) => {
  const answered = jsonAnswer({ en: 'All is well.', cy: 'Mae popeth yn iawn.' }, State, { status: 'ok' });
  app.get(
    '/health/live',
    {
      config: { isUnlimited: true },
      schema: {
        ...operation({
          operationId: 'getLiveness',
          tag: 'service',
          summary: { en: 'Whether the process runs', cy: "A yw'r broses yn rhedeg" },
          description: {
            en: 'Answers as long as the process does.',
            cy: 'Yn ateb cyhyd â bod y broses yn gwneud.',
          },
        }),
        response: { 200: answered },
      },
    },
    async (_request, reply) => {
      reply.header('cache-control', 'no-store');
      return { status: 'ok' as const };
    },
  );
  app.get(
    '/health/ready',
    {
      config: { isUnlimited: true },
      schema: {
        ...operation({
          operationId: 'getReadiness',
          tag: 'service',
          summary: { en: 'Whether requests may be sent here', cy: 'A ellir anfon ceisiadau yma' },
          description: {
            en: 'Answers 503 and names what is not in order, such as the database.',
            cy: "Yn ateb 503 ac yn enwi'r hyn nad yw mewn trefn, megis y gronfa ddata.",
          },
        }),
        response: { 200: answered, ...problems('UNAVAILABLE') },
      },
    },
    async (request, reply) => {
      const outcomes = await Promise.allSettled(readiness.map(({ check }) => check()));
      const failed = readiness.flatMap(({ name }, index) => {
        const outcome = outcomes[index];
        return outcome?.status === 'rejected' ? [{ name, reason: outcome.reason as unknown }] : [];
      });
      if (failed.length > 0) {
        for (const { name, reason } of failed) request.log.warn({ err: reason, check: name }, 'not ready');
        const names = failed.map(({ name }) => name).join(', ');
        throw new ServiceError('UNAVAILABLE', {
          en: `Not in order: ${names}.`,
          cy: `Ddim mewn trefn: ${names}.`,
        });
      }
      reply.header('cache-control', 'no-store');
      return { status: 'ok' as const };
    },
  );
};

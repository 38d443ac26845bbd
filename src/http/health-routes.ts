import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { ServiceError } from '../errors.ts';
import { jsonAnswer, problems } from './openapi/answers.ts';
import { described, operation } from './openapi/words.ts';

/** One thing that must be in order. */
export interface ReadinessCheck {
  /** A plain word, such as `database`. Public. */
  readonly name: string;
  /** Rejects when it is not in order. */
  check(): Promise<unknown>;
  /** Public files that are not what was published, although there is enough to answer from. */
  damaged?(): readonly DamagedFile[];
}

/** A file of a release, by the name it has in the release's manifest. */
export interface DamagedFile {
  readonly release: string;
  readonly file: string;
  readonly fault: string;
}

const State = Type.Object({ status: Type.Literal('ok') });

const Readiness = Type.Object({
  status: Type.Unsafe<string>({ type: 'string', enum: ['ok', 'degraded'] }),
  damaged_files: Type.Optional(
    Type.Integer(
      described({
        en: 'How many files of releases are damaged here. Their releases are not served, and latest is a whole one.',
        cy: "Faint o ffeiliau datganiadau sydd wedi'u difrodi yma. Ni weinir eu datganiadau, ac mae latest yn un cyfan.",
      }),
    ),
  ),
  damaged: Type.Optional(
    Type.Array(
      Type.Object({
        release: Type.String(),
        file: Type.String(),
        fault: Type.Unsafe<string>({ type: 'string', enum: ['missing', 'other_size', 'other_bytes'] }),
      }),
      described({ en: 'The first of them.', cy: 'Y rhai cyntaf ohonynt.' }),
    ),
  ),
});

/** As many as one can look at; the log has them all. */
const NAMED_AT_MOST = 20;

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
            en: 'Answers 503 and names what is not in order, such as the database. Degraded means that requests may be sent, but that some releases are damaged here.',
            cy: "Yn ateb 503 ac yn enwi'r hyn nad yw mewn trefn, megis y gronfa ddata. Ystyr degraded yw y gellir anfon ceisiadau, ond bod rhai datganiadau wedi'u difrodi yma.",
          },
        }),
        response: {
          200: jsonAnswer({ en: 'Requests may be sent.', cy: 'Gellir anfon ceisiadau.' }, Readiness, {
            status: 'ok',
          }),
          ...problems('UNAVAILABLE'),
        },
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
      const damaged = readiness.flatMap((each) => each.damaged?.() ?? []);
      if (damaged.length === 0) return { status: 'ok' };
      return {
        status: 'degraded',
        damaged_files: damaged.length,
        damaged: damaged.slice(0, NAMED_AT_MOST),
      };
    },
  );
};

import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { type DestinationStream, type Logger, pino } from 'pino';

/**
 * The service's log: JSON lines, without bodies, query strings, keys or figures.
 *
 * @param level - A pino level.
 * @param destination - Standard error by default, so that commands may print answers beside it.
 */
export function createLog(level: string, destination: DestinationStream = pino.destination(2)): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: ['authorization', '*.authorization', '*.headers.authorization'],
        censor: '[withheld]',
      },
      serializers: { err: describeFailure, req: () => undefined, res: () => undefined },
    },
    destination,
  );
}

/** One line for each answer. The route's pattern stands in for the address, whose query may name a submission. */
export class AnswerLog extends LogController {
  override incomingRequest(): void {}

  override requestCompleted(
    _error: Error | null | undefined,
    request: FastifyRequest,
    reply: FastifyReply,
  ): void {
    const route = request.routeOptions?.url ?? 'none';
    const line = {
      method: request.method,
      route,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    if (route.startsWith('/health/')) request.log.debug(line, 'answered');
    else request.log.info(line, 'answered');
  }

  override routeNotFound(): void {}
}

/** An error for the log: what and where. A driver's own words quote rows and parameters, so they are left out. */
export function describeFailure(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const fields = error as Error & Record<string, unknown>;
  const isDrivers = 'severity' in error || 'query' in error;
  return {
    type: error.name,
    ...Object.fromEntries(
      ['code', 'routine', 'table', 'column', 'constraint']
        .filter((name) => fields[name] !== undefined)
        .map((name) => [name, fields[name]]),
    ),
    ...(isDrivers ? {} : { message: error.message }),
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .map((line) => line.trim()),
    ...(error.cause === undefined ? {} : { cause: describeFailure(error.cause) }),
  };
}

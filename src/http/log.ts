import { type FastifyBaseLogger, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { type DestinationStream, type Logger, pino } from 'pino';
import { standardError } from './log-in-turns.ts';

/**
 * The service's log: JSON lines, without bodies, query strings, keys or figures.
 *
 * @param level - A pino level.
 * @param destination - Standard error by default, so that commands may print answers beside it.
 */
export function createLog(level: string, destination: DestinationStream = standardError()): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: isoTime,
      redact: {
        paths: ['authorization', '*.authorization', '*.headers.authorization'],
        censor: '[withheld]',
      },
      serializers: { err: describeFailure, req: () => undefined, res: () => undefined },
    },
    destination,
  );
}

let last = { at: 0, text: '' };

/** The moment of a line. Those of one millisecond share its text, which takes longer to write than all the rest. */
function isoTime(): string {
  const at = Date.now();
  if (at !== last.at) last = { at, text: `,"time":"${new Date(at).toISOString()}"` };
  return last.text;
}

/** One line for each answer. The route's pattern stands in for the address, whose query may name a submission. */
export class AnswerLog extends LogController {
  override incomingRequest(): void {}

  override requestCompleted(
    _error: Error | null | undefined,
    request: FastifyRequest,
    reply: FastifyReply,
  ): void {
    const { method } = request;
    const route = request.routeOptions?.url ?? 'none';
    logAnswer(request.log, { method, route, status: reply.statusCode, ms: reply.elapsedTime });
  }

  override routeNotFound(): void {}
}

/** What the log says of an answer: nothing of what was asked. */
interface AnsweredLine {
  /** Where the log does not know it already. */
  readonly reqId?: string;
  readonly method: string;
  /** The pattern of the route. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
}

/** Writes the line of an answer; the probes' are for whoever looks for them. */
export function logAnswer(log: FastifyBaseLogger, { reqId, method, route, status, ms }: AnsweredLine): void {
  const line = { reqId, method, route, status, ms: Math.round(ms) };
  if (route.startsWith('/health/')) log.debug(line, 'answered');
  else log.info(line, 'answered');
}

/** Writes the same lines of answers that are many and alike, of few routes: what they share is put into JSON once. */
export function openAnswerLines(log: FastifyBaseLogger): (line: AnsweredLine) => void {
  const alike = new Map<string, FastifyBaseLogger>();
  return ({ reqId, method, route, status, ms }) => {
    const shared = `${status} ${method} ${route}`;
    let own = alike.get(shared);
    if (own === undefined) {
      own = log.child({ method, route, status }, { redact: [] });
      alike.set(shared, own);
    }
    own.info({ reqId, ms: Math.round(ms) }, 'answered');
  };
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

import { NoAnswerError, ProblemError } from './problem-error.ts';

/** How often, and how patiently, a request is made again. */
export interface RepeatOptions {
  /** Attempts in all; 5 unless given. 1 never repeats. */
  readonly attempts?: number | undefined;
  /** About how long to wait before the second, in milliseconds; it doubles each time. 500 unless given. */
  readonly firstWaitMs?: number | undefined;
  /** The longest to wait, also where the service asks for longer: then its refusal is given back. 60,000 unless given. */
  readonly longestWaitMs?: number | undefined;
}

/** An attempt that failed and will be made again. */
export interface RepeatNotice {
  /** Which attempt failed, counted from 1. */
  readonly attempt: number;
  readonly attempts: number;
  readonly waitMs: number;
  readonly error: ProblemError | NoAnswerError;
}

export interface RepeatContext extends RepeatOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onRepeat?: ((notice: RepeatNotice) => void) | undefined;
  /** Whether the request has a key, so that the service may say that the same one is still being worked on. */
  readonly waitsForItself: boolean;
}

/** What a busy service, or something before it, answers. */
const PASSING = [429, 502, 503, 504];
/** What it answers while it works on the same request. Any other 409 stays as it is however long one waits. */
const IN_USE = 'IDEMPOTENCY_KEY_IN_USE';

/**
 * Makes a request until it is answered, as long as waiting may help.
 *
 * @throws {ProblemError | NoAnswerError} What the last attempt gave.
 */
export async function repeat<Answer>(
  attempt: () => Promise<Answer>,
  context: RepeatContext,
): Promise<Answer> {
  const { attempts = 5, firstWaitMs = 500, longestWaitMs = 60_000, signal, onRepeat } = context;
  for (let made = 1; ; made += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (made >= attempts || !mayPass(error, context)) throw error;
      const asked = error instanceof ProblemError ? error.retryAfter : null;
      const waitMs = asked === null ? backOff(made, firstWaitMs, longestWaitMs) : asked * 1000;
      if (waitMs > longestWaitMs) throw error;
      onRepeat?.({ attempt: made, attempts, waitMs, error });
      await pause(waitMs, signal);
    }
  }
}

function mayPass(error: unknown, { waitsForItself }: RepeatContext): error is ProblemError | NoAnswerError {
  if (error instanceof NoAnswerError) return error.couldNotRepeat === null;
  if (!(error instanceof ProblemError)) return false;
  return PASSING.includes(error.status) || (waitsForItself && error.code === IN_USE);
}

/** Between half and all of a wait that doubles, so that many senders cut off at once do not come back at once. */
function backOff(made: number, firstWaitMs: number, longestWaitMs: number): number {
  return Math.min(firstWaitMs * 2 ** (made - 1), longestWaitMs) * (0.5 + Math.random() / 2);
}

/**
 * Waits.
 *
 * @throws The signal's reason, when it is given up meanwhile.
 */
export function pause(waitMs: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, waitMs);
    signal?.addEventListener('abort', stop, { once: true });
  });
}

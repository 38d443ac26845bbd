import { NoAnswerError, ProblemError } from './problem-error.ts';

/** How often, and how patiently, a request is made again. */
export interface RepeatOptions {
  /** Attempts in all; 5 unless given. 1 never repeats. */
  readonly attempts?: number | undefined;
  /** About how long to wait before the second, in milliseconds; it doubles each time. 500 unless given. */
  readonly firstWaitMs?: number | undefined;
  /** The longest to wait, also where the service asks for longer: then its refusal is given back. 60,000 unless given. */
  readonly longestWaitMs?: number | undefined;
  /**
   * How long to wait, in milliseconds, while the service works on this very request, as after a connection that broke
   * when all of a return had been sent. It is no failed attempt and counts as none. 600,000 unless given.
   */
  readonly longestWorkMs?: number | undefined;
}

/** An attempt that failed, or found its own request being worked on, and will be made again. */
export interface RepeatNotice {
  /** Which attempt failed, counted from 1, and anew once the service has said that it works on the request. */
  readonly attempt: number;
  readonly attempts: number;
  readonly waitMs: number;
  /** For how long the service is known to work on this very request; null of an attempt that failed. */
  readonly workedMs: number | null;
  readonly error: ProblemError | NoAnswerError;
}

export interface RepeatContext extends RepeatOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onRepeat?: ((notice: RepeatNotice) => void) | undefined;
  /** Whether the request has a key, and can be sent again while the service works on the same one. */
  readonly waitsForItself: boolean;
}

/** What a busy service, or something before it, answers. */
const PASSING = [429, 502, 503, 504];
/** Where it works on the same request and names no time. */
const WORK_WAIT_SECONDS = 2;

/**
 * Makes a request until it is answered, as long as waiting may help. While the service works on the same request it is
 * asked as often as it says; attempts count from the last time that it said so, as until then it was there.
 *
 * @throws {ProblemError | NoAnswerError} What the last attempt gave.
 */
export async function repeat<Answer>(
  attempt: () => Promise<Answer>,
  context: RepeatContext,
): Promise<Answer> {
  const { attempts = 5, firstWaitMs = 500, longestWaitMs = 60_000, longestWorkMs = 600_000 } = context;
  const { signal, onRepeat } = context;
  let workSince: number | null = null;
  for (let made = 1; ; made += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (context.waitsForItself && attempts > 1 && isInUse(error)) {
        workSince ??= performance.now();
        const workedMs = performance.now() - workSince;
        const waitMs = (error.retryAfter ?? WORK_WAIT_SECONDS) * 1000;
        if (waitMs > longestWaitMs || workedMs + waitMs >= longestWorkMs) throw error;
        onRepeat?.({ attempt: made, attempts, waitMs, workedMs, error });
        made = 0;
        await pause(waitMs, signal);
        continue;
      }
      if (made >= attempts || !mayPass(error)) throw error;
      const asked = error instanceof ProblemError ? error.retryAfter : null;
      const waitMs = asked === null ? backOff(made, firstWaitMs, longestWaitMs) : asked * 1000;
      if (waitMs > longestWaitMs) throw error;
      onRepeat?.({ attempt: made, attempts, waitMs, workedMs: null, error });
      await pause(waitMs, signal);
    }
  }
}

/**
 * Whether the service works on the same request, sent before. Any other 409 stays as it is however long one waits.
 */
export function isInUse(error: unknown): error is ProblemError {
  return error instanceof ProblemError && error.code === 'IDEMPOTENCY_KEY_IN_USE';
}

function mayPass(error: unknown): error is ProblemError | NoAnswerError {
  if (error instanceof NoAnswerError) return error.couldNotRepeat === null;
  return error instanceof ProblemError && PASSING.includes(error.status);
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

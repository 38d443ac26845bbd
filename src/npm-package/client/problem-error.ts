import type { Problem, Receipt } from './generated/operations.ts';

/** What an answer that is no good one says of itself. */
interface ProblemParts {
  readonly status: number;
  readonly detail: string;
  readonly problem: Problem | null;
  /** Where there is no problem document to read it from. */
  readonly code?: Problem['code'] | null;
  readonly jobId?: string | null;
  readonly requestId: string | null;
  readonly retryAfter: number | null;
}

/**
 * A request that was answered, and refused: by the service, with a problem document (RFC 9457), or by something
 * before it, such as a proxy, without one.
 */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  /** The HTTP status. */
  readonly status: number;
  /** What does not change, to tell cases apart; null when it was not the service that answered. */
  readonly code: Problem['code'] | null;
  /** What is wrong with this request, in the client's language. */
  readonly detail: string;
  /** Each thing that is wrong. */
  readonly errors: NonNullable<Problem['errors']>;
  /** Names the request in the service's log. */
  readonly requestId: string | null;
  /** Seconds after which asking again makes sense, where that was said. */
  readonly retryAfter: number | null;
  /** Of a return that was to be taken in later and never will be: its job. Sending it again needs a new key. */
  readonly jobId: string | null;
  /** The whole problem document. */
  readonly problem: Problem | null;

  constructor({
    status,
    detail,
    problem,
    code = problem?.code ?? null,
    requestId,
    retryAfter,
    jobId = null,
  }: ProblemParts) {
    super(`${status}${code === null ? '' : ` ${code}`}: ${detail}`);
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.errors = problem?.errors ?? [];
    this.requestId = requestId;
    this.retryAfter = retryAfter;
    this.jobId = jobId;
    this.problem = problem;
  }

  /** The receipt of a return that was not accepted; null of any other refusal. */
  get receipt(): Receipt | null {
    const receipt = this.problem?.receipt as Receipt | undefined;
    return receipt ?? null;
  }
}

/** A request to which no whole answer came: whether it was taken in is not known. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
  /** Why the request was not sent again, where that is the reason to give up. */
  readonly couldNotRepeat: 'body_read_once' | 'not_safe' | null;

  constructor(
    message: string,
    { cause, couldNotRepeat = null }: { cause: unknown; couldNotRepeat?: NoAnswerError['couldNotRepeat'] },
  ) {
    super(message, { cause });
    this.couldNotRepeat = couldNotRepeat;
  }
}

/** A return that was to be taken in later, and was cancelled before: nothing of it was stored. */
export class SubmissionCancelledError extends Error {
  override readonly name = 'SubmissionCancelledError';
  readonly jobId: string;

  constructor(jobId: string) {
    super(`The submission ${jobId} was cancelled before it was taken in.`);
    this.jobId = jobId;
  }
}

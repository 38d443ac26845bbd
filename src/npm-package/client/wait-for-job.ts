import type { Language } from '../../standard/text.ts';
import type { Caller } from './call-operation.ts';
import type { CallOptions } from './client-options.ts';
import type { Problem, Receipt, SubmissionJobAnswer } from './generated/operations.ts';
import { ProblemError, SubmissionCancelledError } from './problem-error.ts';
import { pause } from './repeat.ts';
import type { WireAnswer } from './send-request.ts';

/** How far a return is that is taken in later. */
export type SubmissionJob = SubmissionJobAnswer;

/** What is said of waiting for a return that is taken in later. */
export interface JobOptions extends CallOptions {
  /** Told how far it is, each time that the service was asked. */
  readonly onJob?: ((job: SubmissionJob) => void) | undefined;
  /** Cancels the submission when `signal` gives up waiting; else it goes on without us. */
  readonly cancelOnAbort?: boolean | undefined;
}

/** Where the service names no time. */
const WAIT_SECONDS = 2;

/**
 * Waits until a return has been taken in, asking as often as the service says, and gives its receipt.
 *
 * @param answer - The answer of 202 that named the job.
 * @throws {ProblemError} If it failed, as the one who waited for it would have been told.
 * @throws {SubmissionCancelledError} If it was cancelled elsewhere.
 * @throws The reason of the signal.
 */
export async function waitForJob(
  call: Caller,
  answer: WireAnswer,
  options: JobOptions & { readonly language: Language },
): Promise<Receipt> {
  const { signal, onJob, cancelOnAbort = false, language } = options;
  const { job_id: id } = answer.json as SubmissionJob;
  try {
    for (let last = answer; ; ) {
      const job = last.json as SubmissionJob;
      onJob?.(job);
      if (job.ended_at !== null) return await receiptOf(call, job, language, signal);
      await pause(secondsOf(last) * 1000, signal);
      last = await call('getSubmissionJob', { parameters: { id }, signal });
    }
  } catch (error) {
    if (cancelOnAbort && signal?.aborted) await cancelUnlessEnded(call, id);
    throw error;
  }
}

async function receiptOf(
  call: Caller,
  { job_id, state, status, receipt, problem }: SubmissionJob,
  language: Language,
  signal: AbortSignal | undefined,
): Promise<Receipt> {
  if (state === 'cancelled') throw new SubmissionCancelledError(job_id);
  if (problem !== null) {
    throw new ProblemError({
      status: status ?? 500,
      detail: problem.detail[language],
      problem: null,
      code: problem.code as Problem['code'],
      requestId: problem.instance ?? null,
      retryAfter: null,
      jobId: job_id,
    });
  }
  if (receipt !== null) return receipt;
  const { json } = await call('getSubmission', { parameters: { id: job_id }, signal });
  return json as Receipt;
}

/** What has ended meanwhile cannot be cancelled, which is no failure of giving up. */
async function cancelUnlessEnded(call: Caller, id: string): Promise<void> {
  try {
    await call('cancelSubmissionJob', { parameters: { id } });
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code !== 'STATE_DOES_NOT_ALLOW') throw error;
  }
}

function secondsOf({ headers }: WireAnswer): number {
  const asked = headers.get('retry-after') ?? '';
  return /^\d{1,4}$/.test(asked) ? Number(asked) : WAIT_SECONDS;
}

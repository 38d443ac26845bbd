import { setTimeout as wait } from 'node:timers/promises';
import { ERROR_CATALOGUE, ServiceError } from '../errors.ts';
import { passingFailureOf } from '../passing-failure.ts';
import type { ReturnSource } from '../standard/validate-return.ts';
import { type AuditActor, recordAudit } from '../store/audit-log.ts';
import type { Database, OpenDatabase } from '../store/database.ts';
import {
  claimJob,
  endJob,
  giveBackJob,
  type Job,
  putJobOff,
  readBody,
  signOfLife,
} from '../store/jobs-repository.ts';
import {
  acceptSubmission,
  type SubmissionDependencies,
  type SubmissionOutcome,
  statusOf,
} from './accept-submission.ts';
import type { VerifiedRule } from './read-confirmations.ts';

/** What a request to take a return in later said beside its body; kept with the job. */
export interface LateRequest {
  readonly source: ReturnSource;
  readonly actor: AuditActor;
  readonly dry_run: boolean;
  readonly confirmed: readonly VerifiedRule[];
  readonly request_id: string;
  /** When the body had arrived: the day that counts for the calendar. ISO 8601. */
  readonly received_at: string;
}

/** A part of the service that takes returns in later, one after the other. */
export interface LateIntake {
  /** Begins to look for jobs. */
  start(): void;
  /** Says that there is a new job: it need not wait to be looked for. */
  wake(): void;
  /** Takes no more jobs, and gives one under way back: another process, or the next start, begins it again. */
  close(): Promise<void>;
}

export interface LateIntakeOptions {
  readonly log: (message: string, error?: unknown) => void;
  /** How often jobs of other processes are looked for, in milliseconds. */
  readonly lookEveryMs?: number;
  /** How often a sign of life is given, in milliseconds. */
  readonly aliveEveryMs?: number;
  /** After how many seconds without a sign of life a job is begun again. */
  readonly silentSeconds?: number;
}

/** A job that brings process after process down must not do so for ever. */
const MAXIMUM_ATTEMPTS = 20;

/** Another process has the job, or it was cancelled: nothing of it may be kept here. */
class JobLost extends Error {}

/** What takes in returns that wait in the database, once it is started. */
export function createLateIntake(
  dependencies: SubmissionDependencies & Pick<OpenDatabase, 'db'>,
  { log, lookEveryMs = 2_000, aliveEveryMs = 5_000, silentSeconds = 30 }: LateIntakeOptions,
): LateIntake {
  const closing = new AbortController();
  let rouse = new AbortController();
  /** Said once for each time that the database is away, however long that is. */
  let isAway = false;
  const claim = async (): Promise<Job | null> => {
    try {
      const job = await claimJob(dependencies.db, silentSeconds);
      isAway = false;
      return job;
    } catch (error) {
      if (!isAway) log('returns that wait could not be looked for', error);
      isAway = true;
      return null;
    }
  };
  const run = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      // Before looking: a job that comes while it looks must rouse it too.
      rouse = new AbortController();
      const job = await claim();
      if (job !== null) {
        await work(dependencies, job, { closing: closing.signal, aliveEveryMs }).catch((error: unknown) =>
          log(
            `the return ${job.id} of the request ${String(job.request.request_id)} could not be taken in, and will be tried again`,
            error,
          ),
        );
        continue;
      }
      const signal = AbortSignal.any([closing.signal, rouse.signal]);
      await wait(lookEveryMs, undefined, { signal }).catch(() => {});
    }
  };
  let running: Promise<void> = Promise.resolve();
  return {
    start() {
      running = run();
    },
    wake: () => rouse.abort(),
    async close() {
      closing.abort();
      await running;
    },
  };
}

async function work(
  dependencies: SubmissionDependencies & Pick<OpenDatabase, 'db'>,
  job: Job,
  { closing, aliveEveryMs }: { readonly closing: AbortSignal; readonly aliveEveryMs: number },
): Promise<void> {
  const { db } = dependencies;
  if (job.attempts > MAXIMUM_ATTEMPTS) {
    await fail(db, job, new ServiceError('INTERNAL', ERROR_CATALOGUE.INTERNAL.remedy));
    return;
  }
  const lost = new AbortController();
  let bytes_read = 0;
  const alive = setInterval(() => {
    // What cannot be told now is told next time; the end of the job asks once more.
    signOfLife(db, job, bytes_read).then(
      (isMine) => isMine || lost.abort(),
      () => {},
    );
  }, aliveEveryMs);
  const counted = async function* () {
    for await (const part of readBody(db, job.id)) {
      if (lost.signal.aborted || closing.aborted) throw new JobLost();
      yield part;
      bytes_read += part.byteLength;
    }
  };
  const request = job.request as unknown as LateRequest;
  try {
    const { received_at, ...said } = request;
    const outcome = await acceptSubmission(dependencies, {
      ...said,
      id: job.id,
      organisation: job.organisation,
      sandbox: job.sandbox,
      sequence: job.sequence,
      ...{ body: counted(), isStored: true },
      gone: AbortSignal.any([lost.signal, closing]),
      // It was weighed when it arrived.
      maximumBytes: Number.POSITIVE_INFINITY,
      received_at: new Date(received_at),
      clock: () => new Date(),
      onDecided: async (transaction, decided) => {
        if (!(await endJob(transaction, job, successOf(decided)))) throw new JobLost();
      },
    });
    // A trial was undone, the end of its job with it.
    if (request.dry_run) await endJob(db, job, successOf(outcome));
  } catch (error) {
    if (closing.aborted) await giveBackJob(db, job);
    if (error instanceof JobLost || lost.signal.aborted || closing.aborted) return;
    if (!(error instanceof ServiceError) || ERROR_CATALOGUE[error.code].status >= 500) {
      clearInterval(alive);
      if (isPassing(error)) await putJobOff(db, job);
      throw error;
    }
    await fail(db, job, error);
  } finally {
    clearInterval(alive);
  }
}

/** Ends a job that can never be taken in, and writes that down: its submission was in the audit log as received. */
async function fail(db: Database, job: Job, error: ServiceError): Promise<void> {
  const { actor, request_id } = job.request as unknown as LateRequest;
  await db.transaction(async (transaction) => {
    if (!(await endJob(transaction, job, failureOf(error, request_id)))) return;
    await recordAudit(transaction, {
      at: new Date(),
      actor,
      organisation: job.organisation,
      action: 'submission_failed',
      subject: job.id,
      request_id,
    });
  });
}

/** What was promised with a 202 is taken in whenever that is possible again, however long it takes. */
function isPassing(error: unknown): boolean {
  const code = error instanceof ServiceError ? error.code : passingFailureOf(error);
  return code === 'UNAVAILABLE' || code === 'TIMEOUT';
}

function successOf(outcome: SubmissionOutcome) {
  const { receipt } = outcome;
  return {
    state: 'done' as const,
    status: statusOf(outcome),
    answer: receipt.dry_run ? { ...receipt } : null,
  };
}

function failureOf({ code, detail }: ServiceError, instance: string) {
  const answer = { code, detail, instance };
  return { state: 'failed' as const, status: ERROR_CATALOGUE[code].status, answer };
}

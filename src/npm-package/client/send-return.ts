import type { Report } from '../../standard/finding.ts';
import type { Return } from '../../standard/generated/types.ts';
import type { Language } from '../../standard/text.ts';
import { parametersOfHeader } from '../../standard/write/parameters-of-header.ts';
import type { Caller } from './call-operation.ts';
import type { CallOptions } from './client-options.ts';
import type { Receipt } from './generated/operations.ts';
import { ProblemError } from './problem-error.ts';
import { type ReturnBody, requestBodyOf } from './request-body.ts';
import { type JobOptions, waitForJob } from './wait-for-job.ts';

/** The media type of a return in each form. */
const MEDIA_TYPES = {
  json: 'application/json',
  ndjson: 'application/x-ndjson',
  csv: 'text/csv',
  zip: 'application/zip',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

const ACCEPTED_FOR_LATER = 202;

export type ReturnFormat = keyof typeof MEDIA_TYPES;

/** What is said of a return beside its bytes. */
export interface ReturnOptions extends CallOptions {
  /** The form of the body; `json` unless given. */
  readonly format?: ReturnFormat | undefined;
  /** With `csv`: which table it is. */
  readonly table?: string | undefined;
  /** With `csv`: the header of the return; its version and dates are filled in where they are left out. */
  readonly header?: Partial<Omit<Return, 'tables'>> | undefined;
}

/** A rule of the tier `verify` whose figures are right all the same, and why. */
export interface Confirmation {
  readonly rule: string;
  readonly reason: string;
}

export interface SubmitOptions extends ReturnOptions, JobOptions {
  /** Does all that a submission does, and stores nothing. */
  readonly dryRun?: boolean | undefined;
  readonly confirm?: readonly Confirmation[] | undefined;
  /**
   * Names this submission, so that sending it again gives the same answer and stores nothing twice. One is made for
   * each call; give one of your own to go on where an earlier process was cut off.
   */
  readonly idempotencyKey?: string | undefined;
  /**
   * Has the service answer as soon as it holds the return, and asks it until the return has been taken in: for a large
   * one, and where something on the way breaks connections that are quiet for long.
   */
  readonly respondAsync?: boolean | undefined;
}

/**
 * Sends a return and gives its receipt, also when the return was not accepted: `state` says so, and the findings why.
 *
 * @throws {ProblemError} If the request itself was refused.
 * @throws {NoAnswerError} If no answer came; whether the return was stored is then not known.
 * @throws {SubmissionCancelledError} If it was to be taken in later and was cancelled.
 */
export async function submitReturn(
  call: Caller,
  given: ReturnBody,
  options: SubmitOptions & { readonly language: Language },
): Promise<Receipt> {
  const { dryRun = false, confirm = [], idempotencyKey, respondAsync = false } = options;
  const key = idempotencyKey ?? (dryRun ? undefined : crypto.randomUUID());
  const headers = {
    ...(key === undefined ? {} : { 'idempotency-key': key }),
    ...(respondAsync ? { prefer: 'respond-async' } : {}),
  };
  try {
    const answer = await call('submitReturn', {
      ...requestOf(given, options, headers),
      parameters: {
        ...parametersOf(options),
        ...(dryRun ? { dry_run: true } : {}),
        confirm: confirm.map(({ rule, reason }) => `${rule}:${reason}`),
      },
      changesNothing: dryRun,
    });
    // Also where a key came before with a request that was not to be waited for.
    if (answer.status === ACCEPTED_FOR_LATER) return await waitForJob(call, answer, options);
    return answer.json as Receipt;
  } catch (error) {
    // What is wrong with the data is an answer, not a failure of the call.
    if (error instanceof ProblemError && error.receipt !== null) return error.receipt;
    throw error;
  }
}

/** Has a return checked; nothing of it is stored. */
export async function validateReturnAt(
  call: Caller,
  given: ReturnBody,
  options: ReturnOptions,
): Promise<Report> {
  const { json } = await call('validateReturn', {
    ...requestOf(given, options, {}),
    parameters: parametersOf(options),
    changesNothing: true,
  });
  return json as Report;
}

function requestOf(given: ReturnBody, options: ReturnOptions, headers: Readonly<Record<string, string>>) {
  return {
    body: requestBodyOf(given),
    headers: { 'content-type': MEDIA_TYPES[options.format ?? 'json'], ...headers },
    signal: options.signal,
  };
}

function parametersOf({ table, header }: ReturnOptions): Record<string, string> {
  const flat =
    header === undefined ? [] : parametersOfHeader({ coverage: {}, ...header } as Omit<Return, 'tables'>);
  return { ...Object.fromEntries(flat), ...(table === undefined ? {} : { table }) };
}

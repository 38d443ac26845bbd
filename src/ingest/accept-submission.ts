import { ServiceError } from '../errors.ts';
import type { ReturnHeader } from '../standard/row.ts';
import type { Database, OpenDatabase } from '../store/database.ts';
import { ownerName } from '../store/holder.ts';
import { inTransaction } from '../store/transaction.ts';
import type { ArrivingReturn, ReturnValidation } from '../validation/held-return.ts';
import { type Receipt, receiptOf } from './receipt.ts';
import { receiveReturn } from './receive-return.ts';
import { type TakingIn, takeIn } from './take-in.ts';
import { inTurn, type Turns } from './turns.ts';

export interface SubmissionRequest extends Omit<ArrivingReturn, 'owner'>, Omit<TakingIn, 'received_at'> {
  /** Of one that was received before; the moment at which its body has arrived otherwise. */
  readonly received_at?: Date;
  /** Does all that a submission does, the writing included, and then undoes it. */
  readonly dry_run: boolean;
  readonly maximumBytes: number;
  /** Called in the transaction, with what its sender will be told. What it throws undoes all. */
  readonly onDecided?: (transaction: Database, outcome: SubmissionOutcome) => Promise<void>;
}

export interface SubmissionDependencies extends Pick<OpenDatabase, 'pool'> {
  readonly validation: ReturnValidation;
  readonly turns: Turns;
}

export interface SubmissionOutcome {
  /** Whether nothing stands against it; a later return may have taken its place before it could stand. */
  readonly accepted: boolean;
  readonly receipt: Receipt;
}

/** The HTTP status with which a sender is told: 201 something new stands, 200 nothing is new or it was a trial, 422. */
export function statusOf({ accepted, receipt }: SubmissionOutcome): 200 | 201 | 422 {
  if (!accepted) return 422;
  const isNew =
    receipt.header_changes.length > 0 ||
    receipt.tables.some(({ outcome }) => outcome !== 'unchanged' && outcome !== 'overtaken');
  return isNew && !receipt.dry_run ? 201 : 200;
}

/**
 * Takes in one return: reads and validates it, checks it with what only the service knows, and, when nothing
 * stands against it, lets it replace the tables it names, all in one transaction. Returns of one organisation
 * and period that come at once are taken in one after the other.
 *
 * A return that breaks an error rule leaves its report and nothing else; one that is to be verified is kept, and
 * stands for nothing; a failure leaves nothing.
 *
 * @throws {ServiceError} ORGANISATION_MISMATCH, or whatever reading and validating the return throws; nothing is
 *   then stored.
 */
export async function acceptSubmission(
  { pool, validation, turns }: SubmissionDependencies,
  request: SubmissionRequest,
): Promise<SubmissionOutcome> {
  const held = await receiveReturn(validation, { ...request, owner: nameOfOwner(request) });
  const received_at = request.received_at ?? request.clock();
  try {
    const { header } = held;
    if (header !== null && header.submitter !== request.organisation) throw mismatch(request, header);
    const who = { organisation: request.organisation, period: header?.period ?? null };
    return await inTurn(
      turns,
      who,
      () =>
        inTransaction(
          pool,
          async (transaction) => {
            const submission = await takeIn(transaction, { ...request, received_at }, held);
            const outcome = {
              accepted: submission.state === 'accepted' || submission.state === 'superseded',
              receipt: receiptOf(submission, { dry_run: request.dry_run }),
            };
            await request.onDecided?.(transaction.db, outcome);
            return outcome;
          },
          () => !request.dry_run,
        ),
      request.gone,
    );
  } finally {
    held.release();
  }
}

/**
 * Whose room a return takes while it is checked. One that was received before has room of its own, as only one such is
 * taken in at once: if it waited for what its organisation sends just now, the jobs of all others would wait with it.
 */
function nameOfOwner({ received_at, ...owner }: SubmissionRequest): string {
  return received_at === undefined ? ownerName(owner) : `received before, of ${ownerName(owner)}`;
}

function mismatch({ organisation }: SubmissionRequest, header: ReturnHeader): ServiceError {
  return new ServiceError(
    'ORGANISATION_MISMATCH',
    {
      en: `The return is of ${header.submitter}, but the key is of ${organisation}. Nothing was stored.`,
      cy: `Ffurflen ${header.submitter} yw hon, ond allwedd ${organisation} yw'r allwedd. Ni storiwyd dim.`,
    },
    { submitter: header.submitter, organisation },
  );
}

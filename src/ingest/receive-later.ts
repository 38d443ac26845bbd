import { recordAudit } from '../store/audit-log.ts';
import type { Database, OpenDatabase } from '../store/database.ts';
import { type Owner, ownerName } from '../store/holder.ts';
import { insertJob, type Job, lockWaiting, measureWaiting } from '../store/jobs-repository.ts';
import { inTransaction } from '../store/transaction.ts';
import type { LateRequest } from './late-intake.ts';
import { newSubmissionId } from './new-submission-id.ts';
import type { Arrival, ReceivingRoom } from './receiving-room.ts';
import { type SpooledBody, spoolBody } from './spool-body.ts';
import { inTurn, type Turns } from './turns.ts';
import { refuseTooManyArriving, refuseTooManyWaiting, type WaitingLimits } from './waiting-limits.ts';

export interface ReceivingDependencies extends Pick<OpenDatabase, 'db' | 'pool'> {
  readonly turns: Turns;
  readonly receiving: ReceivingRoom;
}

/** A return that is to be taken in later. */
export interface ReturnForLater {
  readonly owner: Owner;
  readonly body: AsyncIterable<Uint8Array>;
  readonly request: Omit<LateRequest, 'received_at'>;
  readonly limits: WaitingLimits;
  /** Called in the transaction. What it throws undoes all. */
  readonly onReceived?: (db: Database, job: Job) => Promise<void>;
}

/**
 * Receives a return to be taken in later: once this returns, all of it is in the database, and it will be taken in
 * whatever becomes of this process.
 *
 * @throws {ServiceError} TOO_MANY_REQUESTS when too much of the owner waits already or arrives; UNAVAILABLE when too
 *   much of all arrives, or others before it take too long. Whatever reading the body throws. Nothing is then kept.
 */
export async function receiveLater(dependencies: ReceivingDependencies, given: ReturnForLater): Promise<Job> {
  const { owner } = given;
  const id = newSubmissionId();
  const arrival = dependencies.receiving.begin(id, ownerName(owner));
  try {
    const spooled = await receiveBody(dependencies, given, arrival);
    try {
      // As many connections as its organisation may have for returns that are waited for, and no more.
      const who = { organisation: owner.organisation, period: null };
      return await inTurn(dependencies.turns, who, () => storeJob(dependencies, given, { id, spooled }));
    } finally {
      await spooled.discard();
    }
  } finally {
    arrival.end();
  }
}

/** Refuses it before its body is read, or as soon as too many bytes have come. */
async function receiveBody(
  { db, receiving }: ReceivingDependencies,
  { owner, body, limits }: ReturnForLater,
  arrival: Arrival,
): Promise<SpooledBody> {
  // Some of those that arrive may lie in the database before they are told so.
  const waiting = await measureWaiting(db, owner, arrival.earlier());
  const refuse = (): void => {
    refuseTooManyArriving(receiving.bytes(), limits);
    const others = {
      returns: waiting.returns + arrival.earlier().length,
      bytes: waiting.bytes + arrival.ownBytes(),
    };
    refuseTooManyWaiting(others, 0, limits.ofOwner);
  };
  refuse();
  return spoolBody(
    (async function* () {
      for await (const bytes of body) {
        arrival.add(bytes.byteLength);
        refuse();
        yield bytes;
      }
    })(),
  );
}

async function storeJob(
  { pool }: Pick<OpenDatabase, 'pool'>,
  { owner, request, limits, onReceived = async () => {} }: ReturnForLater,
  { id, spooled }: { readonly id: string; readonly spooled: SpooledBody },
): Promise<Job> {
  const now = new Date();
  return inTransaction(pool, async ({ db }) => {
    const late: LateRequest = { ...request, received_at: now.toISOString() };
    const job = await insertJob(
      db,
      { id, ...owner, request: { ...late }, body_bytes: spooled.bytes, created_at: now },
      spooled.parts(),
    );
    // Other processes receive too, and this one did not see them: now they are counted one after the other.
    await lockWaiting(db, owner);
    refuseTooManyWaiting(await measureWaiting(db, owner, [id]), spooled.bytes, limits.ofOwner);
    await recordAudit(db, {
      at: now,
      actor: request.actor,
      organisation: owner.organisation,
      action: 'submission_received',
      subject: id,
      request_id: request.request_id,
      digest: spooled.sha256,
    });
    await onReceived(db, job);
    return job;
  });
}

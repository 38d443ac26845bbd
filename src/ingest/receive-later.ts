import { randomUUID } from 'node:crypto';
import { recordAudit } from '../store/audit-log.ts';
import type { Database, OpenDatabase } from '../store/database.ts';
import type { Owner } from '../store/holder.ts';
import { insertJob, type Job } from '../store/jobs-repository.ts';
import { inTransaction } from '../store/transaction.ts';
import type { LateRequest } from './late-intake.ts';
import { spoolBody } from './spool-body.ts';
import { refuseTooManyWaiting, type WaitingLimits } from './waiting-limits.ts';

/**
 * Receives a return to be taken in later: once this returns, all of it is in the database, and it will be taken in
 * whatever becomes of this process.
 *
 * @param onReceived - Called in the transaction. What it throws undoes all.
 * @throws {ServiceError} TOO_MANY_REQUESTS when too much of the owner waits already. Whatever reading the body throws;
 *   nothing is then kept.
 */
export async function receiveLater(
  { db, pool }: Pick<OpenDatabase, 'db' | 'pool'>,
  {
    owner,
    body,
    request,
    limits,
    onReceived = async () => {},
  }: {
    readonly owner: Owner;
    readonly body: AsyncIterable<Uint8Array>;
    readonly request: Omit<LateRequest, 'received_at'>;
    readonly limits: WaitingLimits;
    readonly onReceived?: (db: Database, job: Job) => Promise<void>;
  },
): Promise<Job> {
  // Before the body is read, and once more when its bytes are known.
  await refuseTooManyWaiting(db, owner, 0, limits);
  const id = randomUUID();
  const spooled = await spoolBody(body);
  try {
    const now = new Date();
    return await inTransaction(pool, async ({ db }) => {
      await refuseTooManyWaiting(db, owner, spooled.bytes, limits);
      const late: LateRequest = { ...request, received_at: now.toISOString() };
      const job = await insertJob(
        db,
        { id, ...owner, request: { ...late }, body_bytes: spooled.bytes, created_at: now },
        spooled.parts(),
      );
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
  } finally {
    await spooled.discard();
  }
}

import { randomUUID } from 'node:crypto';
import { recordAudit } from '../store/audit-log.ts';
import type { Database, OpenDatabase } from '../store/database.ts';
import type { Owner } from '../store/holder.ts';
import { insertJob, type Job } from '../store/jobs-repository.ts';
import { inTransaction } from '../store/transaction.ts';
import type { LateRequest } from './late-intake.ts';
import { spoolBody } from './spool-body.ts';

/**
 * Receives a return to be taken in later: once this returns, all of it is in the database, and it will be taken in
 * whatever becomes of this process.
 *
 * @param onReceived - Called in the transaction. What it throws undoes all.
 * @throws Whatever reading the body throws; nothing is then kept.
 */
export async function receiveLater(
  { pool }: Pick<OpenDatabase, 'pool'>,
  {
    owner,
    body,
    request,
    onReceived = async () => {},
  }: {
    readonly owner: Owner;
    readonly body: AsyncIterable<Uint8Array>;
    readonly request: Omit<LateRequest, 'received_at'>;
    readonly onReceived?: (db: Database, job: Job) => Promise<void>;
  },
): Promise<Job> {
  const id = randomUUID();
  const spooled = await spoolBody(body);
  try {
    const now = new Date();
    return await inTransaction(pool, async ({ db }) => {
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
      });
      await onReceived(db, job);
      return job;
    });
  } finally {
    await spooled.discard();
  }
}

import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { OpenDatabase } from '../../src/store/database.ts';
import { insertJob } from '../../src/store/jobs-repository.ts';
import { inTransaction } from '../../src/store/transaction.ts';

/**
 * A job of Powys that seems to be worked on elsewhere, so that the service leaves it alone: it looks for those that are
 * new or silent.
 *
 * @returns Its id.
 */
export async function waitingJob({ pool }: OpenDatabase, { sandbox = false } = {}): Promise<string> {
  const id = randomUUID();
  await inTransaction(pool, async ({ db }) => {
    const none = (async function* () {})();
    const job = { id, organisation: '7A7', sandbox, request: {}, body_bytes: 0, created_at: new Date() };
    await insertJob(db, job, none);
    await db.execute(
      sql`update submission_jobs set state = 'checking', seen_at = now(), attempts = 1 where id = ${id}`,
    );
  });
  return id;
}

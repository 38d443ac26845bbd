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

/** The whole answer, status line and all, that promises a return to be taken in as a job. */
export function promiseOf(id: string, { retryAfter = 0 } = {}): string {
  const answer = JSON.stringify({
    ...{ job_id: id, state: 'received', ended_at: null },
    progress: { body_bytes: 0, bytes_read: 0 },
  });
  return [
    'HTTP/1.1 202 Accepted',
    'Content-Type: application/json',
    `Retry-After: ${retryAfter}`,
    `Content-Length: ${answer.length}`,
    'Connection: close',
    '',
    answer,
  ].join('\r\n');
}

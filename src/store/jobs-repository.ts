import { and, asc, eq, inArray, isNull, notInArray, sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import { type Owner, ownerName } from './holder.ts';
import { isUuid } from './is-uuid.ts';
import { nextPlace } from './order-of-receipt.ts';
import type { JobState } from './stored-values.ts';
import { submissionBodies, submissionJobs } from './tables/requests.ts';

/** A return that was received whole and is taken in later. Its id becomes that of the submission. */
export interface Job extends Owner {
  readonly id: string;
  /** Its place in the order of receipt; null of one that was received before there were such places. */
  readonly sequence: number | null;
  readonly state: JobState;
  /** What the request said beside its body. */
  readonly request: Readonly<Record<string, unknown>>;
  readonly body_bytes: number;
  /** How much of the body has been looked at, at the last sign of life. */
  readonly bytes_read: number;
  /** How often a process has begun with it, save when it had to be put off. */
  readonly attempts: number;
  readonly created_at: Date;
  readonly seen_at: Date | null;
  readonly ended_at: Date | null;
  /** Status of the answer that a caller who waits would have had; null until then. */
  readonly status: number | null;
  /** What that answer said, where it is not the receipt of a stored submission. */
  readonly answer: Readonly<Record<string, unknown>> | null;
}

const CLOCK = sql`clock_timestamp()`;

/** When a process last gave a sign of life for any job of the owner of one that waits. */
const LAST_TURN_OF_OWNER = sql`(
  select max(other.seen_at) from submission_jobs other
  where other.organisation = submission_jobs.organisation and other.sandbox = submission_jobs.sandbox)`;

/** Stores a job and its body, in the caller's transaction, and gives it its place in the order of receipt. */
export async function insertJob(
  db: Database,
  job: Pick<Job, 'id' | 'organisation' | 'sandbox' | 'request' | 'body_bytes' | 'created_at'>,
  body: AsyncIterable<Buffer>,
): Promise<Job> {
  const [stored] = await db
    .insert(submissionJobs)
    .values({ ...job, state: 'received', sequence: nextPlace() })
    .returning();
  if (stored === undefined) throw new Error('what was written is there');
  let part = 0;
  for await (const bytes of body) {
    await db.insert(submissionBodies).values({ job_id: job.id, part, bytes });
    part += 1;
  }
  return stored;
}

/** A job of an owner; null when it has none with this id. */
export async function findJob(db: Database, owner: Owner, id: string): Promise<Job | null> {
  if (!isUuid(id)) return null;
  const [job] = await db
    .select()
    .from(submissionJobs)
    .where(and(eq(submissionJobs.id, id), isOf(owner)));
  return job ?? null;
}

/** Has whoever else is about to count the jobs of an owner wait until the transaction ends. */
export async function lockWaiting(db: Database, owner: Owner): Promise<void> {
  await db.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`spcd waiting ${ownerName(owner)}`}, 0))`,
  );
}

/**
 * How many jobs of an owner have not ended, and how many bytes their bodies have together.
 *
 * @param except - Ids of jobs that are not counted.
 */
export async function measureWaiting(
  db: Database,
  owner: Owner,
  except: readonly string[] = [],
): Promise<{ readonly returns: number; readonly bytes: number }> {
  const [found] = await db
    .select({
      returns: sql`count(*)`.mapWith(Number),
      bytes: sql`coalesce(sum(${submissionJobs.body_bytes}), 0)`.mapWith(Number),
    })
    .from(submissionJobs)
    .where(and(isNull(submissionJobs.ended_at), isOf(owner), notInArray(submissionJobs.id, [...except])));
  if (found === undefined) throw new Error('a count is always there');
  return found;
}

/** The body of a job, part by part. */
export async function* readBody(db: Database, id: string): AsyncGenerator<Buffer> {
  for (let part = 0; ; part += 1) {
    const [found] = await db
      .select({ bytes: submissionBodies.bytes })
      .from(submissionBodies)
      .where(and(eq(submissionBodies.job_id, id), eq(submissionBodies.part, part)));
    if (found === undefined) return;
    yield found.bytes;
  }
}

/**
 * Takes the next job, if there is one: a new one, or one of whose process nothing has been heard for so long. Owners have
 * their turn one after the other: first whoever was not worked for the longest, and of each the one that has waited
 * longest, so that nobody waits for all that another has sent. Times are the database's own: the clocks of processes differ, and are set. When its own was put
 * back, a sign of life that lies ahead of it tells nothing.
 */
export async function claimJob(db: Database, silentSeconds: number): Promise<Job | null> {
  const waiting = db
    .select({ id: submissionJobs.id })
    .from(submissionJobs)
    .where(
      sql`${submissionJobs.ended_at} is null and (${submissionJobs.state} = 'received' or ${submissionJobs.seen_at} not between clock_timestamp() - make_interval(secs => ${silentSeconds}) and clock_timestamp() + make_interval(secs => ${silentSeconds}))`,
    )
    .orderBy(sql`${LAST_TURN_OF_OWNER} nulls first`, asc(submissionJobs.created_at), asc(submissionJobs.id))
    .limit(1)
    .for('update', { skipLocked: true });
  const [claimed] = await db
    .update(submissionJobs)
    .set({ state: 'checking', seen_at: CLOCK, bytes_read: 0, attempts: sql`${submissionJobs.attempts} + 1` })
    .where(inArray(submissionJobs.id, waiting))
    .returning();
  return claimed ?? null;
}

/**
 * Gives a sign of life of the process that works on a job.
 *
 * @returns False when the job is its no more: it was cancelled, or another process has begun with it.
 */
export async function signOfLife(
  db: Database,
  { id, attempts }: Pick<Job, 'id' | 'attempts'>,
  bytes_read: number,
): Promise<boolean> {
  const touched = await db
    .update(submissionJobs)
    .set({ seen_at: CLOCK, bytes_read })
    .where(mine({ id, attempts }))
    .returning({ id: submissionJobs.id });
  return touched.length === 1;
}

/** Lets another process begin a job at once, without waiting for this one to fall silent. */
export async function giveBackJob(db: Database, job: Pick<Job, 'id' | 'attempts'>): Promise<void> {
  await db.update(submissionJobs).set({ state: 'received', seen_at: null }).where(mine(job));
}

/**
 * Puts a job off that failed for no reason of its own, such as a full disk: it is begun again like that of a process that
 * has fallen silent, and this time does not count.
 */
export async function putJobOff(db: Database, job: Pick<Job, 'id' | 'attempts'>): Promise<void> {
  await db
    .update(submissionJobs)
    .set({ seen_at: CLOCK, attempts: sql`${submissionJobs.attempts} - 1` })
    .where(mine(job));
}

/**
 * Ends a job, in the transaction of what came of it, and lets its body go.
 *
 * @returns False when the job is its no more: the transaction must then be undone.
 */
export async function endJob(
  db: Database,
  { id, attempts }: Pick<Job, 'id' | 'attempts'>,
  end: Pick<Job, 'status' | 'answer'> & { readonly state: 'done' | 'failed' },
): Promise<boolean> {
  // One statement, also outside a transaction: nobody looks for the body of a job that has ended.
  const ended = db.$with('ended').as(
    db
      .update(submissionJobs)
      .set({ ...end, seen_at: CLOCK, ended_at: CLOCK, bytes_read: sql`${submissionJobs.body_bytes}` })
      .where(mine({ id, attempts }))
      .returning({ id: submissionJobs.id }),
  );
  const deleted = db.$with('deleted').as(
    db
      .delete(submissionBodies)
      .where(inArray(submissionBodies.job_id, db.select().from(ended)))
      .returning({ part: submissionBodies.part }),
  );
  return (await db.with(ended, deleted).select().from(ended)).length > 0;
}

/**
 * Cancels a job that has not ended, and lets its body go.
 *
 * @returns False when it has ended already.
 */
export async function cancelJob(db: Database, owner: Owner, id: string): Promise<boolean> {
  const cancelled = await db
    .update(submissionJobs)
    .set({ state: 'cancelled', ended_at: CLOCK })
    .where(
      and(eq(submissionJobs.id, id), isOf(owner), inArray(submissionJobs.state, ['received', 'checking'])),
    )
    .returning({ id: submissionJobs.id });
  if (cancelled.length === 0) return false;
  await db.delete(submissionBodies).where(eq(submissionBodies.job_id, id));
  return true;
}

function isOf({ organisation, sandbox }: Owner) {
  return and(eq(submissionJobs.organisation, organisation), eq(submissionJobs.sandbox, sandbox));
}

function mine({ id, attempts }: Pick<Job, 'id' | 'attempts'>) {
  return and(
    eq(submissionJobs.id, id),
    eq(submissionJobs.state, 'checking'),
    eq(submissionJobs.attempts, attempts),
  );
}

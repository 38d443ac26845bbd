import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLateIntake, type LateRequest } from '../../src/ingest/late-intake.ts';
import { receiptOf } from '../../src/ingest/receipt.ts';
import { receiveLater } from '../../src/ingest/receive-later.ts';
import { createReceivingRoom } from '../../src/ingest/receiving-room.ts';
import type { Waiting } from '../../src/ingest/waiting-limits.ts';
import { withdrawTables } from '../../src/ingest/withdraw-tables.ts';
import type { Return } from '../../src/standard/generated/types.ts';
import { listAudit } from '../../src/store/audit-log.ts';
import { type OpenDatabase, openDatabase } from '../../src/store/database.ts';
import type { Owner } from '../../src/store/holder.ts';
import { cancelJob, claimJob, endJob, type Job } from '../../src/store/jobs-repository.ts';
import { saveServices } from '../../src/store/services-repository.ts';
import { findSubmission } from '../../src/store/submissions-repository.ts';
import { IN_PROCESS } from '../../src/validation/validate-in-process.ts';
import { createMigratedDatabase, type TestDatabase } from '../support/database.ts';
import { VALID_RETURN } from '../support/valid-return.ts';
import { returnWith, SERVICE, send, TURNS } from './send.ts';

let database: TestDatabase;
let open: OpenDatabase;
beforeAll(async () => {
  database = await createMigratedDatabase();
  const owner = openDatabase(database.connectionString);
  await saveServices(owner.db, [SERVICE]);
  await owner.close();
  open = openDatabase(database.connectionString, { role: 'spcd_submit' });
});
beforeEach(async () => {
  const owner = openDatabase(database.connectionString);
  await owner.db.execute(
    sql`truncate submissions, submission_tables, submission_jobs, standing_tables, rows_profiles, rows_outcome_coverage cascade`,
  );
  await owner.close();
});
afterAll(async () => {
  await open?.close();
  await database?.drop();
});

const POWYS = { organisation: '7A7', sandbox: false };
const { profiles = [], outcome_coverage = [] } = VALID_RETURN.tables;
const EARLIER = returnWith({ tables: { profiles, outcome_coverage } });
const moved = (area_code: string) =>
  returnWith({ tables: { profiles: profiles.map((row) => ({ ...row, area_code })) } as Return['tables'] });
/** Of people who live elsewhere: to be verified. */
const DOUBTFUL = moved('W06000018');
const LATER = returnWith({ tables: { profiles: profiles.slice(1) } });

const MANY: Waiting = { returns: 100, bytes: 100_000_000 };
/** Of the process that receives. */
const RECEIVING = createReceivingRoom();

async function promise(
  whole: Return,
  owner: Owner = POWYS,
  ofOwner = MANY,
  { receiving = RECEIVING, arrivingBytes = 100_000_000 } = {},
): Promise<Job> {
  const request: Omit<LateRequest, 'received_at'> = {
    ...{ source: { format: 'json' }, actor: { kind: 'key', id: 'k' }, dry_run: false },
    // LATER has half as many people.
    confirmed: [{ rule: 'count-within-half-of-the-one-before', reason: 'checked_and_correct' }],
    request_id: 'late',
  };
  const body = (async function* () {
    yield new TextEncoder().encode(JSON.stringify(whole));
  })();
  const limits = { ofOwner, arrivingBytes };
  return receiveLater({ ...open, turns: TURNS, receiving }, { owner, body, request, limits });
}

describe('what may wait', () => {
  const bytes = Buffer.byteLength(JSON.stringify(EARLIER));
  const refusal = { code: 'TOO_MANY_REQUESTS', headers: { 'retry-after': '30' } };
  const SANDBOX = { organisation: '7A7', sandbox: true };

  it('is so many returns of one owner, until one of them has ended', async () => {
    const limits = { returns: 2, bytes: 100_000_000 };
    const first = await promise(EARLIER, POWYS, limits);
    await promise(EARLIER, POWYS, limits);
    await expect(promise(EARLIER, POWYS, limits)).rejects.toMatchObject({
      ...refusal,
      facts: { returns_waiting: 2, bytes_waiting: 2 * bytes, maximum_returns_waiting: 2 },
    });
    await promise(EARLIER, SANDBOX, limits);
    await promise(EARLIER, { organisation: '7A1', sandbox: false }, limits);
    await cancelJob(open.db, POWYS, first.id);
    await promise(EARLIER, POWYS, limits);
  });

  it('is so many bytes of one owner, of which the last part is looked at too', async () => {
    const limits = { returns: 100, bytes: 2 * bytes };
    await promise(EARLIER, POWYS, limits);
    await promise(EARLIER, POWYS, limits);
    await expect(promise(EARLIER, POWYS, limits)).rejects.toMatchObject(refusal);
    await expect(promise(EARLIER, SANDBOX, { ...limits, bytes: bytes - 1 })).rejects.toMatchObject(refusal);
    const { rows } = await open.pool.query('select count(*)::int as kept from submission_jobs');
    expect(rows).toEqual([{ kept: 2 }]);
  });

  it('is no more when many arrive at once at two processes that do not see each other', async () => {
    const limits = { returns: 10, bytes: 100_000_000 };
    const rooms = [createReceivingRoom(), createReceivingRoom()];
    const sent = rooms.flatMap((receiving) =>
      Array.from({ length: 12 }, () => promise(EARLIER, POWYS, limits, { receiving })),
    );
    const settled = await Promise.allSettled(sent);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    for (const each of settled) {
      if (each.status === 'rejected') expect(each.reason).toMatchObject(refusal);
    }
    const { rows } = await open.pool.query('select count(*)::int as kept from submission_jobs');
    expect(rows).toEqual([{ kept: 10 }]);
    expect(rooms.map((room) => room.bytes())).toEqual([0, 0]);
  });

  it('is no more on the disk than there is room for the bodies of all', async () => {
    const arrivingBytes = bytes - 1;
    await expect(promise(EARLIER, POWYS, MANY, { arrivingBytes })).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      headers: { 'retry-after': '30' },
    });
    expect(RECEIVING.bytes()).toBe(0);
  });

  it('is taken in turn by turn among owners, and in the order of receipt within each', async () => {
    const CARDIFF = { organisation: '7A4', sandbox: false };
    const own = [];
    for (let sent = 0; sent < 3; sent += 1) own.push((await promise(EARLIER)).id);
    const [other] = [await promise(EARLIER, CARDIFF)].map(({ id }) => id);
    const tried = (await promise(EARLIER, SANDBOX)).id;
    const taken: (string | undefined)[] = [];
    for (let turn = 0; turn < 5; turn += 1) {
      const job = await claimJob(open.db, 30);
      taken.push(job?.id);
      if (job !== null) await endJob(open.db, job, { state: 'done', status: 201, answer: null });
    }
    expect(taken).toEqual([own[0], other, tried, own[1], own[2]]);
  });
});

/** Takes in all that waits, as the next process does that has time for it. */
async function takeInWhatWaits(): Promise<void> {
  const errors: unknown[] = [];
  const intake = createLateIntake(
    { ...open, validation: IN_PROCESS, turns: TURNS },
    { log: (_, error) => errors.push(error), lookEveryMs: 10 },
  );
  intake.start();
  await expect
    .poll(
      async () => (await open.pool.query('select id from submission_jobs where ended_at is null')).rowCount,
      {
        timeout: 30_000,
      },
    )
    .toBe(0);
  await intake.close();
  expect(errors).toEqual([]);
}

async function read(id: string) {
  const submission = await findSubmission(open.db, POWYS, id);
  if (submission === null) throw new Error(`${id} was not taken in`);
  return { submission, receipt: receiptOf(submission) };
}

async function standing() {
  const { rows } = await open.pool.query<{ table: string; id: string }>(
    'select table_name as table, submission_id as id from standing_tables order by 1',
  );
  return Object.fromEntries(rows.map(({ table, id }) => [table, id]));
}

describe('a return that was received first and is taken in after a later one', () => {
  it('takes the place of no table that the later one brought, keeps none of its rows, and says so', async () => {
    const job = await promise(EARLIER);
    const { receipt: later } = await send(open, LATER);
    expect(later.sequence).toBeGreaterThan(job.sequence ?? Number.NaN);
    await takeInWhatWaits();
    expect(await standing()).toEqual({ outcome_coverage: job.id, profiles: later.submission_id });
    const { receipt } = await read(job.id);
    expect(receipt).toMatchObject({ state: 'accepted', sequence: job.sequence });
    expect(receipt.tables).toMatchObject([
      { table: 'profiles', outcome: 'overtaken', superseded: true },
      { table: 'outcome_coverage', outcome: 'created', superseded: false },
    ]);
    expect(receipt.next_action.en).toContain('taken the place of some tables');
    const kept = await open.pool.query('select 1 from rows_profiles where submission_id = $1', [job.id]);
    expect(kept.rowCount).toBe(0);
  });

  it('is superseded when the later one brought all that it has', async () => {
    const job = await promise(returnWith({ tables: { profiles } }));
    const { receipt: later } = await send(open, LATER);
    await takeInWhatWaits();
    expect(await standing()).toEqual({ profiles: later.submission_id });
    expect((await read(job.id)).receipt.state).toBe('superseded');
    const { rows } = await open.pool.query('select state, status from submission_jobs');
    expect(rows).toEqual([{ state: 'done', status: 200 }]);
  });

  it('does not come back when the later one is withdrawn meanwhile', async () => {
    const job = await promise(returnWith({ tables: { profiles } }));
    const { receipt: later } = await send(open, LATER);
    await withdrawTables(
      { ...open, turns: TURNS },
      {
        ...{
          ...POWYS,
          actor: { kind: 'key', id: 'k' },
          submission_id: later.submission_id ?? '',
          tables: null,
        },
        ...{ reason: 'figures_wrong', isAsRead: () => true, now: new Date(), request_id: 'r' },
      },
    );
    await takeInWhatWaits();
    expect(await standing()).toEqual({});
    expect((await read(job.id)).receipt.state).toBe('superseded');
  });

  it('stands, and leaves a later one that waits to be verified waiting', async () => {
    const job = await promise(returnWith({ tables: { profiles } }));
    const { receipt: held } = await send(open, DOUBTFUL);
    expect(held.state).toBe('needs_verification');
    await takeInWhatWaits();
    expect(await standing()).toEqual({ profiles: job.id });
    expect((await read(held.submission_id ?? '')).receipt.state).toBe('needs_verification');
  });

  it('does not wait to be verified when a later one does', async () => {
    const job = await promise(DOUBTFUL);
    const { receipt: held } = await send(open, moved('W06000016'));
    await takeInWhatWaits();
    expect((await read(job.id)).receipt.state).toBe('superseded');
    expect((await read(held.submission_id ?? '')).receipt.state).toBe('needs_verification');
  });
});

it('takes the place of an earlier one when it was received last', async () => {
  await send(open, LATER);
  const job = await promise(EARLIER);
  await takeInWhatWaits();
  expect(await standing()).toEqual({ outcome_coverage: job.id, profiles: job.id });
});

it('says of a return that is taken in later when it was received and when it was accepted', async () => {
  const job = await promise(EARLIER);
  await open.pool.query(`update submission_jobs set request =
    jsonb_set(request::jsonb, '{received_at}', '"2026-10-20T09:00:00.000Z"')::json`);
  const before = new Date();
  await takeInWhatWaits();
  const { submission } = await read(job.id);
  expect(submission.received_at).toEqual(new Date('2026-10-20T09:00:00.000Z'));
  expect(submission.accepted_at?.getTime()).toBeGreaterThanOrEqual(before.getTime());
  const owner = openDatabase(database.connectionString);
  const lines = await listAudit(owner.db, { subject: job.id });
  await owner.close();
  expect(lines.map(({ action }) => action)).toEqual(['submission_received', 'submission_accepted']);
  expect(lines[1]?.at).toEqual(submission.accepted_at);
});

import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { IS_WHOLE } from './extent.ts';
import { get, type Promised, sendOnce } from './senders.ts';
import type { ServiceHouse } from './service-house.ts';

interface Told {
  readonly submission_id: string;
  readonly tables: readonly {
    readonly table: string;
    readonly table_digest: string;
    readonly rows: number;
  }[];
}

/**
 * That every promise is kept and nothing else was: each return whose sender has a receipt or a 202 is stored whole and
 * once, the same request gets the same answer again, and no row, job, answer or line of the audit log is left over.
 */
export async function expectOnlyPromisesKept(
  house: ServiceHouse,
  promises: readonly Promised[],
): Promise<void> {
  if (!IS_WHOLE) await letTimePass(house);
  for (const promise of promises.filter(({ isLater }) => isLater)) await untilTakenIn(house, promise);
  const ids = new Set<string>();
  for (const promise of promises) {
    const again = await sendOnce(house, promise);
    expect(again?.status, again?.text).toBe(promise.answer.status);
    expect(again?.text).toBe(promise.answer.text);
    expect(again?.headers['idempotency-replayed']).toBe('true');
    ids.add(await expectStored(house, promise));
  }
  expect(ids.size, 'each receipt is of a submission of its own').toBe(promises.length);
  const stored = await house.ask<{ id: string }>(
    // One that was promised before a later one was taken in is kept without rows of the tables that the later one brought.
    "select id from submissions where state in ('accepted', 'superseded')",
  );
  expect(new Set(stored.map(({ id }) => id))).toEqual(ids);
  await expectNothingElse(house, promises);
}

/** Whoever was working on a return and was killed over it is silent; with this, for as long as another waits for. */
async function letTimePass(house: ServiceHouse): Promise<void> {
  await house.ask(
    "update submission_jobs set seen_at = seen_at - interval '1 minute' where state = 'checking'",
  );
}

async function untilTakenIn(house: ServiceHouse, { answer }: Promised): Promise<void> {
  for (;;) {
    const asked = await get(house, String(answer.headers.location));
    expect(asked?.status, asked?.text).toBe(200);
    const { state, status } = JSON.parse(asked?.text ?? '');
    if (state === 'done') {
      expect([200, 201]).toContain(status);
      return;
    }
    expect(['received', 'checking'], asked?.text).toContain(state);
    await sleep(100);
  }
}

/** The stored submission tells what its receipt told, and its rows are as many as that says. */
async function expectStored(house: ServiceHouse, { answer, isLater }: Promised): Promise<string> {
  const said = JSON.parse(answer.text) as Told & { job_id: string };
  const id = isLater ? said.job_id : said.submission_id;
  const asked = await get(house, `/v1/submissions/${id}`);
  expect(asked?.status, asked?.text).toBe(200);
  const told = JSON.parse(asked?.text ?? '') as Told;
  if (!isLater) {
    const facts = ({ table, table_digest, rows }: Told['tables'][number]) => ({ table, table_digest, rows });
    expect(told.tables.map(facts)).toEqual(said.tables.map(facts));
  }
  return id;
}

async function expectNothingElse(house: ServiceHouse, promises: readonly Promised[]): Promise<void> {
  const halves = await house.ask(`
    with kept as (
      select submission_id, 'profiles' as table_name, count(*)::int as rows from rows_profiles group by 1
      union all select submission_id, 'connections', count(*)::int from rows_connections group by 1)
    select t.submission_id, t.table_name, t.rows, t.outcome, kept.rows as kept
    from submission_tables t left join kept using (submission_id, table_name)
    where coalesce(kept.rows, 0) <> case when t.outcome in ('unchanged', 'overtaken') then 0 else t.rows end`);
  expect(halves, 'rows of each submission are all there').toEqual([]);
  const jobs = promises.filter(({ isLater }) => isLater).length;
  const [counts] = await house.ask(`select
    (select count(*)::int from submissions) as submissions,
    (select count(*)::int from audit_log where action in ('submission_accepted', 'submission_superseded')) as told,
    (select count(*)::int from submission_tables t where not exists
      (select from submissions s where s.id = t.submission_id)) as tables_of_none,
    (select count(*)::int from
      (select submission_id from rows_profiles union all select submission_id from rows_connections) r
      where not exists (select from submissions s where s.id = r.submission_id)) as rows_of_none,
    (select count(*)::int from idempotency_keys) as answers,
    (select count(*)::int from submission_jobs where state = 'done') as done,
    (select count(*)::int from submission_jobs) as jobs,
    (select count(*)::int from submission_bodies) as bodies`);
  expect(counts).toEqual({
    submissions: promises.length,
    told: promises.length,
    tables_of_none: 0,
    rows_of_none: 0,
    answers: promises.length,
    done: jobs,
    jobs,
    bodies: 0,
  });
  // What stands is what was taken in last, for every period.
  const stale = await house.ask(`
    select period from standing_tables stands where submission_id <> (
      select id from submissions s where s.period = stands.period order by sequence desc limit 1)`);
  expect(stale).toEqual([]);
}

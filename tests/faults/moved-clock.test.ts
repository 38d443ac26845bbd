import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { expectOnlyPromisesKept } from './expect-kept.ts';
import { kindsOfDatabase, SEPARATE } from './extent.ts';
import { get, makeIngest, type Promised, sendOnce, sendUntilPromised, sendWithoutEnd } from './senders.ts';
import { openHouse, type ServiceHouse, type ServiceProcess } from './service-house.ts';

const MOVED_CLOCK = fileURLToPath(new URL('./moved-clock.mjs', import.meta.url));
const PERIOD = '2025-Q4';

describe.each(kindsOfDatabase(SEPARATE))('with $which', ({ isOwn }) => {
  let database: TestDatabase | null;
  let house: ServiceHouse;
  let service: ServiceProcess;
  const promises: Promised[] = [];

  beforeAll(async () => {
    database = isOwn ? null : await createTestDatabase();
    house = await openHouse(database?.connectionString ?? null);
    service = await house.serve({ NODE_OPTIONS: `--import=${MOVED_CLOCK}` });
  }, 120_000);
  afterAll(async () => {
    await house?.close();
    await database?.drop();
  });

  async function putClockBack(): Promise<void> {
    const before = service.log().split('the clock was put back').length;
    service.child.kill('SIGUSR2');
    await expect.poll(() => service.log().split('the clock was put back').length).toBe(before + 1);
  }

  it('keeps every promise when its clock is put back three days while returns come', async () => {
    const sender = sendWithoutEnd(house, 3);
    await sender.untilMore(6);
    await putClockBack();
    await sender.untilMore(6);
    promises.push(...(await sender.finish()));
    await expectOnlyPromisesKept(house, promises);
  }, 120_000);

  it('lets the return that came last stand, though its clock says that it came first', async () => {
    const first = await sendUntilPromised(house, makeIngest(1, false, PERIOD));
    await putClockBack();
    const last = await sendUntilPromised(house, makeIngest(2, false, PERIOD));
    promises.push(first, last);
    const [one, other] = [JSON.parse(first.answer.text), JSON.parse(last.answer.text)];
    expect(Date.parse(other.received_at)).toBeLessThan(Date.parse(one.received_at));
    expect(other.timeliness).toBe(one.timeliness);
    const states = [one, other].map(async ({ submission_id }) => {
      const asked = await get(house, `/v1/submissions/${submission_id}`);
      return JSON.parse(asked?.text ?? '').state;
    });
    expect(await Promise.all(states)).toEqual(['superseded', 'accepted']);
    const listed = JSON.parse((await get(house, '/v1/submissions'))?.text ?? '');
    const ids = listed.submissions.map(({ submission_id }: { submission_id: string }) => submission_id);
    expect(ids.slice(0, 2)).toEqual([other.submission_id, one.submission_id]);
    const again = await sendOnce(house, first);
    expect(again?.text).toBe(first.answer.text);
  }, 60_000);

  it('begins a return again whose last sign of life lies ahead of the clock of the database', async () => {
    const sent = await sendUntilPromised(house, makeIngest(3, true, PERIOD));
    promises.push(sent);
    await expectOnlyPromisesKept(house, promises);
    // As it would be if a process had died over it before the clock of the database was put back by a day.
    const id = randomUUID();
    await house.ask(
      `insert into submission_jobs (id, organisation, state, request, body_bytes, attempts, created_at, seen_at)
       select $1, organisation, 'checking', request, $2, 1, created_at, clock_timestamp() + interval '1 day'
       from submission_jobs limit 1`,
      [id, Buffer.byteLength(sent.body)],
    );
    await house.ask('insert into submission_bodies (job_id, part, bytes) values ($1, 0, $2)', [
      id,
      Buffer.from(sent.body),
    ]);
    const state = async () => {
      const asked = await get(house, `/v1/submission-jobs/${id}`);
      return JSON.parse(asked?.text ?? '').state;
    };
    await expect.poll(state, { timeout: 30_000 }).toBe('done');
  }, 60_000);
});

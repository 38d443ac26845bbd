import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { openFaultyNetwork } from '../support/faulty-network.ts';
import { expectOnlyPromisesKept } from './expect-kept.ts';
import { kindsOfDatabase, SEPARATE } from './extent.ts';
import { chooseSeed, seededRandom } from './seeded-random.ts';
import {
  expectPassing,
  type Ingest,
  makeIngest,
  type Promised,
  requestBytes,
  sendOnce,
  sendUntilPromised,
} from './senders.ts';
import { openHouse, type ServiceHouse } from './service-house.ts';

/** Holds every COPY into the table of rows where it begins, until it is let go. */
async function holdCopies(client: pg.Client): Promise<void> {
  await client.query('begin; lock table rows_profiles in share mode');
}

describe.each(kindsOfDatabase(SEPARATE))('with $which', ({ isOwn }) => {
  let database: TestDatabase | null;
  let house: ServiceHouse;
  const promises: Promised[] = [];

  beforeAll(async () => {
    database = isOwn ? null : await createTestDatabase();
    house = await openHouse(database?.connectionString ?? null);
    await house.serve();
  }, 60_000);
  afterAll(async () => {
    await house?.close();
    await database?.drop();
  });

  const keep = async (ingest: Ingest) => {
    const promised = await sendUntilPromised(house, ingest);
    promises.push(promised);
    return promised;
  };

  async function countStored(): Promise<number> {
    const [found] = await house.ask<{ stored: number }>(
      'select ((select count(*) from submissions) + (select count(*) from submission_jobs))::int as stored',
    );
    return found?.stored ?? Number.NaN;
  }

  /** Sends a request up to some byte of it, and leaves without waiting for anything. */
  async function sendPart(ingest: Ingest, bytes: number): Promise<void> {
    const socket = connect(house.port, '127.0.0.1');
    await new Promise<void>((resolve) =>
      socket.write(requestBytes(house, ingest).subarray(0, bytes), () => resolve()),
    );
    await new Promise((resolve) => socket.once('close', resolve).destroy());
  }

  async function untilCopying(): Promise<number> {
    const question = `select pid from pg_stat_activity
    where datname = current_database() and query like 'copy %' and wait_event_type = 'Lock'`;
    for (;;) {
      const [found] = await house.ask<{ pid: number }>(question);
      if (found !== undefined) return found.pid;
      await sleep(20);
    }
  }

  describe('a connection that is cut', () => {
    it.each([
      ['a return that is waited for', false],
      ['one that is to be taken in later', true],
    ])(
      'within the body of %s leaves nothing, and the same key is good for the whole',
      async (_, isLater) => {
        const random = seededRandom(chooseSeed());
        const ingest = makeIngest(1, isLater);
        const before = await countStored();
        const whole = requestBytes(house, ingest).length;
        for (let cut = 0; cut < 5; cut += 1)
          await sendPart(ingest, whole - 1 - random(ingest.body.length - 1));
        expect(await countStored()).toBe(before);
        const { answer } = await keep(ingest);
        expect(answer.headers).not.toHaveProperty('idempotency-replayed');
      },
      60_000,
    );

    it('once all was sent loses the answer and not the return', async () => {
      for (const [number, cutAnswerAfter] of [1, 20, 300].entries()) {
        const ingest = makeIngest(10 + number);
        const network = await openFaultyNetwork(house.port, [{ cutAnswerAfter }]);
        expect(await sendOnce({ ...house, port: network.port }, ingest)).toBeNull();
        await network.close();
        const { answer } = await keep(ingest);
        expect(answer.headers['idempotency-replayed']).toBe('true');
      }
    }, 60_000);
  });

  describe('while the rows of a return are being copied into the database', () => {
    it('a sender who goes away has sent it all the same', async () => {
      const { client, leave } = await house.connect();
      await holdCopies(client);
      const ingest = makeIngest(20);
      const socket = connect(house.port, '127.0.0.1');
      socket.write(requestBytes(house, ingest));
      await untilCopying();
      await new Promise((resolve) => socket.once('close', resolve).destroy());
      await client.query('commit');
      await leave();
      const { answer } = await keep(ingest);
      expect(answer.headers['idempotency-replayed']).toBe('true');
    }, 60_000);

    it('a lost connection to the database is told as 503, and nothing of the return is there', async () => {
      const { client, leave } = await house.connect();
      await holdCopies(client);
      const ingest = makeIngest(21);
      const before = await countStored();
      const sent = sendOnce(house, ingest);
      await client.query('select pg_terminate_backend($1)', [await untilCopying()]);
      const answer = await sent;
      if (answer === null) throw new Error('there was no answer');
      expectPassing(answer);
      await client.query('commit');
      await leave();
      expect(await countStored()).toBe(before);
      await keep(ingest);
    }, 60_000);
  });

  it('puts a return off that was promised and could not be copied, and does not count that against it', async () => {
    const { client, leave } = await house.connect();
    await holdCopies(client);
    const { answer } = await keep(makeIngest(22, true));
    await client.query('select pg_terminate_backend($1)', [await untilCopying()]);
    const job = async () => {
      const question = 'select state, attempts from submission_jobs where id = $1';
      return (await house.ask(question, [JSON.parse(answer.text).job_id]))[0];
    };
    await expect.poll(job, { timeout: 20_000 }).toEqual({ state: 'checking', attempts: 0 });
    await client.query('commit');
    await leave();
  }, 60_000);

  it('has kept, after all that, what was promised and nothing else', async () => {
    expect(promises.length).toBeGreaterThan(0);
    await expectOnlyPromisesKept(house, promises);
  }, 60_000);
});

import { connect, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { expectOnlyPromisesKept } from './expect-kept.ts';
import { kindsOfDatabase, SEPARATE } from './extent.ts';
import {
  expectPassing,
  get,
  type Ingest,
  makeIngest,
  type Promised,
  requestBytes,
  sendOnce,
  sendUntilPromised,
  untilReady,
} from './senders.ts';
import { openHouse, type ServiceHouse } from './service-house.ts';

/** What requests wait for, with a connection in their hands. */
const IN_THE_WAY = {
  'all its connections to the database are in use': 'lock table api_keys in access exclusive mode',
  'returns of one period cannot be decided on':
    "select pg_advisory_xact_lock(hashtextextended('spcd return 7A7 2025-Q4', 0))",
};

describe.each(kindsOfDatabase(SEPARATE))('with $which', ({ isOwn }) => {
  let database: TestDatabase | null;
  let house: ServiceHouse;
  const promises: Promised[] = [];
  const sockets: Socket[] = [];

  beforeAll(async () => {
    database = isOwn ? null : await createTestDatabase();
    house = await openHouse(database?.connectionString ?? null);
    await house.serve();
  }, 60_000);
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.destroy();
  });
  afterAll(async () => {
    await house?.close();
    await database?.drop();
  });

  async function openSocket(): Promise<Socket> {
    const socket = connect(house.port, '127.0.0.1');
    sockets.push(socket);
    await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    return socket.on('error', () => {});
  }

  /** Sends the head of a request, and then a byte of its body a second. */
  async function sendSlowly(ingest: Ingest): Promise<Socket> {
    const socket = await openSocket();
    const bytes = requestBytes(house, ingest);
    let sent = bytes.indexOf('\r\n\r\n') + 4;
    socket.write(bytes.subarray(0, sent));
    const dripping = setInterval(() => {
      socket.write(bytes.subarray(sent, sent + 1));
      sent += 1;
    }, 1_000);
    socket.once('close', () => clearInterval(dripping));
    return socket;
  }

  it('answers others while 500 connections stand idle and 200 senders send a byte a second', async () => {
    await Promise.all(Array.from({ length: 500 }, openSocket));
    const slow = Array.from({ length: 200 }, (_, number) => sendSlowly(makeIngest(number, number % 2 === 0)));
    await Promise.all(slow);
    for (const number of [1, 2, 3, 4]) {
      const ingest = makeIngest(number, number % 2 === 0);
      // At once, and not after a refusal.
      const answer = await sendOnce(house, ingest);
      expect(answer?.status, answer?.text).toBe(number % 2 === 0 ? 202 : 201);
      promises.push({ ...ingest, answer: answer as NonNullable<typeof answer> });
      expect((await get(house, '/v1/config'))?.status).toBe(200);
    }
    expect(sockets.filter((socket) => socket.destroyed)).toEqual([]);
  }, 120_000);

  it('forgets slow senders that have gone', async () => {
    await expectOnlyPromisesKept(house, promises);
  }, 60_000);

  it.each(Object.entries(IN_THE_WAY))(
    'says when to come again while %s, and then recovers',
    async (_, statement) => {
      const period = '2025-Q4';
      const { client, leave } = await house.connect();
      await client.query('begin');
      await client.query(statement);
      const ingests = Array.from({ length: 30 }, (_, number) => makeIngest(number, false, period));
      const sent = ingests.map((ingest) => sendOnce(house, ingest));
      const refused = await Promise.race(sent);
      if (refused === null) throw new Error('there was no answer');
      expectPassing(refused);
      expect(refused.status).toBe(503);
      await client.query('commit');
      await leave();
      for (const answer of await Promise.all(sent)) {
        if (answer === null) throw new Error('there was no answer');
        if (answer.status >= 400) expectPassing(answer);
      }
      await untilReady(house);
      for (const ingest of ingests) promises.push(await sendUntilPromised(house, ingest));
      await expectOnlyPromisesKept(house, promises);
    },
    180_000,
  );
});

import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { codedLines, HEADER } from '../../bench/coded-rows.ts';
import type { Service } from '../../src/standard/generated/types.ts';
import { createTestDatabase } from '../support/database.ts';
import { expectOnlyPromisesKept } from './expect-kept.ts';
import { IS_WHOLE } from './extent.ts';
import { chooseSeed, seededRandom } from './seeded-random.ts';
import { get, type Ingest, type Promised, sendUntilPromised } from './senders.ts';
import { openHouse } from './service-house.ts';

/** About ten megabytes. */
const ROWS = 100_000;
const KILLS = 6;
const MINUTES = 60_000;
const WHICH = [
  { which: 'a PostgreSQL of its own', isOwn: true },
  { which: 'a separate PostgreSQL', isOwn: false },
];

const SENDER: Service = {
  id: 'bench-connectors',
  name: { en: 'Long returns', cy: 'Ffurflenni hir' },
  submitter: '7A1',
  areas: ['W06000001', 'W06000002', 'W06000003', 'W06000004', 'W06000005', 'W06000006'],
  valid_from: '2020-01-01',
};

/** A CSV of so many rows that it is read, checked and copied for seconds; each number has a row more than the last. */
function longIngest(number: number, isLater: boolean): Ingest {
  const query = new URLSearchParams({ ...HEADER, table: 'connections' }).toString();
  const body = [...codedLines('connections', ROWS + number)].join('');
  return { idempotencyKey: randomUUID(), body, isLater, query };
}

describe.runIf(IS_WHOLE).each(WHICH)('a service with $which', ({ isOwn }) => {
  it(
    `that is killed ${KILLS} times within returns of ${ROWS} rows, half of them of a 202, has each of them whole and once`,
    async () => {
      const database = isOwn ? null : await createTestDatabase();
      const house = await openHouse(database?.connectionString ?? null, undefined, SENDER);
      try {
        const random = seededRandom(chooseSeed());
        let service = await house.serve();
        const began = Date.now();
        const promises: Promised[] = [await sendUntilPromised(house, longIngest(0, false))];
        // Anywhere in the time that one takes: while it is read, checked, copied or answered.
        const takes = Date.now() - began;
        for (let kill = 1; kill <= KILLS; kill += 1) {
          const sending = sendUntilPromised(house, longIngest(kill, kill % 2 === 0));
          await sleep(random(takes));
          await service.kill();
          service = await house.serve();
          promises.push(await sending);
        }
        await expectOnlyPromisesKept(house, promises);
        expect((await get(house, '/health/ready'))?.status).toBe(200);
        expect(await service.stop()).toBe(0);
      } finally {
        await house.close();
        await database?.drop();
      }
    },
    (KILLS + 2) * 2 * MINUTES,
  );
});

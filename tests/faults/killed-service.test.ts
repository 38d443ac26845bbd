import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createTestDatabase } from '../support/database.ts';
import { expectOnlyPromisesKept } from './expect-kept.ts';
import { IS_WHOLE } from './extent.ts';
import { chooseSeed, seededRandom } from './seeded-random.ts';
import { sendWithoutEnd } from './senders.ts';
import { openHouse, type ServiceProcess } from './service-house.ts';

/** How often it is killed. */
const WHICH = [
  { which: 'a PostgreSQL of its own', isOwn: true, kills: IS_WHOLE ? 50 : 4 },
  { which: 'a separate PostgreSQL', isOwn: false, kills: IS_WHOLE ? 50 : 8 },
];
const AT_ONCE = 3;
/** Patience, not a measure: a crowded machine takes many seconds for one start. */
const MINUTES = 60_000;

describe.each(WHICH)('a service with $which', ({ isOwn, kills }) => {
  it(
    `that is killed ${kills} times while returns come has kept every promise, once, and nothing else`,
    async () => {
      const database = isOwn ? null : await createTestDatabase();
      const house = await openHouse(database?.connectionString ?? null);
      try {
        const random = seededRandom(chooseSeed());
        const sender = sendWithoutEnd(house, AT_ONCE);
        let service: ServiceProcess = await house.serve();
        for (let kill = 0; kill < kills; kill += 1) {
          await sender.untilMore(random(6));
          await sleep(random(150));
          await service.kill();
          service = await house.serve();
        }
        const promises = await sender.finish();
        expect(promises.length).toBeGreaterThanOrEqual(kills);
        await expectOnlyPromisesKept(house, promises);
        expect(await service.stop()).toBe(0);
      } finally {
        await house.close();
        await database?.drop();
      }
    },
    kills * MINUTES,
  );
});

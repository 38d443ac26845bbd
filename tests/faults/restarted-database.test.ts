import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { expectOnlyPromisesKept } from './expect-kept.ts';
import { IS_WHOLE } from './extent.ts';
import { chooseSeed, seededRandom } from './seeded-random.ts';
import { sendWithoutEnd, untilReady } from './senders.ts';
import { areThere, SEPARATE_POSTGRES, startSeparatePostgres } from './separate-postgres.ts';
import { openHouse } from './service-house.ts';

const RESTARTS = IS_WHOLE ? 10 : 2;

for (const { name, programs } of SEPARATE_POSTGRES) {
  const isThere = await areThere(programs);
  describe.runIf(isThere)(
    isThere ? `a service with ${name}` : `NOT RUN: there is no ${name} on this machine`,
    () => {
      it(
        'whose database is restarted under load loses nothing, answers "later" and recovers by itself',
        async () => {
          const database = await startSeparatePostgres(await programs());
          const house = await openHouse(database.connectionString);
          try {
            const random = seededRandom(chooseSeed());
            const service = await house.serve();
            const sender = sendWithoutEnd(house, 6);
            for (let restart = 0; restart < RESTARTS; restart += 1) {
              await sender.untilMore(1 + random(8));
              await sleep(random(50));
              await database.restartAtOnce();
              await untilReady(house);
            }
            await sender.untilMore(6);
            const promises = await sender.finish();
            await expectOnlyPromisesKept(house, promises);
            // It is still the same process.
            expect(await service.stop()).toBe(0);
          } finally {
            await house.close();
            await database.close();
          }
        },
        RESTARTS * 120_000,
      );
    },
  );
}

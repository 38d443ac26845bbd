import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectOnlyPromisesKept } from './expect-kept.ts';
import { IS_WHOLE } from './extent.ts';
import { chooseSeed, seededRandom } from './seeded-random.ts';
import { sendWithoutEnd, untilReady } from './senders.ts';
import { openHouse, type ServiceHouse, type ServiceProcess } from './service-house.ts';

const KILLS = IS_WHOLE ? 10 : 2;

let house: ServiceHouse;
let service: ServiceProcess;

beforeAll(async () => {
  house = await openHouse(null);
  service = await house.serve();
}, 120_000);
afterAll(() => house.close());

async function serverPid(): Promise<number> {
  const owner = JSON.parse(await readFile(join(house.dataDir, 'postgres.owner.json'), 'utf8'));
  return owner.server.pid;
}

it('refuses a second service on its data folder in words, and serves on', async () => {
  const second = house.serve({ SPCD_PORT: '0', LC_ALL: 'cy_GB.UTF-8' });
  const { pid } = service.child;
  await expect(second).rejects.toThrow(`ended with 2: Mae proses ${pid} eisoes yn gwasanaethu o`);
  await untilReady(house);
}, 60_000);

it(
  'starts its PostgreSQL again when that is killed under load, and loses nothing',
  async () => {
    const random = seededRandom(chooseSeed());
    const sender = sendWithoutEnd(house, 3);
    for (let kill = 0; kill < KILLS; kill += 1) {
      await sender.untilMore(1 + random(5));
      await sleep(random(50));
      const killed = await serverPid();
      process.kill(killed, 'SIGKILL');
      await expect.poll(serverPid, { timeout: 60_000 }).not.toBe(killed);
      await untilReady(house);
    }
    // A process of one connection: PostgreSQL itself then ends them all and recovers.
    const [{ pid } = { pid: 0 }] = await house.ask<{ pid: number }>(
      "select pid from pg_stat_activity where application_name = 'spcd' limit 1",
    );
    process.kill(pid, 'SIGKILL');
    await sender.untilMore(5);
    await expectOnlyPromisesKept(house, await sender.finish());
    expect(service.log()).toContain('PostgreSQL runs again');
  },
  KILLS * 120_000,
);

it('ends in order after all that, and leaves no PostgreSQL behind', async () => {
  const pid = await serverPid();
  expect(await service.stop()).toBe(0);
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
}, 60_000);

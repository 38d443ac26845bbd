import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/archive.ts';
import { publishRelease } from '../../src/release/publish-release.ts';
import { peopleIn, smallReturn, TWO_SERVICES } from '../release/small-return.ts';
import { createTestDatabase } from '../support/database.ts';
import { openReleaseHouse } from '../support/published-wales.ts';
import { NOW } from '../support/test-keys.ts';
import { expectOnlyPromisesKept } from './expect-kept.ts';
import { kindsOfDatabase, OWN } from './extent.ts';
import {
  expectPassing,
  type Ingest,
  makeIngest,
  type Promised,
  sendOnce,
  sendUntilPromised,
  untilReady,
} from './senders.ts';
import { SEPARATE_POSTGRES, startSeparatePostgres } from './separate-postgres.ts';
import { openHouse } from './service-house.ts';
import { maySmallDisksBeOpened, openSmallDisk } from './small-disk.ts';

const isPossible = maySmallDisksBeOpened();
const closing: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function separateOn(folder: string) {
  const [{ programs }] = SEPARATE_POSTGRES;
  const separate = await startSeparatePostgres(await programs(), folder);
  closing.push(() => separate.close());
  return separate;
}

function useSmallDisk(megabytes: number) {
  const disk = openSmallDisk(megabytes);
  closing.push(() => disk.close());
  return disk;
}

describe.runIf(isPossible)(
  isPossible ? 'a disk without any room' : 'NOT RUN: a tmpfs cannot be mounted here, so no disk was filled',
  () => {
    it.each(kindsOfDatabase(OWN))(
      'under $which is told as 503, leaves nothing half, and does no harm once there is room',
      async ({ isOwn }) => {
        const disk = useSmallDisk(200);
        const separate = isOwn ? null : await separateOn(disk.folder);
        const house = await openHouse(separate?.connectionString ?? null, disk.folder);
        closing.push(() => house.close());
        const service = await house.serve();
        const promises: Promised[] = [];
        const unanswered: Ingest[] = [];
        for (const number of [1, 2, 3])
          promises.push(await sendUntilPromised(house, makeIngest(number, number === 3)));
        await disk.fill();
        // Files that PostgreSQL has made have room for some rows more, so the first ones may still be taken in.
        for (let number = 4; unanswered.length < 3; number += 1) {
          const ingest = makeIngest(number, number % 3 === 0);
          const answer = await sendOnce(house, ingest);
          if (answer !== null && answer.status < 400) {
            promises.push({ ...ingest, answer });
            continue;
          }
          if (answer !== null) expectPassing(answer);
          unanswered.push(ingest);
        }
        await disk.makeRoom();
        await separate?.startAgain();
        await untilReady(house);
        for (const ingest of unanswered) promises.push(await sendUntilPromised(house, ingest));
        await expectOnlyPromisesKept(house, promises);
        expect(await service.stop()).toBe(0);
      },
      240_000,
    );

    it('under bodies that wait is told as 503 to those who need it, and others are answered', async () => {
      // The service runs from source here, and what was compiled of it is kept in the same folder.
      const disk = useSmallDisk(16);
      const database = await createTestDatabase();
      closing.push(() => database.drop());
      const house = await openHouse(database.connectionString);
      closing.push(() => house.close());
      await house.serve({ TMPDIR: disk.folder });
      const promises = [await sendUntilPromised(house, makeIngest(1, true))];
      await disk.fill();
      const waiting = makeIngest(2, true);
      const refused = await sendOnce(house, waiting);
      if (refused === null) throw new Error('there was no answer');
      expectPassing(refused);
      promises.push(await sendUntilPromised(house, makeIngest(3)));
      await disk.makeRoom();
      promises.push(await sendUntilPromised(house, waiting));
      await expectOnlyPromisesKept(house, promises);
    }, 120_000);

    it('under the archive leaves the release unpublished, and lets it be published once there is room', async () => {
      const disk = useSmallDisk(16);
      const house = await openReleaseHouse(TWO_SERVICES);
      closing.push(() => house.close());
      await house.accept([smallReturn('7A7', '2026-Q1', peopleIn({ W06000023: 20 }))]);
      await house.build('one');
      const archiveDir = join(disk.folder, 'archive');
      const publish = () => publishRelease({ privateDir: house.privateDir, archiveDir }, 'one', NOW);
      await disk.fill();
      await expect(publish()).rejects.toThrow('ENOSPC');
      expect(await openArchive(archiveDir).list()).toEqual([]);
      await disk.makeRoom();
      await expect(publish()).resolves.toMatchObject({ release: 'one' });
      expect(await openArchive(archiveDir).list()).toHaveLength(1);
    }, 120_000);
  },
);

import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { publishRelease } from '../../../src/release/publish-release.ts';
import { syntheticServices } from '../../../src/standard/synthesise/synthetic-services.ts';
import { openReleaseHouse } from '../../support/published-wales.ts';
import { NOW } from '../../support/test-keys.ts';
import { writeTrueCounts } from '../scoring/write-true-counts.ts';
import { type CountryPlan, keysOf, returnsOf } from './plan.ts';

/** The one release of a country, whichever its noise. */
export const RELEASE = 'synthetic-2026-q1-1';

export type Progress = (done: string) => void;

/** Below the folder of a country: the archive that one draw of the noise made. */
export function archiveOf(folder: string, noiseSeed: number): string {
  return join(folder, `noise-${noiseSeed}`);
}

/** Below the folder of a country: what is true of it. For scoring only. */
export function truthOf(folder: string): string {
  return join(folder, 'truth');
}

/**
 * Puts a country through the real pipeline: its returns are sent, checked and stored, and a release is built and
 * published for each draw of the noise. Beside them go the true counts of its lattice.
 *
 * @param server - Address of a PostgreSQL server whose user may create databases.
 */
export async function buildCountry(
  plan: CountryPlan,
  { server, folder, progress }: { server: string; folder: string; progress: Progress },
): Promise<void> {
  const house = await openReleaseHouse(syntheticServices(), server);
  try {
    for (const document of returnsOf(plan)) {
      progress(`return of ${document.submitter} for ${document.period}`);
      await house.accept([document]);
    }
    for (const noiseSeed of plan.noiseSeeds) {
      progress(`release with noise ${noiseSeed}`);
      await house.build(RELEASE, { collection: 'synthetic' }, { keys: keysOf(noiseSeed), threads: 2 });
      const archiveDir = join(house.folder, `archive-${noiseSeed}`);
      await publishRelease({ privateDir: house.privateDir, archiveDir }, RELEASE, NOW);
      await rename(archiveDir, archiveOf(folder, noiseSeed));
    }
  } finally {
    await house.close();
  }
  progress('true counts');
  await writeTrueCounts([...returnsOf(plan)], truthOf(folder));
}

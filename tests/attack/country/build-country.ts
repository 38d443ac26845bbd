import { rename, rm } from 'node:fs/promises';
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

/** What of a country is not there yet. */
export interface MissingParts {
  readonly noiseSeeds: readonly number[];
  readonly truth: boolean;
}

interface Building {
  /** Address of a PostgreSQL server whose user may create databases. */
  readonly server: string;
  readonly folder: string;
  readonly progress: Progress;
}

/**
 * Puts a country through the real pipeline: its returns are sent, checked and stored, and a release is built and
 * published for each draw of the noise that is missing. Beside them go the true counts of its lattice.
 *
 * Each part is moved to its place when it is whole, so that what an interrupted build has finished is kept.
 */
export async function buildParts(plan: CountryPlan, missing: MissingParts, to: Building): Promise<void> {
  if (missing.noiseSeeds.length > 0) await buildReleases(plan, missing.noiseSeeds, to);
  if (!missing.truth) return;
  to.progress('true counts');
  const unfinished = join(to.folder, 'building-truth');
  await rm(unfinished, { recursive: true, force: true });
  await writeTrueCounts([...returnsOf(plan)], unfinished);
  await rename(unfinished, truthOf(to.folder));
}

async function buildReleases(
  plan: CountryPlan,
  noiseSeeds: readonly number[],
  { server, folder, progress }: Building,
): Promise<void> {
  const house = await openReleaseHouse(syntheticServices(), server);
  try {
    for (const document of returnsOf(plan)) {
      progress(`return of ${document.submitter} for ${document.period}`);
      await house.accept([document]);
    }
    for (const noiseSeed of noiseSeeds) {
      progress(`release with noise ${noiseSeed}`);
      await house.build(RELEASE, { collection: 'synthetic' }, { keys: keysOf(noiseSeed), threads: 2 });
      const archiveDir = join(house.folder, `archive-${noiseSeed}`);
      await publishRelease({ privateDir: house.privateDir, archiveDir }, RELEASE, NOW);
      await rename(archiveDir, archiveOf(folder, noiseSeed));
    }
  } finally {
    await house.close();
  }
}

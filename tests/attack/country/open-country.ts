import { access, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  archiveOf,
  buildParts,
  type MissingParts,
  type Progress,
  RELEASE,
  truthOf,
} from './build-country.ts';
import { DECIDING, digestOfCode, nameOfCheckout } from './code-digest.ts';
import type { CountryPlan } from './plan.ts';
import { type Published, readPublished } from './published.ts';

/** A country that has been put through the pipeline. */
export interface Country {
  readonly plan: CountryPlan;
  /** All that anyone can download of the release made with this noise; the first noise unless named. */
  published(noiseSeed?: number): Published;
  /** The folder of its true counts: for `scoring/true-counts.ts`, never for an attacker. */
  readonly truthFolder: string;
  /** Where what attacks came to may be kept, for as long as the country is. */
  readonly recordsFolder: string;
}

/**
 * Opens a country. What of it is not there is built and kept below the system's temporary folder, under a digest of
 * the code that decides how it comes out. Several processes may ask at once: one builds, the others wait.
 *
 * @param server - Address of a PostgreSQL server, used only where the country is not built yet.
 */
export async function openCountry(
  plan: CountryPlan,
  { server, progress = () => {} }: { readonly server: string; readonly progress?: Progress },
): Promise<Country> {
  const home = join(tmpdir(), `spcd-attack-${nameOfCheckout()}`);
  const people = `${plan.size}-${plan.seed}-`;
  const name = `${people}${await digestOfCode(DECIDING)}`;
  const folder = join(home, name);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  while (isMissingAny(await missingOf(plan, folder))) {
    const lock = join(home, `${people}lock`);
    if (!(await takeLock(lock))) {
      await wait(250);
      continue;
    }
    try {
      await clearOthers(home, { people, keep: name });
      await buildParts(plan, await missingOf(plan, folder), { server, folder, progress });
    } finally {
      await rm(lock, { force: true });
    }
  }
  const releases = new Map(
    plan.noiseSeeds.map((seed) => [seed, readPublished(archiveOf(folder, seed), RELEASE)]),
  );
  return {
    plan,
    published(noiseSeed = plan.noiseSeeds[0] as number) {
      const found = releases.get(noiseSeed);
      if (!found) throw new RangeError(`There is no noise ${noiseSeed}`);
      return found;
    },
    truthFolder: truthOf(folder),
    recordsFolder: join(folder, 'records'),
  };
}

async function missingOf(plan: CountryPlan, folder: string): Promise<MissingParts> {
  const noiseSeeds: number[] = [];
  for (const seed of plan.noiseSeeds) if (!(await exists(archiveOf(folder, seed)))) noiseSeeds.push(seed);
  return { noiseSeeds, truth: !(await exists(truthOf(folder))) };
}

function isMissingAny({ noiseSeeds, truth }: MissingParts): boolean {
  return truth || noiseSeeds.length > 0;
}

/** @returns Whether this process may build. A lock whose holder is gone is taken away. */
async function takeLock(lock: string): Promise<boolean> {
  try {
    await writeFile(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const holder = Number(await readFile(lock, 'utf8').catch(() => ''));
  if (holder > 0 && !isRunning(holder)) await rm(lock, { force: true });
  return false;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The same people, as code made them that is no more. */
async function clearOthers(home: string, { people, keep }: { people: string; keep: string }): Promise<void> {
  const names = (await readdir(home)).filter((name) => name.startsWith(people) && name !== keep);
  await Promise.all(names.map((name) => rm(join(home, name), { recursive: true, force: true })));
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

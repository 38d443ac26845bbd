import { access, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { archiveOf, buildCountry, type Progress, RELEASE, truthOf } from './build-country.ts';
import { digestOfCode, nameOfCheckout } from './code-digest.ts';
import type { CountryPlan } from './plan.ts';
import { type Published, readPublished } from './published.ts';

/** A country that has been put through the pipeline. */
export interface Country {
  readonly plan: CountryPlan;
  /** All that anyone can download of the release made with this noise; the first noise unless named. */
  published(noiseSeed?: number): Published;
  /** The folder of its true counts: for `scoring/true-counts.ts`, never for an attacker. */
  readonly truthFolder: string;
}

/**
 * Opens a country, built the first time and kept below the system's temporary folder under a digest of the code
 * that decides how it comes out. Several processes may ask at once: one builds, the others wait.
 *
 * @param server - Address of a PostgreSQL server, used only where the country is not built yet.
 */
export async function openCountry(
  plan: CountryPlan,
  { server, progress = () => {} }: { readonly server: string; readonly progress?: Progress },
): Promise<Country> {
  const home = join(tmpdir(), `spcd-attack-${nameOfCheckout()}`);
  const name = `${plan.size}-${plan.seed}-${await digestOfCode()}`;
  const folder = join(home, name);
  await mkdir(home, { recursive: true, mode: 0o700 });
  while (!(await exists(folder))) {
    const lock = join(home, `${plan.size}.lock`);
    if (!(await takeLock(lock))) {
      await wait(250);
      continue;
    }
    try {
      if (await exists(folder)) break;
      await clearOthers(home, plan.size);
      const building = join(home, `${plan.size}-building-${process.pid}`);
      await mkdir(building);
      await buildCountry(plan, { server, folder: building, progress });
      await rename(building, folder);
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
  };
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

/** Countries of code that is no more, and what a build that was cut short left. */
async function clearOthers(home: string, size: string): Promise<void> {
  const names = (await readdir(home)).filter((name) => name.startsWith(`${size}-`));
  await Promise.all(names.map((name) => rm(join(home, name), { recursive: true, force: true })));
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

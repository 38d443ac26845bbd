import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ServiceError } from '../errors.ts';
import { describeFile } from './durable-files.ts';
import type { Manifest } from './manifest.ts';

/** Makes sure that a file of a release is the one its manifest names. */
export type FileCheck = (release: string, path: string) => Promise<void>;

/**
 * Checks files below an archive folder against the digests of their manifests: once for each state of a file,
 * so that one that is mended is found whole without a restart.
 *
 * @throws {ServiceError} UNAVAILABLE, naming the release, where a file is missing or not what was published.
 */
export function fileChecker(
  folder: string,
  find: (release: string) => Promise<Manifest | undefined>,
): FileCheck {
  const whole = new Map<string, Promise<boolean>>();
  return async (release, path) => {
    const published = (await find(release))?.files.find((file) => file.path === path);
    const state = await stat(join(folder, release, path)).catch(noneWhenMissing);
    if (published === undefined || state?.size !== published.bytes) throw damaged(release);
    const key = `${release}/${path} ${state.mtimeMs} ${state.ctimeMs} ${state.ino}`;
    const isWhole =
      whole.get(key) ??
      describeFile(join(folder, release), path).then(({ sha256 }) => sha256 === published.sha256);
    whole.set(key, isWhole);
    if (!(await isWhole.catch(forgetting(whole, key)))) throw damaged(release);
  };
}

/** A file that could not be read now may be read the next time. */
function forgetting(whole: Map<string, unknown>, key: string): (error: unknown) => never {
  return (error) => {
    whole.delete(key);
    throw error;
  };
}

function damaged(release: string): ServiceError {
  return new ServiceError('UNAVAILABLE', {
    en: `A file of the release ${release} is missing or damaged here. Ask again later, or name another release.`,
    cy: `Mae ffeil o'r datganiad ${release} ar goll neu wedi'i difrodi yma. Gofynnwch eto'n nes ymlaen, neu enwch ddatganiad arall.`,
  });
}

function noneWhenMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
  throw error;
}

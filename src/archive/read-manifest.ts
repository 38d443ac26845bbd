import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CODE_LISTS } from '../standard/generated/code-lists.ts';
import type { Manifest } from './manifest.ts';
import { expectedManifest, isTextOf } from './manifest-digest.ts';

/**
 * The manifest of a release; undefined where its folder has none.
 *
 * @throws {Error} If there is a file that is not the manifest of this release, or not as it was published; it may be still being copied.
 */
export async function readManifest(folder: string, release: string): Promise<Manifest | undefined> {
  let bytes: Buffer;
  try {
    bytes = await readFile(join(folder, release, 'manifest.json'));
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
  if (!isTextOf(await expectedManifest(folder, release), bytes)) {
    throw new Error(`manifest.json of ${release} is not what was published`);
  }
  const found: unknown = JSON.parse(bytes.toString('utf8'));
  if (!isManifestOf(found, release)) throw new Error(`manifest.json of ${release} is no manifest of it`);
  return found;
}

/** What every answer relies on; the rest follows from who wrote it. */
function isManifestOf(found: unknown, release: string): found is Manifest {
  if (typeof found !== 'object' || found === null) return false;
  const { release: named, collection, published_at, tables, coverage, scope, files } = found as Manifest;
  return (
    named === release &&
    CODE_LISTS.collection.codes.some(({ code }) => code === collection) &&
    typeof published_at === 'string' &&
    typeof tables === 'object' &&
    tables !== null &&
    [coverage, scope, files].every(Array.isArray)
  );
}

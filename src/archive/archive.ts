import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CollectionCode } from '../standard/generated/code-lists.ts';
import type { TableName } from '../standard/generated/tables.ts';
import { cellsPath } from './cells-path.ts';
import type { Manifest } from './manifest.ts';

/** The published releases of a folder, read only. A release published meanwhile is seen at the next call. */
export interface Archive {
  readonly folder: string;
  /** Newest publication first. */
  list(): Promise<readonly Manifest[]>;
  find(release: string): Promise<Manifest | undefined>;
  /** The newest release of a collection; undefined when it has none. */
  latest(collection: CollectionCode): Promise<Manifest | undefined>;
  /** The file with the published cells of a table and period. */
  cellsFile(release: string, table: TableName, period: string): string;
}

/** A folder that is being written begins with a dot; everything else that has a manifest is published. */
const RELEASE_NAME = /^[a-z0-9][a-z0-9-]*$/;

/** Opens an archive folder, which need not exist yet. */
export function openArchive(folder: string): Archive {
  const manifests = new Map<string, Manifest>();
  let listed: { readonly changedAt: number; readonly releases: readonly Manifest[] } | undefined;

  const list = async (): Promise<readonly Manifest[]> => {
    const changedAt = await changeTime(folder);
    if (changedAt === undefined) return [];
    if (listed?.changedAt === changedAt) return listed.releases;
    const names = (await readdir(folder)).filter((name) => RELEASE_NAME.test(name));
    const releases: Manifest[] = [];
    for (const name of names) {
      // A published manifest never changes, so it is read once.
      const manifest = manifests.get(name) ?? (await readManifest(join(folder, name)));
      if (manifest) {
        manifests.set(name, manifest);
        releases.push(manifest);
      }
    }
    releases.sort(newestFirst);
    listed = { changedAt, releases };
    return releases;
  };

  return {
    folder,
    list,
    find: async (release) => (await list()).find((manifest) => manifest.release === release),
    latest: async (collection) => (await list()).find((manifest) => manifest.collection === collection),
    cellsFile: (release, table, period) => join(folder, release, cellsPath(table, period)),
  };
}

/** By time of publication; of two published at once, the one whose id comes last. */
function newestFirst(a: Manifest, b: Manifest): number {
  const [left, right] = [a, b].map(({ published_at, release }) => `${published_at} ${release}`);
  return (left as string) > (right as string) ? -1 : 1;
}

async function changeTime(folder: string): Promise<number | undefined> {
  try {
    return (await stat(folder)).mtimeMs;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function readManifest(folder: string): Promise<Manifest | undefined> {
  try {
    return JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}

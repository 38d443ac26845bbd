import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CollectionCode } from '../standard/generated/code-lists.ts';
import type { TableName } from '../standard/generated/tables.ts';
import { cellsPath } from './cells-path.ts';
import { type FileCheck, fileChecker } from './check-file.ts';
import type { Manifest } from './manifest.ts';
import { readManifest } from './read-manifest.ts';

/** The published releases of a folder, read only. A release published meanwhile is seen at the next call. */
export interface Archive {
  readonly folder: string;
  /** Newest publication first. */
  list(): Promise<readonly Manifest[]>;
  find(release: string): Promise<Manifest | undefined>;
  /** The newest release of a collection; undefined when it has none. */
  latest(collection: CollectionCode): Promise<Manifest | undefined>;
  /** The file with the published cells of a table and period, once it is known to be what was published. */
  cellsFile(release: string, table: TableName, period: string): Promise<string>;
  /** Rejects with UNAVAILABLE where a file of a release is not what was published. */
  readonly checkFile: FileCheck;
}

/** A folder that is being written begins with a dot; everything else that has a manifest is published. */
const RELEASE_NAME = /^[a-z0-9][a-z0-9-]*$/;

/** Told of a release that is passed over because its manifest cannot be read: once for each release. */
export type UnreadableRelease = (release: string, error: unknown) => void;

/** Opens an archive folder, which need not exist yet. A release that cannot be read does not hide the others. */
export function openArchive(folder: string, onUnreadable: UnreadableRelease = () => {}): Archive {
  const manifests = new Map<string, Manifest>();
  const unreadable = new Set<string>();
  let listed: { readonly changedAt: number; readonly releases: readonly Manifest[] } | undefined;

  // A published manifest never changes, so it is read once.
  const manifestOf = async (name: string): Promise<Manifest | undefined> => {
    const known = manifests.get(name);
    if (known) return known;
    try {
      const manifest = await readManifest(folder, name);
      if (manifest) manifests.set(name, manifest);
      return manifest;
    } catch (error) {
      if (!unreadable.has(name)) onUnreadable(name, error);
      unreadable.add(name);
      return undefined;
    }
  };

  const list = async (): Promise<readonly Manifest[]> => {
    const changedAt = await changeTime(folder);
    if (changedAt === undefined) return [];
    if (listed?.changedAt === changedAt) return listed.releases;
    const names = (await readdir(folder)).filter((name) => RELEASE_NAME.test(name));
    const found = await Promise.all(names.map(manifestOf));
    const releases = found.filter((manifest) => manifest !== undefined).sort(newestFirst);
    // A copy in progress gets its manifest later, and that does not change the time of the archive folder.
    listed = releases.length === names.length ? { changedAt, releases } : undefined;
    return releases;
  };

  const find = async (release: string) => (await list()).find((manifest) => manifest.release === release);
  const checkFile = fileChecker(folder, find);
  return {
    folder,
    list,
    find,
    latest: async (collection) => (await list()).find((manifest) => manifest.collection === collection),
    checkFile,
    async cellsFile(release, table, period) {
      const path = cellsPath(table, period);
      await checkFile(release, path);
      return join(folder, release, path);
    },
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

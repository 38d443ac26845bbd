import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { CollectionCode } from '../standard/generated/code-lists.ts';
import type { TableName } from '../standard/generated/tables.ts';
import { cellsPath } from './cells-path.ts';
import type { DamageListener } from './damage.ts';
import { type Inspection, openInspection } from './inspection.ts';
import type { Manifest } from './manifest.ts';
import { readManifest } from './read-manifest.ts';
import { readNotice, type WithdrawalNotice } from './withdrawal.ts';

/** The published releases of a folder, read only. A release published meanwhile is seen at the next call. */
export interface Archive extends Inspection {
  readonly folder: string;
  /** Those that stand, newest publication first. */
  list(): Promise<readonly Manifest[]>;
  /** A release that stands. */
  find(release: string): Promise<Manifest | undefined>;
  /**
   * The newest whole release of a collection that stands; where each of them is known to be damaged, the newest of
   * those. Undefined when it has none.
   */
  latest(collection: CollectionCode): Promise<Manifest | undefined>;
  /** The notices of releases that were withdrawn, newest withdrawal first. */
  withdrawn(): Promise<readonly WithdrawalNotice[]>;
  /** Whether a release stood when the folder was last looked at: asks no disk. */
  stands(release: string): boolean;
  /**
   * Counts what was published, withdrawn and removed: as long as it is one number, what was true of the archive still
   * is. It waits for no disk, so it is undefined where the folder was not looked at within the last second, and where a
   * file is damaged or still being copied; whoever asks anything else then finds out. As long as it is asked for, the
   * folder is looked at again before that second is over.
   */
  generation(): number | undefined;
  /** Has a function told of each release that stood and is found withdrawn or gone. The result ends that. */
  onGone(tell: (release: string) => void): () => void;
  /** The file with the published cells of a table and period, once it is known to be what was published. */
  cellsFile(release: string, table: TableName, period: string): Promise<CellsFile>;
  /** The same for who found the release a moment ago: the folder is not looked at again. */
  cellsFileOf(manifest: Manifest, table: TableName, period: string): Promise<CellsFile>;
}

/** A file of published cells: where it lies, and the digest by which its bytes are known. */
export interface CellsFile {
  readonly path: string;
  readonly sha256: string;
}

/** A folder that is being written, or waits for its minute, begins with a dot; no reader opens it. */
const RELEASE_NAME = /^[a-z0-9][a-z0-9-]*$/;

/** How long what was seen may be used where no folder came or went: notices of withdrawal lie a level below. */
const LOOK_AGAIN_MS = 1000;

/** With less of that left, whoever asks for the generation begins the next look and does not wait for it. */
const LOOK_AHEAD_MS = 500;

/** Who is told of what is wrong in an archive. */
export interface ArchiveListener extends DamageListener {
  /** Of a release that is passed over because its manifest cannot be read: once for each release. */
  readonly onUnreadable?: (release: string, error: unknown) => void;
}

/** What a look at the folder found. */
interface Seen {
  /** Looks are numbered as they begin: one that ends after a later one is not kept. */
  readonly look: number;
  readonly names: string;
  /** On the process's own clock, which is never put back; 0 where a copy in progress makes it look again. */
  readonly until: number;
  readonly generation: number;
  readonly releases: readonly Manifest[];
  readonly notices: readonly WithdrawalNotice[];
}

const NOTHING: Seen = { look: 0, names: '', until: 0, generation: 0, releases: [], notices: [] };

/** Opens an archive folder, which need not exist yet. A release that cannot be read does not hide the others. */
export function openArchive(folder: string, listener: ArchiveListener = {}): Archive {
  const manifests = new Map<string, Manifest>();
  const unreadable = new Set<string>();
  const listeners = new Set<(release: string) => void>();
  let seen = NOTHING;
  let looks = 0;
  let isLookingAhead = false;

  // A published manifest never changes, so it is read once. Whether a release stands may change at any time.
  const readRelease = async (name: string): Promise<Manifest | WithdrawalNotice | undefined> => {
    try {
      const notice = await readNotice(folder, name);
      if (notice) return notice;
      const manifest = manifests.get(name) ?? (await readManifest(folder, name));
      if (manifest) manifests.set(name, manifest);
      if (unreadable.delete(name)) tellManifest(name, true);
      return manifest;
    } catch (error) {
      if (!unreadable.has(name)) listener.onUnreadable?.(name, error);
      unreadable.add(name);
      tellManifest(name, false);
      return undefined;
    }
  };

  const look = async (when: 'needed' | 'now' = 'needed'): Promise<Seen> => {
    looks += 1;
    const own = looks;
    const begun = performance.now();
    const names = await namesIn(folder);
    if (when === 'needed' && begun < seen.until && seen.names === names.join('/')) return seen;
    const found = (await Promise.all(names.map(readRelease))).filter((each) => each !== undefined);
    if (own < seen.look) return seen;
    const before = seen.releases;
    // A copy in progress gets its manifest later, and that changes no name.
    const until = found.length === names.length ? begun + LOOK_AGAIN_MS : 0;
    const notices = found.filter(isNotice);
    const releases = found.filter((each): each is Manifest => !isNotice(each));
    notices.sort(newestFirst(({ withdrawn_at }) => withdrawn_at ?? ''));
    releases.sort(newestFirst(({ published_at }) => published_at ?? ''));
    const generation = seen.generation + (isSame(seen, { releases, notices }) ? 0 : 1);
    seen = { look: own, names: names.join('/'), until, generation, releases, notices };
    for (const name of unreadable) if (!names.includes(name)) unreadable.delete(name);
    keepOnly(new Set([...releases.map(({ release }) => release), ...unreadable]));
    for (const { release } of before) if (!stands(release)) for (const tell of listeners) tell(release);
    return seen;
  };

  const lookAhead = async () => {
    if (isLookingAhead) return;
    isLookingAhead = true;
    try {
      await look('now');
    } catch {
      // What was seen grows old, and whoever asks then looks and is told why it fails.
    } finally {
      isLookingAhead = false;
    }
  };

  const stands = (release: string) => seen.releases.some((manifest) => manifest.release === release);
  const list = async () => (await look()).releases;
  const find = async (release: string) => (await list()).find((manifest) => manifest.release === release);
  const { inspection, tellManifest, keepOnly } = openInspection(folder, { list, find }, listener);
  return {
    ...inspection,
    folder,
    list,
    find,
    async latest(collection) {
      const held = (await list()).filter((manifest) => manifest.collection === collection);
      for (const manifest of held) {
        if ((await inspection.damageOf(manifest.release)) === undefined) return manifest;
      }
      return held[0];
    },
    withdrawn: async () => (await look()).notices,
    stands,
    generation() {
      const left = seen.until - performance.now();
      if (left <= 0 || inspection.damaged().length > 0) return undefined;
      if (left < LOOK_AHEAD_MS) void lookAhead();
      return seen.generation;
    },
    onGone(tell) {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    async cellsFile(release, table, period) {
      const path = cellsPath(table, period);
      const { sha256 } = await inspection.checkFile(release, path);
      return { path: join(folder, release, path), sha256 };
    },
    async cellsFileOf(manifest, table, period) {
      const path = cellsPath(table, period);
      const { sha256 } = await inspection.checkFileOf(manifest, path);
      return { path: join(folder, manifest.release, path), sha256 };
    },
  };
}

/** Whether two looks found the same releases and notices; a manifest is read once, so each is one object. */
function isSame(one: Pick<Seen, 'releases' | 'notices'>, other: Pick<Seen, 'releases' | 'notices'>): boolean {
  const idsOf = (notices: readonly WithdrawalNotice[]) => notices.map(({ release }) => release).join('/');
  return (
    one.releases.length === other.releases.length &&
    one.releases.every((manifest, position) => manifest === other.releases[position]) &&
    idsOf(one.notices) === idsOf(other.notices)
  );
}

function isNotice(found: Manifest | WithdrawalNotice): found is WithdrawalNotice {
  return 'withdrawn_at' in found;
}

/** By a moment; of two of one moment, the one whose id comes last. */
function newestFirst<Item extends { readonly release: string }>(momentOf: (item: Item) => string) {
  const key = (item: Item) => `${momentOf(item)} ${item.release}`;
  return (a: Item, b: Item) => (key(a) > key(b) ? -1 : 1);
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => RELEASE_NAME.test(name)).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

import { setTimeout } from 'node:timers/promises';
import { type FileCheck, openFileFaults } from './check-file.ts';
import {
  type DamagedFile,
  type DamageListener,
  damagedRelease,
  type FileFault,
  openDamageRegister,
} from './damage.ts';
import type { Manifest, ReleaseFile } from './manifest.ts';
import { expectedManifest } from './manifest-digest.ts';

/** What is known of the damage to an archive, and ways to find out more. */
export interface Inspection {
  /** Rejects with UNAVAILABLE where a file of a release is not what was published. */
  readonly checkFile: FileCheck;
  /** The same of a release that was found a moment ago. */
  checkFileOf(manifest: Manifest, path: string): Promise<ReleaseFile>;
  /** The same, but the file is read again even where nothing of it seems to have changed. */
  readonly recheckFile: FileCheck;
  /** A file of a release that is known to be damaged and still is. What is not known yet is found by `inspect`. */
  damageOf(release: string): Promise<DamagedFile | undefined>;
  /** Every file that was damaged when it was last looked at; a manifest that cannot be read is one too. */
  damaged(): readonly DamagedFile[];
  /** Looks at the size of every file of every release that stands, and reads none. */
  inspectSizes(): Promise<void>;
  /**
   * Reads every file of every release that stands, the newest release first: once for each state of a file, and
   * at most half of the time.
   *
   * @param goOn - Asked before each file.
   */
  inspect(goOn?: () => boolean): Promise<void>;
}

/** What an archive tells of releases as it looks at its folder. */
export interface InspectedReleases {
  readonly list: () => Promise<readonly Manifest[]>;
  readonly find: (release: string) => Promise<Manifest | undefined>;
}

/** After a look at a file that took longer, others get as much time. */
const LONG_LOOK_MS = 5;

const MANIFEST = 'manifest.json';

/** Opens the inspection of an archive folder. */
export function openInspection(folder: string, { list, find }: InspectedReleases, listener: DamageListener) {
  const damage = openDamageRegister(listener);
  const faults = openFileFaults(folder);
  const lookAt = async (release: string, file: ReleaseFile): Promise<FileFault | undefined> => {
    const fault = await faults.ofBytes(release, file);
    damage.tell(release, file.path, fault);
    return fault;
  };
  const lookAtManifest = async (release: string): Promise<FileFault | undefined> => {
    const expected = await expectedManifest(folder, release);
    const fault = expected && (await faults.ofBytes(release, expected));
    damage.tell(release, MANIFEST, fault);
    return fault;
  };
  const checkFileOf: Inspection['checkFileOf'] = async ({ release, files }, path) => {
    const published = files.find((file) => file.path === path);
    if (published === undefined || (await lookAt(release, published))) throw damagedRelease(release);
    return published;
  };
  const checkFile: FileCheck = async (release, path) => {
    const manifest = await find(release);
    if (manifest === undefined) throw damagedRelease(release);
    return checkFileOf(manifest, path);
  };
  const inspection: Inspection = {
    checkFile,
    checkFileOf,
    recheckFile(release, path) {
      faults.doubt(release, path);
      return checkFile(release, path);
    },
    async damageOf(release) {
      if (damage.list(release).length === 0) return undefined;
      const manifest = await find(release);
      for (const known of damage.list(release)) {
        const published = manifest?.files.find((file) => file.path === known.file);
        const look = published ? lookAt(release, published) : manifest && lookAtManifest(release);
        if (look === undefined || (await look)) return known;
      }
      return undefined;
    },
    damaged: () => damage.list(),
    async inspectSizes() {
      for (const { release, files } of await list()) {
        const found = await Promise.all(files.map((file) => faults.ofSize(release, file)));
        for (const [index, fault] of found.entries()) {
          if (fault) damage.tell(release, (files[index] as ReleaseFile).path, fault);
        }
      }
    },
    async inspect(goOn = () => true) {
      for (const { release, files } of await list()) {
        await lookAtManifest(release);
        for (const file of files) {
          if (!goOn()) return;
          const begun = performance.now();
          await lookAt(release, file);
          const took = performance.now() - begun;
          if (took > LONG_LOOK_MS) await setTimeout(took);
        }
      }
    },
  };
  return {
    inspection,
    /** Takes down whether the manifest of a release could be read. */
    tellManifest: (release: string, isReadable: boolean) =>
      damage.tell(release, MANIFEST, isReadable ? undefined : 'other_bytes'),
    /** Drops everything of releases that are neither served nor waited for. */
    keepOnly: damage.keepOnly,
  };
}

import { ServiceError } from '../errors.ts';

/** What is wrong with a file: it is not there, or is not what was published. */
export type FileFault = 'missing' | 'other_size' | 'other_bytes';

/** A file of a release that is not the one that was published. */
export interface DamagedFile {
  readonly release: string;
  /** Below the release. */
  readonly file: string;
  readonly fault: FileFault;
}

/** What is known of damage, and whom to tell when it is found and when it is mended. */
export interface DamageRegister {
  /** Takes down what a look at a file found; undefined where it is whole. */
  tell(release: string, file: string, fault: FileFault | undefined): void;
  /** Drops everything of releases that are not served. */
  keepOnly(releases: ReadonlySet<string>): void;
  /** All that is known, or of one release, in the order in which it was found. */
  list(release?: string): readonly DamagedFile[];
}

export interface DamageListener {
  readonly onDamaged?: (file: DamagedFile) => void;
  readonly onMended?: (file: DamagedFile) => void;
}

/** Keeps which files are damaged, and tells of each once. */
export function openDamageRegister({ onDamaged, onMended }: DamageListener): DamageRegister {
  const known = new Map<string, Map<string, DamagedFile>>();
  return {
    tell(release, file, fault) {
      const files = known.get(release) ?? new Map<string, DamagedFile>();
      const before = files.get(file);
      if (before?.fault === fault) return;
      if (fault === undefined) {
        files.delete(file);
        if (before !== undefined) onMended?.(before);
      } else {
        const damaged = { release, file, fault };
        files.set(file, damaged);
        onDamaged?.(damaged);
      }
      if (files.size === 0) known.delete(release);
      else known.set(release, files);
    },
    keepOnly(releases) {
      for (const release of known.keys()) if (!releases.has(release)) known.delete(release);
    },
    list(release) {
      const found = release === undefined ? [...known.values()] : [known.get(release) ?? new Map()];
      return found.flatMap((files: ReadonlyMap<string, DamagedFile>) => [...files.values()]);
    },
  };
}

/** Somebody has to mend it, so there is no sense in asking sooner. */
const RETRY_AFTER_SECONDS = 60;

/** What whoever asks for a damaged release is told: which release, and nothing of the disk. */
export function damagedRelease(release: string): ServiceError {
  return new ServiceError(
    'UNAVAILABLE',
    {
      en: `A file of the release ${release} is missing or damaged here. Ask again later, or name another release.`,
      cy: `Mae ffeil o'r datganiad ${release} ar goll neu wedi'i difrodi yma. Gofynnwch eto'n nes ymlaen, neu enwch ddatganiad arall.`,
    },
    {},
    { headers: { 'retry-after': String(RETRY_AFTER_SECONDS) } },
  );
}

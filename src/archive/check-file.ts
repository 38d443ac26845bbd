import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileFault } from './damage.ts';
import { describeFile } from './durable-files.ts';
import type { ReleaseFile } from './manifest.ts';

/** Makes sure that a file of a release is the one its manifest names, and gives what that says of it. */
export type FileCheck = (release: string, path: string) => Promise<ReleaseFile>;

/** What a file should be; the size is not told of a manifest. */
export type ExpectedFile = Omit<ReleaseFile, 'bytes'> & Partial<Pick<ReleaseFile, 'bytes'>>;

export interface FileFaults {
  /** What is wrong with the size of a file, without reading it; undefined where nothing is. */
  ofSize(release: string, file: ExpectedFile): Promise<FileFault | undefined>;
  /**
   * What is wrong with a file; undefined where it is what was published. Its bytes are read once for each state of
   * it, so that one that is mended is found whole without a restart.
   */
  ofBytes(release: string, file: ExpectedFile): Promise<FileFault | undefined>;
  /** Has the bytes of a file read again the next time, whatever its state: of one that somebody could not read. */
  doubt(release: string, path: string): void;
}

/** Looks at files below an archive folder. */
export function openFileFaults(folder: string): FileFaults {
  const whole = new Map<string, { readonly state: string; readonly isWhole: Promise<boolean> }>();
  const stateOf = (release: string, path: string) => stat(join(folder, release, path)).catch(noneWhenMissing);
  return {
    async ofSize(release, { path, bytes }) {
      const found = await stateOf(release, path);
      if (found === undefined) return 'missing';
      return bytes !== undefined && found.size !== bytes ? 'other_size' : undefined;
    },
    async ofBytes(release, { path, bytes, sha256 }) {
      const found = await stateOf(release, path);
      if (found === undefined) return 'missing';
      if (bytes !== undefined && found.size !== bytes) return 'other_size';
      const file = `${release}/${path}`;
      const state = `${found.mtimeMs} ${found.ctimeMs} ${found.ino} ${found.size} ${sha256}`;
      const known = whole.get(file);
      if (known?.state === state) return (await known.isWhole) ? undefined : 'other_bytes';
      const isWhole = describeFile(join(folder, release), path).then((read) => read.sha256 === sha256);
      whole.set(file, { state, isWhole });
      // A file that could not be read now may be read the next time.
      isWhole.catch(() => whole.delete(file));
      return (await isWhole) ? undefined : 'other_bytes';
    },
    doubt: (release, path) => void whole.delete(`${release}/${path}`),
  };
}

function noneWhenMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
  throw error;
}

import { link, mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describeFile } from '../archive/durable-files.ts';
import type { ReleaseFile } from '../archive/manifest.ts';
import type { FileInputs } from './file-inputs.ts';

/** Where files that were built are found again. */
export interface BuiltFilesPlace {
  /** Where those of the last build are; private. */
  readonly kept: string;
  /** Of the release that is being built. */
  readonly release: string;
  readonly inputs: FileInputs;
}

/**
 * The published files of the last build of a collection, each by the name of what it was made of and its own digest, so
 * that a build makes only those anew of which something changed.
 *
 * They are kept as further names of the same bytes on the disk. A file that is not whole, or was changed, is made anew.
 */
export class BuiltFiles {
  readonly #place: BuiltFilesPlace;
  readonly #digests: ReadonlyMap<string, string>;

  private constructor(place: BuiltFilesPlace, digests: ReadonlyMap<string, string>) {
    this.#place = place;
    this.#digests = digests;
  }

  static async open(place: BuiltFilesPlace): Promise<BuiltFiles> {
    await mkdir(place.kept, { recursive: true, mode: 0o700 });
    const names = (await readdir(place.kept)).map((name) => name.split('-'));
    return new BuiltFiles(place, new Map(names.map(([inputs = '', sha256 = '']) => [inputs, sha256])));
  }

  /** Gives the release a file that was built before of the same; false where there is none. */
  async reuse(path: string): Promise<boolean> {
    const { kept, release, inputs } = this.#place;
    const name = inputs.get(path);
    const sha256 = name === undefined ? undefined : this.#digests.get(name);
    if (name === undefined || sha256 === undefined) return false;
    const target = join(release, path);
    await mkdir(dirname(target), { recursive: true });
    const isThere = await link(join(kept, keptName(name, sha256)), target).then(() => true, unlessMissing);
    if (!isThere) return false;
    if ((await describeFile(release, path)).sha256 === sha256) return true;
    await rm(target);
    await rm(join(kept, keptName(name, sha256)), { force: true });
    return false;
  }

  /** Keeps the files of the release, whole as they are now, and forgets all others. */
  async keep(files: readonly ReleaseFile[]): Promise<void> {
    const { kept, release, inputs } = this.#place;
    const names = new Set<string>();
    for (const { path, sha256 } of files) {
      const name = inputs.get(path);
      if (name === undefined) throw new Error(`Nobody knows what ${path} was made of`);
      names.add(keptName(name, sha256));
      await link(join(release, path), join(kept, keptName(name, sha256))).catch(unlessThere);
    }
    for (const name of await readdir(kept)) if (!names.has(name)) await rm(join(kept, name), { force: true });
  }
}

function keptName(inputs: string, sha256: string): string {
  return `${inputs}-${sha256}`;
}

function unlessMissing(error: NodeJS.ErrnoException): false {
  if (error.code === 'ENOENT') return false;
  throw error;
}

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

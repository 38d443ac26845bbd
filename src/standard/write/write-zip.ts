import { type Zippable, zipSync } from 'fflate';

/** One file of an archive. */
export interface ArchiveFile {
  /** Its path in the archive, with `/` between folders. */
  readonly name: string;
  readonly content: Uint8Array | string;
  /** Whether to leave it uncompressed. */
  readonly isStored?: boolean;
}

/**
 * An archive of the files, in the order given. The same files give the same bytes: every file is dated
 * 1 January 1980, the earliest day that a zip can say.
 *
 * @throws {RangeError} If two files have one name.
 */
export function writeZip(files: readonly ArchiveFile[]): Uint8Array {
  const entries: Zippable = Object.create(null);
  for (const { name, content, isStored = false } of files) {
    if (name in entries) throw new RangeError(`Two files of the archive are called ${name}`);
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    entries[name] = [bytes, { level: isStored ? 0 : 6 }];
  }
  // Read in the zone of the machine that writes, as a zip's dates are.
  return zipSync(entries, { mtime: new Date(1980, 0, 1) });
}

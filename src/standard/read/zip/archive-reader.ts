import type { StructuralRuleId } from '../../structural-rules.ts';
import type { ReadHeader, ReturnReader } from '../return-reader.ts';
import { inflateEntry, MAXIMUM_UNPACKED_BYTES } from './inflate-entry.ts';
import { readDirectory, type ZipEntry, type ZipFault } from './read-directory.ts';

/** Bytes of a zip, which are kept until all have come: its directory stands at its end. */
export const MAXIMUM_ARCHIVE_BYTES = 64 * 1024 * 1024;

/** A zip whose directory was read. */
export interface Archive {
  /** Names of files, without folders, in the order of the directory. */
  readonly names: readonly string[];
  /**
   * Unpacks one file and hands on its bytes as they come. All files of an archive together unpack to at most
   * `MAXIMUM_UNPACKED_BYTES`.
   *
   * @param take - Takes the bytes; returns false when it needs no more.
   * @returns What is wrong with the file; null when nothing is, or when it was not read to its end.
   * @throws {Error} If there is no file of the name.
   */
  unpack(name: string, take: (bytes: Uint8Array) => boolean): StructuralRuleId | null;
}

export interface ArchiveHandlers {
  /** Reads the return from its archive, once all its bytes have come. */
  read(archive: Archive): ReadHeader;
  /** Reports why the bytes are no archive that can be read. */
  refuse(fault: ZipFault): void;
}

/** Keeps the bytes of a zip as they come, up to a limit, and has it read when they have all come. */
export function createArchiveReader({ read, refuse }: ArchiveHandlers): ReturnReader {
  let chunks: Uint8Array[] = [];
  let length = 0;
  const refused = (fault: ZipFault): ReadHeader => {
    refuse(fault);
    return { header: null, isComplete: false };
  };
  return {
    write(bytes) {
      length += bytes.length;
      if (length > MAXIMUM_ARCHIVE_BYTES) chunks = [];
      // The giver may use its memory again.
      else chunks.push(bytes.slice());
    },
    end() {
      if (length > MAXIMUM_ARCHIVE_BYTES) return refused({ rule: 'zip-not-too-large', name: null });
      if (length === 0) return refused({ rule: 'file-not-empty', name: null });
      const bytes = join(chunks, length);
      chunks = [];
      const directory = readDirectory(bytes);
      if (directory.fault !== null) return refused(directory.fault);
      return read(openArchive(bytes, directory.entries));
    },
  };
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function openArchive(bytes: Uint8Array, entries: readonly ZipEntry[]): Archive {
  const files = new Map(
    entries.filter(({ name }) => !name.endsWith('/')).map((entry) => [entry.name, entry]),
  );
  const budget = { remaining: MAXIMUM_UNPACKED_BYTES };
  return {
    names: [...files.keys()],
    unpack(name, take) {
      const entry = files.get(name);
      if (entry === undefined) throw new Error(`The archive has no file ${name}`);
      return inflateEntry(bytes, entry, budget, take);
    },
  };
}

import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A body that has arrived whole and lies on this machine's disk. */
export interface SpooledBody {
  readonly bytes: number;
  readonly sha256: Buffer;
  /** Its bytes in parts of one megabyte, the last one less. */
  parts(): AsyncIterable<Buffer>;
  /** Removes it from the disk. */
  discard(): Promise<void>;
}

const PART_BYTES = 1024 * 1024;

/**
 * Writes a body to a file of its own as it arrives: a slow sender then keeps neither memory nor a connection of the
 * database from others.
 *
 * The file loses its name as soon as it is made, so that the system clears it away however the process ends.
 *
 * @throws Whatever reading the body throws, or an error of the disk; nothing is left behind.
 */
export async function spoolBody(body: AsyncIterable<Uint8Array>): Promise<SpooledBody> {
  const file = await openNameless();
  try {
    let bytes = 0;
    const hash = createHash('sha256');
    for await (const chunk of body) {
      await file.writeFile(chunk);
      hash.update(chunk);
      bytes += chunk.byteLength;
    }
    return { bytes, sha256: hash.digest(), parts: () => readParts(file, bytes), discard: () => file.close() };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function openNameless(): Promise<FileHandle> {
  const folder = join(tmpdir(), 'spcd-bodies');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, randomUUID());
  const file = await open(path, 'wx+', 0o600);
  try {
    await rm(path);
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function* readParts(file: FileHandle, bytes: number): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes; ) {
    const part = Buffer.alloc(Math.min(PART_BYTES, bytes - start));
    for (let filled = 0; filled < part.length; ) {
      const { bytesRead } = await file.read(part, filled, part.length - filled, start + filled);
      if (bytesRead === 0) throw new Error('a body on the disk ended early');
      filled += bytesRead;
    }
    start += part.length;
    yield part;
  }
}

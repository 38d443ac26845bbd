import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A body that has arrived whole and lies on this machine's disk. */
export interface SpooledBody {
  readonly bytes: number;
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
 * @throws Whatever reading the body throws, or an error of the disk; nothing is left behind.
 */
export async function spoolBody(body: AsyncIterable<Uint8Array>): Promise<SpooledBody> {
  const folder = join(tmpdir(), 'spcd-bodies');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, randomUUID());
  const discard = () => rm(path, { force: true });
  let bytes = 0;
  const counted = async function* (source: AsyncIterable<Uint8Array>) {
    for await (const chunk of source) {
      bytes += chunk.byteLength;
      yield chunk;
    }
  };
  try {
    await pipeline(Readable.from(counted(body)), createWriteStream(path, { mode: 0o600, flags: 'wx' }));
  } catch (error) {
    await discard();
    throw error;
  }
  return { bytes, parts: () => createReadStream(path, { highWaterMark: PART_BYTES }), discard };
}

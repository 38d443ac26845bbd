import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ReturnSource } from '../standard/validate-return.ts';
import { CannotRun, cannotRead } from './cannot-run.ts';
import { chooseSource, type SourceOptions } from './choose-source.ts';

const START_BYTES = 65_536;

/** A file that is ready to be sent, any number of times. */
export interface ReturnUpload {
  readonly source: ReturnSource;
  readonly bytes: number;
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly digest: string;
  /** Reads it from the start; throws where it is no longer the file that it was. */
  read(sent: (bytes: number) => void): AsyncGenerator<Uint8Array>;
  /** Removes what was written to be able to read it again. */
  close(): Promise<void>;
}

/**
 * Looks at the return that a command line names. What comes on standard input is kept in a file of ours meanwhile, so
 * that it can be sent again when a connection breaks.
 *
 * @throws {CannotRun} If it cannot be read, or the options do not go together.
 */
export async function openReturnUpload(
  options: SourceOptions,
  stdin: AsyncIterable<Uint8Array>,
): Promise<ReturnUpload> {
  const kept = options.file === '-' ? await keep(stdin) : null;
  const close = async () => {
    if (kept !== null) await rm(kept.folder, { recursive: true, force: true });
  };
  try {
    const file = kept?.file ?? options.file;
    const source = await chooseSource(options, await readStart(file));
    const { bytes, digest } = await digestOf(file);
    return { source, bytes, digest, read: (sent) => readAgain(file, digest, sent), close };
  } catch (error) {
    await close();
    throw cannotRead(options.file, error);
  }
}

async function keep(stdin: AsyncIterable<Uint8Array>): Promise<{ folder: string; file: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'spcd-submit-'));
  const file = join(folder, 'return');
  try {
    await pipeline(stdin, createWriteStream(file, { mode: 0o600 }));
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw cannotRead('-', error);
  }
  return { folder, file };
}

async function readStart(file: string): Promise<Uint8Array> {
  if ((await stat(file)).isDirectory()) {
    throw new CannotRun({ en: `${file} is a folder.`, cy: `Ffolder yw ${file}.` });
  }
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(START_BYTES), 0, START_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function digestOf(file: string): Promise<{ bytes: number; digest: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(file) as AsyncIterable<Uint8Array>) {
    hash.update(chunk);
    bytes += chunk.byteLength;
  }
  return { bytes, digest: hash.digest('hex') };
}

/** The last piece is given only once all are known to be those that were looked at: half a change is never sent whole. */
async function* readAgain(
  file: string,
  digest: string,
  sent: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let bytes = 0;
  let last: Uint8Array | null = null;
  for await (const chunk of createReadStream(file) as AsyncIterable<Uint8Array>) {
    hash.update(chunk);
    if (last !== null) {
      yield last;
      bytes += last.byteLength;
      sent(bytes);
    }
    last = chunk;
  }
  if (hash.digest('hex') !== digest) {
    throw new CannotRun({
      en: 'The file changed while it was being sent. Nothing was taken in: send it again once it is whole.',
      cy: 'Newidiodd y ffeil wrth iddi gael ei hanfon. Ni dderbyniwyd dim: anfonwch hi eto pan fydd yn gyflawn.',
    });
  }
  if (last === null) return;
  yield last;
  sent(bytes + last.byteLength);
}

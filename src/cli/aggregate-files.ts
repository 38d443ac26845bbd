import { createReadStream } from 'node:fs';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import type { ExportReader } from '../standard/aggregate/read-export-text.ts';
import { cannotRead } from './cannot-run.ts';

const MAXIMUM_MAPPING_BYTES = 5_000_000;

/** @throws {CannotRun} If the file cannot be read. */
export async function readSmallText(file: string): Promise<string> {
  try {
    const { size } = await stat(file);
    if (size > MAXIMUM_MAPPING_BYTES) return '';
    return await readFile(file, 'utf8');
  } catch (error) {
    throw cannotRead(file, error);
  }
}

/**
 * Hands a file to a reader as it comes.
 *
 * @throws {CannotRun} If the file cannot be read.
 */
export async function streamFile(file: string, reader: ExportReader): Promise<void> {
  try {
    for await (const chunk of createReadStream(file)) reader.write(chunk as Uint8Array);
  } catch (error) {
    throw cannotRead(file, error);
  }
  reader.end();
}

/** When a file was last written, as an ISO moment. */
export async function writtenAt(file: string): Promise<string> {
  try {
    return `${(await stat(file)).mtime.toISOString().slice(0, 19)}Z`;
  } catch (error) {
    throw cannotRead(file, error);
  }
}

/** Writes a file whole or not at all: beside its place first, then moved there. */
export async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  const beside = `${file}.${process.pid}.part`;
  try {
    const handle = await open(beside, 'w', 0o644);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

import { closeSync, openSync, readSync } from 'node:fs';
import type { ReturnForm } from '../standard/locate-row.ts';
import type { ReturnSource } from '../standard/read/return-source.ts';
import { type ReturnValidator, type Validation, validatorOf } from '../standard/return-validator.ts';
import { RULES } from '../standard/rules/all-rules.ts';
import { cannotRead } from './cannot-run.ts';
import { chooseSource, type SourceOptions } from './choose-source.ts';

const START_BYTES = 65_536;
const BLOCK_BYTES = 262_144;

/** What a command line says of the return to read. */
export interface ReturnFileOptions extends SourceOptions {
  /** Whether labels are taken in place of codes. */
  readonly labels: boolean;
}

/**
 * Reads a return from a file, or from standard input where the file is `-`, and validates it as it comes.
 *
 * @throws {CannotRun} If there is no such file, or the options do not go together.
 */
export async function readReturnFile(
  options: ReturnFileOptions,
  stdin: AsyncIterable<Uint8Array>,
): Promise<Validation & { readonly form: ReturnForm }> {
  const bytes = options.file === '-' ? stdin : openFile(options.file);
  const chunks = bytes[Symbol.asyncIterator]();
  const read = () => nextChunk(chunks, options.file);
  const start = await readStart(read);
  const source = { ...(await chooseSource(options, start)), labels: options.labels };
  const validator = await openValidator(source);
  validator.write(start);
  for (let chunk = await read(); chunk !== null; chunk = await read()) validator.write(chunk);
  return { ...validator.end(), form: source.format };
}

/** Loads the readers that the form needs: most of their code is for workbooks, zips and JSON. */
async function openValidator(source: ReturnSource): Promise<ReturnValidator> {
  if (source.format === 'csv') {
    const { openCsv } = await import('../standard/read/open-csv.ts');
    return validatorOf(source, openCsv, RULES);
  }
  const { openReader } = await import('../standard/read/open-reader.ts');
  return validatorOf(source, openReader, RULES);
}

/** Enough of a file to see in which form it is, or all of it. */
async function readStart(read: () => Promise<Uint8Array | null>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  while (bytes < START_BYTES) {
    const chunk = await read();
    if (chunk === null) break;
    chunks.push(chunk);
    bytes += chunk.byteLength;
  }
  return Buffer.concat(chunks);
}

/** Waits for the disk itself: nothing else is to be done meanwhile, and a stream takes longer to start than to read. */
async function* openFile(file: string): AsyncGenerator<Uint8Array> {
  const handle = openSync(file, 'r');
  try {
    for (;;) {
      const block = Buffer.allocUnsafeSlow(BLOCK_BYTES);
      const bytes = readSync(handle, block);
      if (bytes === 0) return;
      yield block.subarray(0, bytes);
    }
  } finally {
    closeSync(handle);
  }
}

async function nextChunk(chunks: AsyncIterator<Uint8Array>, file: string): Promise<Uint8Array | null> {
  try {
    const { value, done } = await chunks.next();
    return done ? null : value;
  } catch (error) {
    throw cannotRead(file, error);
  }
}

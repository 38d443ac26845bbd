import { createReadStream } from 'node:fs';
import type { ReturnForm } from '../standard/locate-row.ts';
import { createReturnValidator, type Validation } from '../standard/validate-return.ts';
import { cannotRead } from './cannot-run.ts';
import { chooseSource, type SourceOptions } from './choose-source.ts';

const START_BYTES = 65_536;

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
  const validator = createReturnValidator(source);
  validator.write(start);
  for (let chunk = await read(); chunk !== null; chunk = await read()) validator.write(chunk);
  return { ...validator.end(), form: source.format };
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

function openFile(file: string): AsyncIterable<Uint8Array> {
  return createReadStream(file) as AsyncIterable<Uint8Array>;
}

async function nextChunk(chunks: AsyncIterator<Uint8Array>, file: string): Promise<Uint8Array | null> {
  try {
    const { value, done } = await chunks.next();
    return done ? null : value;
  } catch (error) {
    throw cannotRead(file, error);
  }
}

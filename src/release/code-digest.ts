import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { version as duckDbVersion } from '@duckdb/node-api';

/** Also of the program that was compiled from it. */
const SOURCE = fileURLToPath(new URL('../../src', import.meta.url));

/** The rooms whose code and data can change a published file; no other is reached from the builder's work on cells. */
const ROOMS = ['archive', 'disclosure', 'release', 'standard'] as const;

/**
 * A digest of everything that turns keyed rows into published files, rows and keys apart: our own code, with the rules,
 * code lists and descriptions of tables that it holds, the engine and Node. Whatever changes there changes it.
 *
 * @param source - The folder that holds the rooms; that of this project unless given.
 */
export async function codeDigest(source = SOURCE): Promise<string> {
  const hash = createHash('sha256').update(`${duckDbVersion()} ${process.version}`);
  for (const room of ROOMS) {
    const entries = await readdir(join(source, room), { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    for (const file of files.sort()) {
      hash.update(`\n${relative(source, file)}\n`).update(await readFile(file));
    }
  }
  return hash.digest('hex');
}

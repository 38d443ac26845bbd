import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

const KEY_BYTES = 32;

export interface KeyPlaces {
  readonly keyFiles: { readonly record: string; readonly cell: string };
  /** Whether a missing key is made; where it is false, a missing key is an error. */
  readonly mayMakeKeys: boolean;
}

/** The two secrets behind the noise, 32 bytes each (disclosure control, section 2). */
export interface Keys {
  readonly recordKey: Buffer;
  readonly cellKey: Buffer;
}

/**
 * Opens the keys, making each one that is missing where that is allowed.
 *
 * A lost key cannot be made again: with another one the same question would give another answer.
 *
 * @throws {Error} If a key is missing and may not be made, is not 32 bytes, can be read by other users, or
 *   if both files hold the same bytes.
 */
export async function openKeys({ keyFiles, mayMakeKeys }: KeyPlaces): Promise<Keys> {
  const recordKey = await openKey(keyFiles.record, mayMakeKeys);
  const cellKey = await openKey(keyFiles.cell, mayMakeKeys);
  if (recordKey.equals(cellKey)) {
    throw new Error(`${keyFiles.record} and ${keyFiles.cell} hold the same key: each needs its own`);
  }
  return { recordKey, cellKey };
}

async function openKey(path: string, mayMake: boolean): Promise<Buffer> {
  const found = await stat(path).catch(noneWhenMissing);
  if (found === undefined) {
    if (!mayMake) throw new Error(`The key file ${path} is missing, and is never made in production`);
    await makeKey(path);
  } else if ((found.mode & 0o077) !== 0) {
    throw new Error(`Other users may read the key file ${path}: set its mode to 0600`);
  }
  const key = await readFile(path);
  if (key.length !== KEY_BYTES) throw new Error(`The key file ${path} must hold ${KEY_BYTES} bytes`);
  return key;
}

/** Appears whole and on disk or not at all; of two processes that make it at once, both read the first. */
async function makeKey(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(randomBytes(KEY_BYTES));
    await file.sync();
    await link(draft, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await file.close();
    await rm(draft, { force: true });
  }
}

function noneWhenMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}

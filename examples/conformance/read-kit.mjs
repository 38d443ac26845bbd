import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';

/** The folder of the cases. */
export const CASES = new URL('./cases/', import.meta.url);

/** The list of cases: `{ standard, schema_version, cases }`. */
export async function readKit() {
  return JSON.parse(await readFile(new URL('cases.json', CASES), 'utf8'));
}

/**
 * The digest of the kit, in hex: SHA-256 of what `sha256sum` prints of the files of `cases/`, sorted by name.
 * By hand: `cd cases && LC_ALL=C ls | xargs sha256sum | sha256sum`.
 */
export async function digestKit() {
  const names = (await readdir(CASES)).sort();
  const whole = createHash('sha256');
  for (const name of names) {
    const bytes = await readFile(new URL(name, CASES));
    whole.update(`${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`);
  }
  return whole.digest('hex');
}

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** What decides how a country comes out: the pipeline, and what makes and counts the country. */
export const DECIDING = [
  'src/archive',
  'src/disclosure',
  'src/ingest',
  'src/release',
  'src/standard',
  'src/store',
  'src/validation',
  'tests/attack/country/build-country.ts',
  'tests/attack/country/plan.ts',
  'tests/attack/scoring/write-true-counts.ts',
  'tests/release/oracle',
  'tests/support/published-wales.ts',
  'tests/support/test-keys.ts',
];

/**
 * A short digest of the code at these places, so that what it made is never taken for what it would make now.
 *
 * @param isMeant - Which of the files there are meant: all of them unless given.
 */
export async function digestOfCode(
  places: readonly string[],
  isMeant: (path: string) => boolean = () => true,
): Promise<string> {
  const hash = createHash('sha256').update(process.versions.node);
  for (const path of (await filesBelow(places)).filter(isMeant))
    hash.update(`${path}\n`).update(await readFile(join(ROOT, path)));
  return hash.digest('hex').slice(0, 16);
}

async function filesBelow(places: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const place of places) {
    if (place.endsWith('.ts')) {
      found.push(place);
      continue;
    }
    const entries = await readdir(join(ROOT, place), { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    found.push(...files.map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length)));
  }
  return found.sort();
}

/** The checkout, shortened to a name, so that several on one machine do not clear away each other's countries. */
export function nameOfCheckout(): string {
  return createHash('sha256').update(ROOT).digest('hex').slice(0, 8);
}

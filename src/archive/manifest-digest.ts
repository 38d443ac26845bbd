import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExpectedFile } from './check-file.ts';
import { writeDurably } from './durable-files.ts';

/** The file with the digest of a manifest, beside it, as `sha256sum --check` reads it. */
export const MANIFEST_DIGEST_FILE = 'manifest.json.sha256';

const LINE = /^([0-9a-f]{64}) {2}manifest\.json\n$/;

/** Writes the manifest of a release, and what its bytes are known by. */
export async function writeManifest(folder: string, text: string): Promise<void> {
  await writeDurably(join(folder, 'manifest.json'), text);
  await writeDurably(join(folder, MANIFEST_DIGEST_FILE), `${digestOf(text)}  manifest.json\n`);
}

/** Whether the text of a manifest is what was published, as far as that is known. */
export function isTextOf(expected: ExpectedFile | undefined, text: Buffer): boolean {
  return expected === undefined || expected.sha256 === digestOf(text);
}

/**
 * What the manifest of a release should be; undefined of releases that were published before it was told.
 *
 * A digest that is cut short or changed fits no manifest.
 */
export async function expectedManifest(folder: string, release: string): Promise<ExpectedFile | undefined> {
  try {
    const line = await readFile(join(folder, release, MANIFEST_DIGEST_FILE), 'utf8');
    return { path: 'manifest.json', sha256: LINE.exec(line)?.[1] ?? '' };
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}

function digestOf(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

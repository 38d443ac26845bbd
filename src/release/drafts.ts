import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifest } from '../archive/manifest.ts';

/** The built releases that wait to be published, by id. */
export async function listDrafts(privateDir: string): Promise<string[]> {
  try {
    return (await readdir(join(privateDir, 'drafts'))).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** What each release that waits says of itself, by id. */
export async function readDrafts(privateDir: string): Promise<Manifest[]> {
  const drafts = await listDrafts(privateDir);
  return Promise.all(
    drafts.map(async (draft) =>
      JSON.parse(await readFile(join(privateDir, 'drafts', draft, 'manifest.json'), 'utf8')),
    ),
  );
}

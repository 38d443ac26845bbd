import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifest } from '../archive/manifest.ts';
import { listScheduled } from '../archive/scheduled.ts';

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
  return Promise.all(drafts.map((draft) => readManifestIn(join(privateDir, 'drafts', draft))));
}

/** What each scheduled release says of itself, the next one first: for the administrator's eyes. */
export async function readScheduled(archiveDir: string): Promise<(Manifest & { scheduled_for: string })[]> {
  const scheduled = await listScheduled(archiveDir);
  return Promise.all(
    scheduled.map(async ({ name, at }) => ({
      ...(await readManifestIn(join(archiveDir, name))),
      scheduled_for: at.toISOString(),
    })),
  );
}

async function readManifestIn(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest;
}

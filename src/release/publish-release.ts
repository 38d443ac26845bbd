import { cp, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describeFile, renameDurably, syncTree, writeDurably } from '../archive/durable-files.ts';
import type { Manifest } from '../archive/manifest.ts';
import { draftFolder } from './build-release.ts';
import { ReleaseRefused } from './release-refused.ts';

/**
 * Publishes a draft: checks every file against its digest, copies it beside the archive's releases, writes the
 * time of publication and gives it its name in one rename.
 *
 * Killed at any moment it leaves either the whole release or none; a copy left over is not a release, because
 * its name begins with a dot.
 *
 * @throws {ReleaseRefused} If there is no such draft, a file was changed, or the id is taken.
 */
export async function publishRelease(
  folders: { readonly privateDir: string; readonly archiveDir: string },
  release: string,
  now: Date,
): Promise<Manifest> {
  const draft = draftFolder(folders.privateDir, release);
  const manifest = await readManifest(draft);
  if (!manifest) throw ReleaseRefused.noDraft(release);
  const target = join(folders.archiveDir, release);
  if (await readManifest(target)) throw ReleaseRefused.alreadyPublished(release);
  for (const file of manifest.files) {
    const found = await describeFile(draft, file.path);
    if (found.sha256 !== file.sha256) throw ReleaseRefused.damagedDraft(release, file.path);
  }
  const published = { ...manifest, published_at: now.toISOString() };
  const incoming = join(folders.archiveDir, `.incoming-${process.pid}-${release}`);
  await mkdir(folders.archiveDir, { recursive: true });
  await rm(incoming, { recursive: true, force: true });
  await cp(draft, incoming, { recursive: true });
  await writeDurably(join(incoming, 'manifest.json'), `${JSON.stringify(published, null, 2)}\n`);
  await syncTree(incoming);
  await renameDurably(incoming, target);
  await rm(draft, { recursive: true, force: true });
  return published;
}

async function readManifest(folder: string): Promise<Manifest | undefined> {
  try {
    return JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

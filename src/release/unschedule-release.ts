import { rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { syncPath } from '../archive/durable-files.ts';
import { listScheduled } from '../archive/scheduled.ts';
import { readScheduled } from './drafts.ts';
import { checkReleaseId } from './name-release.ts';
import { forgetPublishedContents } from './published-contents.ts';
import { ReleaseRefused } from './release-refused.ts';

/**
 * Takes a scheduled release back before its moment. Nobody has seen it, so it counts as no version of its figures; to
 * publish it after all it is built again.
 *
 * Killed in between, it may be called again: from its first step on the release can no longer become public.
 *
 * @throws {ReleaseRefused} If no such release is scheduled, its moment has come, or another that
 *   follows it is scheduled.
 */
export async function unscheduleRelease(
  folders: { readonly privateDir: string; readonly archiveDir: string },
  release: string,
): Promise<void> {
  checkReleaseId(release);
  const cancelled = join(folders.archiveDir, `.cancelled-${release}`);
  const scheduled = (await listScheduled(folders.archiveDir)).find((each) => each.release === release);
  if (scheduled) {
    const later = (await readScheduled(folders.archiveDir)).find(({ supersedes }) => supersedes === release);
    if (later) throw ReleaseRefused.scheduledLater(later.release, later.scheduled_for);
    await rename(join(folders.archiveDir, scheduled.name), cancelled).catch(publishedMeanwhile(release));
    await syncPath(folders.archiveDir);
  } else if (!(await isThere(cancelled))) {
    throw ReleaseRefused.notScheduled(release);
  }
  await forgetPublishedContents(folders.privateDir, release);
  await rm(cancelled, { recursive: true, force: true });
}

function publishedMeanwhile(release: string): (error: NodeJS.ErrnoException) => never {
  return (error) => {
    if (error.code === 'ENOENT') throw ReleaseRefused.notScheduled(release);
    throw error;
  };
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
}

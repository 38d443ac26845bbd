import { openArchive } from '../archive/archive.ts';
import type { Manifest } from '../archive/manifest.ts';
import { readScheduled } from './drafts.ts';
import { ReleaseRefused } from './release-refused.ts';

/**
 * The release of the same collection that a new one follows: the newest that stands, or that waits for its moment.
 *
 * @param at - When the new one becomes public.
 * @throws {ReleaseRefused} If another of the collection is scheduled for later: what that says it follows would
 *   no longer be true.
 */
export async function releaseBefore(
  archiveDir: string,
  { collection }: Pick<Manifest, 'collection'>,
  at: Date,
): Promise<Manifest | undefined> {
  const scheduled = (await readScheduled(archiveDir)).filter((each) => each.collection === collection);
  const later = scheduled.find(({ scheduled_for }) => new Date(scheduled_for) >= at);
  if (later) throw ReleaseRefused.scheduledLater(later.release, later.scheduled_for);
  const standing = (await openArchive(archiveDir).list()).filter((each) => each.collection === collection);
  return scheduled.at(-1) ?? standing[0];
}

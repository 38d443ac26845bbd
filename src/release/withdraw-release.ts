import { openArchive } from '../archive/archive.ts';
import { noticeOf, readNotice, type WithdrawalNotice, writeNotice } from '../archive/withdrawal.ts';
import type { ReleaseWithdrawalReason } from '../standard/release-withdrawal-reasons.ts';
import { checkReleaseId } from './name-release.ts';
import { ReleaseRefused } from './release-refused.ts';

/**
 * Withdraws a published release, for good: from the moment its notice is on the disk no service that reads the archive
 * answers from it. Its cells stay where they are, and still count among the versions that its figures may have.
 *
 * @returns The notice that stands: the first one, where the release was withdrawn before.
 * @throws {ReleaseRefused} If the id is bad or no such release is published.
 */
export async function withdrawRelease(
  archiveDir: string,
  release: string,
  reason: ReleaseWithdrawalReason,
  now: Date,
): Promise<WithdrawalNotice> {
  checkReleaseId(release);
  const before = await readNotice(archiveDir, release);
  if (before) return before;
  const published = await openArchive(archiveDir).find(release);
  if (published === undefined) throw ReleaseRefused.notPublished(release);
  const notice = noticeOf(published, reason, now);
  await writeNotice(archiveDir, notice);
  return notice;
}

import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import {
  RELEASE_WITHDRAWAL_REASONS,
  type ReleaseWithdrawalReason,
} from '../standard/release-withdrawal-reasons.ts';
import type { Text } from '../standard/text.ts';
import { syncPath, writeDurably } from './durable-files.ts';

/** The file of a release whose being there withdraws it, whatever it holds. */
export const WITHDRAWAL_FILE = 'withdrawn.json';

/** That a release no longer stands, and why: all that is left of it for the public. */
export interface WithdrawalNotice {
  readonly release: string;
  /** Of these three, null where the notice cannot be read: the release is withdrawn all the same. */
  readonly collection: string | null;
  /** ISO instants, in UTC. */
  readonly published_at: string | null;
  readonly withdrawn_at: string | null;
  /** Null where the notice cannot be read. */
  readonly reason: ReleaseWithdrawalReason | null;
  readonly text: Text;
}

/** The notice of a release that is withdrawn at a moment for a reason of the closed list. */
export function noticeOf(
  release: { readonly release: string; readonly collection: string; readonly published_at: string | null },
  reason: ReleaseWithdrawalReason,
  withdrawnAt: Date,
): WithdrawalNotice {
  const { release: id, collection, published_at } = release;
  const title = RELEASE_WITHDRAWAL_REASONS.find(({ code }) => code === reason)?.title ?? null;
  return {
    release: id,
    collection,
    published_at,
    withdrawn_at: withdrawnAt.toISOString(),
    reason,
    text: textOf(id, title),
  };
}

/**
 * Writes the notice of a release into its folder: whole and on the disk when the call returns, or not at all.
 *
 * @param archiveDir - The folder of the archive; the release has a folder in it.
 */
export async function writeNotice(archiveDir: string, notice: WithdrawalNotice): Promise<void> {
  const folder = join(archiveDir, notice.release);
  const unfinished = join(folder, `.${WITHDRAWAL_FILE}.${process.pid}`);
  await writeDurably(unfinished, `${JSON.stringify(notice, null, 2)}\n`);
  await rename(unfinished, join(folder, WITHDRAWAL_FILE));
  await syncPath(folder);
}

/**
 * The notice of a release; undefined where it stands.
 *
 * A notice that is cut short or changed withdraws its release too: what was taken back is never shown again because
 * a file was damaged.
 */
export async function readNotice(archiveDir: string, release: string): Promise<WithdrawalNotice | undefined> {
  let text: string;
  try {
    text = await readFile(join(archiveDir, release, WITHDRAWAL_FILE), 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
  return noticeIn(text, release) ?? unreadableNotice(release);
}

function noticeIn(text: string, release: string): WithdrawalNotice | undefined {
  try {
    const found: unknown = JSON.parse(text);
    return isNoticeOf(found, release) ? found : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isNoticeOf(found: unknown, release: string): found is WithdrawalNotice {
  if (typeof found !== 'object' || found === null) return false;
  const { release: named, collection, published_at, withdrawn_at, reason, text } = found as WithdrawalNotice;
  return (
    named === release &&
    [collection, published_at, withdrawn_at].every((each) => typeof each === 'string') &&
    RELEASE_WITHDRAWAL_REASONS.some(({ code }) => code === reason) &&
    typeof text?.en === 'string' &&
    typeof text.cy === 'string'
  );
}

function unreadableNotice(release: string): WithdrawalNotice {
  const unknown = { collection: null, published_at: null, withdrawn_at: null, reason: null };
  return { release, ...unknown, text: textOf(release, null) };
}

function textOf(release: string, reason: Text | null): Text {
  const because = { en: reason ? `: ${reason.en}` : '', cy: reason ? `: ${reason.cy}` : '' };
  return {
    en: `The release ${release} was withdrawn${because.en}. Do not use its figures or pass them on, and delete your copies of them.`,
    cy: `Tynnwyd y datganiad ${release} yn ôl${because.cy}. Peidiwch â defnyddio ei ffigurau na'u rhannu, a dilëwch eich copïau ohonynt.`,
  };
}

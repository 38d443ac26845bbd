import { copyFile, mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describeFile, renameDurably, syncTree } from '../archive/durable-files.ts';
import type { Manifest, ReleaseFile } from '../archive/manifest.ts';
import { writeManifest } from '../archive/manifest-digest.ts';
import { listScheduled, scheduledName } from '../archive/scheduled.ts';
import { readNotice } from '../archive/withdrawal.ts';
import { isDraftVersion } from '../standard/versions/of-version.ts';
import { draftFolder } from './build-release.ts';
import { listChanges } from './list-changes.ts';
import { checkReleaseId } from './name-release.ts';
import {
  CONTENTS_FILE,
  forgetPublishedContents,
  keepPublishedContents,
  listPublishedContents,
  type PublishedContents,
  readDraftContents,
} from './published-contents.ts';
import { releaseBefore } from './release-before.ts';
import { ReleaseRefused } from './release-refused.ts';
import { frozenPeriod } from './revision-limits.ts';

/** Where drafts and records are, and where what is public is. */
export interface ReleaseFolders {
  readonly privateDir: string;
  readonly archiveDir: string;
}

/** How a release is published, where it is not simply now. */
export interface PublicationOptions {
  /** When it becomes public, if that is later: until then it waits whole in the archive, unseen. To the second. */
  readonly at?: Date | undefined;
  /** Done when nothing stands in the way any more and nobody sees the release yet; where it fails, nothing is published. */
  readonly beforePublic?: () => Promise<unknown>;
}

/**
 * Publishes a draft: copies the files its manifest names beside the archive's releases, checks each copy
 * against its digest, writes the time of publication and gives the folder its name in one rename.
 *
 * Killed at any moment it leaves either the whole release or none; a copy left over is not a release, because
 * its name begins with a dot.
 *
 * One that is scheduled gets the name under which `publishDue` finds it. It counts among the versions of its figures
 * from now on.
 *
 * @throws {ReleaseRefused} If there is no such draft, it is a trial, a file was changed, the id is bad or taken, its
 *   moment has passed or comes before that of one of its collection, or another release that was published meanwhile took the last version that figures of this one may have.
 */
export async function publishRelease(
  folders: ReleaseFolders,
  release: string,
  now: Date,
  { at, beforePublic }: PublicationOptions = {},
): Promise<Manifest> {
  checkReleaseId(release);
  if (at !== undefined && at <= now) throw ReleaseRefused.momentPassed(release, at);
  const draft = draftFolder(folders.privateDir, release);
  const target = join(folders.archiveDir, at === undefined ? release : scheduledName(release, at));
  const waiting = (await listScheduled(folders.archiveDir)).find((each) => each.release === release);
  if (waiting) {
    await rm(draft, { recursive: true, force: true });
    throw ReleaseRefused.alreadyScheduled(release, waiting.at);
  }
  if (await wasPublished(folders.archiveDir, release)) {
    // Cut short after its last step but one, a publication leaves the draft of what is public.
    await rm(draft, { recursive: true, force: true });
    throw ReleaseRefused.alreadyPublished(release);
  }
  const manifest = parseManifest(release, await readManifest(draft));
  if (isTrial(manifest)) throw ReleaseRefused.trial(release, manifest.schema_version);
  const record = await readDraftContents(draft);
  if (record === undefined) throw ReleaseRefused.damagedDraft(release, CONTENTS_FILE);
  const publicAt = at ?? now;
  const history = await historyOf(folders, record, publicAt);
  const published = { ...manifest, published_at: publicAt.toISOString(), ...history };
  const incoming = join(folders.archiveDir, `.incoming-${process.pid}-${release}`);
  await mkdir(folders.archiveDir, { recursive: true });
  await rm(incoming, { recursive: true, force: true });
  try {
    for (const file of manifest.files) await copyChecked(release, draft, incoming, file);
    await writeManifest(incoming, `${JSON.stringify(published, null, 2)}\n`);
    await syncTree(incoming);
    await keepContents(folders.privateDir, record);
    await beforePublic?.();
    await renameDurably(incoming, target);
  } finally {
    await rm(incoming, { recursive: true, force: true });
  }
  await rm(draft, { recursive: true, force: true });
  return published;
}

/**
 * Records what the release was drawn from before anyone can see it: killed in between, it counts as published,
 * and publishing it again changes nothing. Of drafts that were built side by side, the one too many is refused.
 */
async function keepContents(privateDir: string, record: PublishedContents): Promise<void> {
  await keepPublishedContents(privateDir, record);
  const published = await listPublishedContents(privateDir, record.collection);
  const others = published.filter((other) => other.release !== record.release);
  const frozen = frozenPeriod(record.contents, others, []);
  if (!frozen) return;
  await forgetPublishedContents(privateDir, record.release);
  throw ReleaseRefused.periodFrozen(frozen);
}

/** Which release it follows, and what changed since, where both told what they were drawn from. */
async function historyOf(
  { privateDir, archiveDir }: ReleaseFolders,
  record: PublishedContents,
  at: Date,
): Promise<Pick<Manifest, 'supersedes' | 'changes'>> {
  const before = await releaseBefore(archiveDir, record, at);
  if (before === undefined) return { supersedes: null };
  const published = await listPublishedContents(privateDir, record.collection);
  const drawnFrom = published.find(({ release }) => release === before.release)?.returns;
  if (!drawnFrom || !record.returns) return { supersedes: before.release };
  return { supersedes: before.release, changes: listChanges(drawnFrom, record.returns) };
}

async function wasPublished(archiveDir: string, release: string): Promise<boolean> {
  const manifest = await readManifest(join(archiveDir, release));
  return manifest !== undefined || (await readNotice(archiveDir, release)) !== undefined;
}

/** Built at a draft of the standard, even if that is none by now: it may have changed before it was settled. */
function isTrial({ is_trial, schema_version }: Manifest): boolean {
  return is_trial === true || isDraftVersion(schema_version);
}

async function readManifest(folder: string): Promise<string | undefined> {
  return readFile(join(folder, 'manifest.json'), 'utf8').catch(noneWhenMissing);
}

function parseManifest(release: string, text: string | undefined): Manifest {
  if (text === undefined) throw ReleaseRefused.noDraft(release);
  const manifest = manifestIn(text);
  if (manifest?.release !== release) throw ReleaseRefused.damagedDraft(release, 'manifest.json');
  return manifest;
}

function manifestIn(text: string): Manifest | undefined {
  try {
    return JSON.parse(text) as Manifest;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The copy is what is checked, so that nothing can change between the check and the publication. */
async function copyChecked(
  release: string,
  draft: string,
  incoming: string,
  file: ReleaseFile,
): Promise<void> {
  const copy = join(incoming, file.path);
  await mkdir(dirname(copy), { recursive: true });
  const isThere = await copyFile(join(draft, file.path), copy).then(() => true, noneWhenMissing);
  const found = isThere ? await describeFile(incoming, file.path) : undefined;
  if (found?.sha256 !== file.sha256) throw ReleaseRefused.damagedDraft(release, file.path);
}

function noneWhenMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}

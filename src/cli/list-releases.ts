import { parseArgs } from 'node:util';
import { openArchive } from '../archive/archive.ts';
import { listScheduled } from '../archive/scheduled.ts';
import { listDrafts, readDrafts, readScheduled } from '../release/drafts.ts';
import type { Text } from '../standard/text.ts';
import { DONE } from './database-command.ts';
import type { ReleaseCommandContext } from './release.ts';
import { renderReleases } from './render-releases.ts';

const NONE: Text = { en: 'There are no releases.', cy: 'Nid oes datganiadau.' };

/** `spcd release list`: what is published, what was withdrawn, what is scheduled, and what waits. */
export async function listReleasesCommand(
  argv: readonly string[],
  { folders, stdout, language }: ReleaseCommandContext,
): Promise<number> {
  const { values } = parseArgs({ args: [...argv], options: { json: { type: 'boolean', default: false } } });
  const archive = openArchive(folders.archiveDir);
  const [published, withdrawn] = [await archive.list(), await archive.withdrawn()];
  if (values.json) {
    const drafts = await listDrafts(folders.privateDir);
    const scheduled = (await listScheduled(folders.archiveDir)).map(({ release, at }) => ({ release, at }));
    const releases = published.map(({ release, collection, published_at }) => ({
      release,
      collection,
      published_at,
    }));
    stdout.write(`${JSON.stringify({ published: releases, withdrawn, scheduled, drafts })}\n`);
    return DONE;
  }
  const waiting = [...(await readScheduled(folders.archiveDir)), ...(await readDrafts(folders.privateDir))];
  const releases = [...published, ...withdrawn, ...waiting];
  stdout.write(releases.length === 0 ? `${NONE[language]}\n` : renderReleases(releases, language));
  return DONE;
}

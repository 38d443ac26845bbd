import { parseArgs } from 'node:util';
import { openArchive } from '../archive/archive.ts';
import { listDrafts, readDrafts } from '../release/drafts.ts';
import type { Text } from '../standard/text.ts';
import { DONE } from './database-command.ts';
import type { ReleaseCommandContext } from './release.ts';
import { renderReleases } from './render-releases.ts';

const NONE: Text = { en: 'There are no releases.', cy: 'Nid oes datganiadau.' };

/** `spcd release list`: what is published, what was withdrawn, and what waits. */
export async function listReleasesCommand(
  argv: readonly string[],
  { folders, stdout, language }: ReleaseCommandContext,
): Promise<number> {
  const { values } = parseArgs({ args: [...argv], options: { json: { type: 'boolean', default: false } } });
  const archive = openArchive(folders.archiveDir);
  const [published, withdrawn] = [await archive.list(), await archive.withdrawn()];
  if (values.json) {
    const drafts = await listDrafts(folders.privateDir);
    const releases = published.map(({ release, collection, published_at }) => ({
      release,
      collection,
      published_at,
    }));
    stdout.write(`${JSON.stringify({ published: releases, withdrawn, drafts })}\n`);
    return DONE;
  }
  const releases = [...published, ...withdrawn, ...(await readDrafts(folders.privateDir))];
  stdout.write(releases.length === 0 ? `${NONE[language]}\n` : renderReleases(releases, language));
  return DONE;
}

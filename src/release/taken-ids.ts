import { openArchive } from '../archive/archive.ts';
import { listScheduled } from '../archive/scheduled.ts';

/** Ids that no release may have again: of those that are published, were withdrawn, or wait for their moment. */
export async function takenIds(archiveDir: string): Promise<string[]> {
  const archive = openArchive(archiveDir);
  const known = [
    ...(await archive.list()),
    ...(await archive.withdrawn()),
    ...(await listScheduled(archiveDir)),
  ];
  return known.map(({ release }) => release);
}

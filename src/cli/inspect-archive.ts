import type { Archive } from '../archive/archive.ts';

/** How long after the last look at every file the next one begins. */
const INSPECT_EVERY_MS = 30_000;

/**
 * Looks at every file of an archive again and again while a service runs, so that damage is found before anyone asks
 * for the file. What has not changed since is not read again.
 *
 * @returns Ends it.
 */
export function inspectArchive(archive: Archive, onFailure: (error: unknown) => void): () => void {
  let isOver = false;
  let timer: NodeJS.Timeout | undefined;
  const inspect = async () => {
    await archive.inspect(() => !isOver).catch(onFailure);
    if (!isOver) timer = setTimeout(() => void inspect(), INSPECT_EVERY_MS).unref();
  };
  void inspect();
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}

/**
 * Whether an archive has anything to answer from: one with no release at all has, one whose every release is
 * damaged has not.
 *
 * @throws {Error} Naming the releases that are damaged.
 */
export async function checkArchive(archive: Archive): Promise<void> {
  const releases = await archive.list();
  const damaged = new Set(archive.damaged().map(({ release }) => release));
  if (damaged.size > 0 && releases.every(({ release }) => damaged.has(release))) {
    throw new Error(`Every release is damaged: ${[...damaged].join(', ')}`);
  }
}

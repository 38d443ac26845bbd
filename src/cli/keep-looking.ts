import type { Archive } from '../archive/archive.ts';

/** How long a running service may not know that a release was published or withdrawn, at most. */
const LOOK_EVERY_MS = 2000;

/**
 * Looks at an archive again and again, so that what is kept of a release is dropped soon after it was withdrawn, whether
 * or not anyone asks for it.
 *
 * @returns Ends the looking.
 */
export function keepLooking(archive: Archive, onFailure: (error: unknown) => void): () => void {
  const timer = setInterval(() => void archive.list().catch(onFailure), LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

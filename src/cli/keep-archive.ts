import type { Archive } from '../archive/archive.ts';
import { publishDue } from '../archive/scheduled.ts';

/** How long after its moment a release becomes public, and a running service may not know what changed, at most. */
const LOOK_EVERY_MS = 2000;

export interface ArchiveKeeper {
  /** Told of each scheduled release that this process has made public. */
  readonly onPublished: (release: string) => Promise<unknown>;
  /** Told of a failure, and not again of the same one while it lasts. */
  readonly onFailure: (error: unknown) => void;
  /** The time of day; the clock of the machine unless given. */
  readonly now?: () => Date;
}

/**
 * Looks after an archive while a service runs: makes scheduled releases public at their moment, and looks at what is
 * there, so that what is kept of a release is dropped soon after it was withdrawn, whether or not anyone asks for it.
 *
 * @returns Ends it.
 */
export function keepArchive(archive: Archive, keeper: ArchiveKeeper): () => void {
  const { now = () => new Date(), onPublished, onFailure } = keeper;
  let lastFailure = '';
  const look = async () => {
    try {
      const published = await publishDue(archive.folder, now());
      await archive.list();
      lastFailure = '';
      for (const release of published) await onPublished(release).catch(onFailure);
    } catch (error) {
      if (String(error) !== lastFailure) onFailure(error);
      lastFailure = String(error);
    }
  };
  void look();
  const timer = setInterval(() => void look(), LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

import { rmSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

const LOOK_EVERY_MS = 1_000;

/** How much a folder holds and has held at most, in bytes. */
export interface WatchedFolder {
  most(): number;
  end(): void;
}

/**
 * Looks at the size of a folder every second. Where it outgrows its limit the process ends and the folder goes, so that
 * a large trial never fills a disk.
 */
export function watchFolder(folder: string, limitBytes: number): WatchedFolder {
  let most = 0;
  const timer = setInterval(async () => {
    // A folder may go while it is read: the next look is soon.
    most = Math.max(most, await sizeOf(folder).catch(noneWhereGone));
    if (most <= limitBytes) return;
    console.error(`${folder} outgrew ${(limitBytes / 1e9).toFixed(1)} GB: ended`);
    rmSync(folder, { recursive: true, force: true });
    process.exit(1);
  }, LOOK_EVERY_MS);
  timer.unref();
  return { most: () => most, end: () => clearInterval(timer) };
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => stat(join(entry.parentPath, entry.name)).then(({ size }) => size, noneWhereGone)),
  );
  return sizes.reduce((total, size) => total + size, 0);
}

function noneWhereGone(error: NodeJS.ErrnoException): number {
  if (error.code === 'ENOENT') return 0;
  throw error;
}

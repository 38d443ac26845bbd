import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** What a build writes under its process id until it is whole. */
const UNFINISHED = /^building-(\d+)-|\.(\d+)\.unfinished$/;

/** Removes what builds that were killed have left in the private folder; builds that run keep theirs. */
export async function clearLeftovers(privateDir: string): Promise<void> {
  const parts = ['rows', 'published'].map((name) => join(privateDir, name));
  const folders = [privateDir, ...(await Promise.all(parts.map(foldersIn))).flat()];
  for (const folder of folders) {
    for (const name of await readdir(folder)) {
      const [, building, writing] = UNFINISHED.exec(name) ?? [];
      const pid = building ?? writing;
      if (pid !== undefined && !isRunning(Number(pid))) {
        await rm(join(folder, name), { recursive: true, force: true });
      }
    }
  }
}

async function foldersIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const below = entries.filter((entry) => entry.isDirectory());
    return [folder, ...below.map((entry) => join(entry.parentPath, entry.name))];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Not ours to signal means that it runs.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

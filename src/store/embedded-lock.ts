import { randomBytes } from 'node:crypto';
import { link, rename, rm } from 'node:fs/promises';
import { isRunning, markThisProcess, noneWhenMissing, readMark, writeMark } from './embedded-marks.ts';

export interface FileLock {
  release(): Promise<void>;
}

/**
 * Takes an exclusive lock between processes, without waiting.
 *
 * The lock is a file that names its holder and appears whole or not at all. A holder that died is
 * recognised, and its lock taken over. PostgreSQL keeps a lock of its own on every cluster, so this one
 * decides who waits for whom; it is not the last thing between two servers and one folder.
 *
 * @returns The lock, or `undefined` while another living process holds it.
 */
export async function takeLock(path: string): Promise<FileLock | undefined> {
  const draft = besides(path);
  await writeMark(draft, await markThisProcess());
  try {
    const taken =
      (await claims(draft, path)) || ((await removeAbandoned(path)) && (await claims(draft, path)));
    return taken ? { release: () => rm(path, { force: true }) } : undefined;
  } finally {
    await rm(draft, { force: true });
  }
}

function besides(path: string): string {
  return `${path}.${randomBytes(6).toString('hex')}`;
}

/** A hard link is made by one process only, and shows the finished file from the first moment. */
async function claims(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Clears a dead holder's lock away. Says whether the place is free now. */
async function removeAbandoned(path: string): Promise<boolean> {
  const holder = await readMark(path);
  if (holder !== undefined && (await isRunning(holder))) return false;
  const aside = besides(path);
  const moved = await rename(path, aside).then(() => true, noneWhenMissing);
  if (moved === undefined) return true;
  const mark = await readMark(aside);
  const isAlive = mark !== undefined && (await isRunning(mark));
  // Someone cleared it before us and holds it anew: what we moved is theirs, so it goes back.
  if (isAlive) await claims(aside, path);
  await rm(aside);
  return !isAlive;
}

import { readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { syncPath } from './durable-files.ts';

/** A release that is whole in the archive folder and not public before its moment. */
export interface ScheduledRelease {
  readonly release: string;
  readonly at: Date;
  /** Its folder's name. It says everything that has to be known before the moment: nobody needs to look inside. */
  readonly name: string;
}

const SCHEDULED = /^\.scheduled-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-([a-z0-9][a-z0-9-]*)$/;

/** The name of the folder of a release until it is public; the moment is told to the second. */
export function scheduledName(release: string, at: Date): string {
  return `.scheduled-${at
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(/[-:]/g, '')}-${release}`;
}

/** The releases of an archive folder that wait for their moment, the next one first. */
export async function listScheduled(archiveDir: string): Promise<ScheduledRelease[]> {
  const names = await readdir(archiveDir).catch(noneWhenMissing);
  return names
    .flatMap((name) => readName(name) ?? [])
    .sort((a, b) => a.at.getTime() - b.at.getTime() || (a.release < b.release ? -1 : 1));
}

/**
 * Makes public what was scheduled for now or earlier, each release by one rename. Any number of processes may do
 * it at once and be killed doing it: each release becomes public once.
 *
 * @returns Ids of those that this call made public.
 * @throws {Error} Of the file system, such as EACCES where the folder may not be written.
 */
export async function publishDue(archiveDir: string, now: Date): Promise<string[]> {
  const published: string[] = [];
  for (const { release, at, name } of await listScheduled(archiveDir)) {
    if (at > now) break;
    const isOurs = await rename(join(archiveDir, name), join(archiveDir, release)).then(
      () => true,
      falseWhenDone,
    );
    if (isOurs) published.push(release);
  }
  if (published.length > 0) await syncPath(archiveDir);
  return published;
}

function readName(name: string): ScheduledRelease | undefined {
  const [, year, month, day, hours, minutes, seconds, release] = SCHEDULED.exec(name) ?? [];
  if (release === undefined) return undefined;
  const at = new Date(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}Z`);
  return Number.isNaN(at.getTime()) ? undefined : { release, at, name };
}

/** Another process was faster, or the release is public already: then there is nothing to do. */
function falseWhenDone(error: NodeJS.ErrnoException): boolean {
  if (['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(error.code ?? '')) return false;
  throw error;
}

function noneWhenMissing(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return [];
  throw error;
}

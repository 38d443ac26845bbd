import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawRelease } from './drawn-release.ts';

/**
 * The archive of an invented country of so many keyed rows, and the folder of those rows. It is built the first time
 * it is asked for and kept; remove `spcd-bench` from the folder for temporary files after a change of what is built.
 */
export async function keepRelease(
  total: number,
): Promise<{ readonly archive: string; readonly rows: string }> {
  const folder = join(tmpdir(), 'spcd-bench', `release-${total}`);
  if (!existsSync(folder)) {
    const part = `${folder}.part`;
    await rm(part, { recursive: true, force: true });
    await mkdir(part, { recursive: true });
    await drawRelease(part, total);
    await rename(part, folder);
  }
  return { archive: join(folder, 'archive'), rows: join(folder, 'rows') };
}

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmod,
  chown,
  cp,
  lchown,
  lstat,
  mkdir,
  readdir,
  readlink,
  rename,
  rm,
  symlink,
} from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Account } from './embedded-launcher.ts';
import { noneWhenMissing } from './embedded-marks.ts';

const ELSEWHERE = '/var/lib/spcd';

/** The folder for what cannot run inside this data folder. One data folder always has the same one. */
export function folderElsewhere(dataDir: string): string {
  return join(ELSEWHERE, createHash('sha256').update(dataDir).digest('hex').slice(0, 16));
}

/** Makes the folder elsewhere, if need be, and gives it to the account. No folder above it is changed. */
export async function makeFolderElsewhere(dataDir: string, account: Account): Promise<string> {
  const folder = folderElsewhere(dataDir);
  const made = await mkdir(ELSEWHERE, { recursive: true });
  // Only what we made ourselves is opened, whatever the umask was: the account must be able to pass.
  if (made !== undefined) await chmod(ELSEWHERE, 0o755);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chown(folder, account.uid, account.gid);
  return folder;
}

/** Where the cluster, its password and its log are: in the data folder, or where a link in it points. */
export async function locateHome(dataDir: string): Promise<string> {
  const here = join(dataDir, 'postgres');
  const entry = await lstat(here).catch(noneWhenMissing);
  return entry?.isSymbolicLink() ? resolve(dataDir, await readlink(here)) : here;
}

/** Undoes a move that was killed before its last step, or clears away what one killed after it left. */
export async function settleMove(dataDir: string): Promise<void> {
  const here = join(dataDir, 'postgres');
  const original = movingFrom(dataDir);
  if (await exists(here)) await rm(original, { recursive: true, force: true });
  else await rename(original, here).catch(noneWhenMissing);
}

/**
 * Moves the home out of a data folder that the account cannot reach, and leaves a link to it.
 * Where there is no home yet, only its new place is made ready. A kill at any moment loses nothing.
 *
 * @returns The new place of the home.
 */
export async function moveHome(dataDir: string, account: Account): Promise<string> {
  const here = join(dataDir, 'postgres');
  const there = join(await makeFolderElsewhere(dataDir, account), 'postgres');
  const now = await locateHome(dataDir);
  if (now !== here) {
    if (now !== there)
      throw new Error(`${here} is a link to ${now}, where PostgreSQL cannot run as this user`);
    if (await exists(there)) await giveAll(there, account);
    return there;
  }
  // Left by an earlier data folder of the same name, or by a move that was interrupted: kept, not used.
  await rename(there, `${there}.left-${Date.now()}`).catch(noneWhenMissing);
  if (await exists(here)) {
    await cp(here, there, { recursive: true, verbatimSymlinks: true });
    await giveAll(there, account);
    // The original goes below, so the copy has to be on the disk, not only in memory.
    await promisify(execFile)('sync');
    await rename(here, movingFrom(dataDir));
  }
  await symlink(there, here);
  await rm(movingFrom(dataDir), { recursive: true, force: true });
  return there;
}

function movingFrom(dataDir: string): string {
  return join(dataDir, 'postgres.moving');
}

async function giveAll(folder: string, account: Account): Promise<void> {
  await chown(folder, account.uid, account.gid);
  for (const name of await readdir(folder, { recursive: true })) {
    await lchown(join(folder, name), account.uid, account.gid);
  }
}

async function exists(path: string): Promise<boolean> {
  return (await lstat(path).catch(noneWhenMissing)) !== undefined;
}

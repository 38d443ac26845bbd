import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Home } from './embedded-home.ts';
import { handOver, runToEnd } from './embedded-launcher.ts';
import { noneWhenMissing } from './embedded-marks.ts';

/** The service's own database in an embedded server. */
export const EMBEDDED_DATABASE = 'spcd';
const EMBEDDED_USER = 'spcd';

/** The address of a database in an embedded server. The password is made of characters that need no escape. */
export function addressOf(port: number, password: string, databaseName: string): string {
  return `postgresql://${EMBEDDED_USER}:${password}@127.0.0.1:${port}/${encodeURIComponent(databaseName)}`;
}

export function clusterIn(homeFolder: string): string {
  return join(homeFolder, 'cluster');
}

export async function readPassword(homeFolder: string): Promise<string> {
  return readFile(join(homeFolder, 'password'), 'utf8');
}

/**
 * Makes the cluster and its password, unless they are there.
 *
 * Everything is made under another name and then renamed, so a home that exists is always whole.
 * Text sorts by code point and case follows Unicode, from PostgreSQL's own tables: the same on every
 * machine, whatever languages the operating system has.
 *
 * Must not run twice at once for one home.
 */
export async function ensureCluster({ folder, launcher }: Home): Promise<void> {
  await removeUnfinished(folder);
  if ((await stat(folder).catch(noneWhenMissing)) !== undefined) return;
  const draft = `${folder}.new-${randomBytes(6).toString('hex')}`;
  await mkdir(draft, { mode: 0o700 });
  await handOver(draft, launcher);
  const passwordFile = join(draft, 'password');
  await writeFile(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  await handOver(passwordFile, launcher);
  await runToEnd(launcher, [
    launcher.binaries.initdb,
    `--pgdata=${clusterIn(draft)}`,
    `--username=${EMBEDDED_USER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
  ]);
  await rename(draft, folder);
  await syncFolder(dirname(folder));
}

/** What a killed initdb left. */
async function removeUnfinished(folder: string): Promise<void> {
  const start = `${basename(folder)}.new-`;
  for (const name of await readdir(dirname(folder))) {
    if (name.startsWith(start)) await rm(join(dirname(folder), name), { recursive: true, force: true });
  }
}

/** Without this a power failure could undo the rename, and the next start would clear the cluster away. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Home } from './embedded-home.ts';
import { askVersion, handOver, runToEnd } from './embedded-launcher.ts';
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
 * Everything is made under another name and then renamed, so a cluster that has its name is always whole.
 * Text sorts by code point and case follows Unicode, from PostgreSQL's own tables: the same on every
 * machine, whatever languages the operating system has.
 *
 * Must not run twice at once for one home.
 *
 * @throws {Error} If the cluster is of another major version, or if initdb fails.
 */
export async function ensureCluster({ folder, launcher }: Home): Promise<void> {
  await removeUnfinished(folder);
  const madeBy = await readFile(join(clusterIn(folder), 'PG_VERSION'), 'utf8').catch(noneWhenMissing);
  if (madeBy !== undefined) return refuseOtherVersion(folder, madeBy.trim(), await askVersion(launcher));
  const draft = `${folder}.new-${randomBytes(6).toString('hex')}`;
  await mkdir(draft, { mode: 0o700 });
  await handOver(draft, launcher);
  const passwordFile = join(draft, 'password');
  await writeFile(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600, flush: true });
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
  await syncFolder(draft);
  await rename(draft, folder);
  await syncFolder(dirname(folder));
}

function refuseOtherVersion(folder: string, madeBy: string, installed: string): void {
  if (installed.split('.')[0] === madeBy) return;
  throw new Error(
    `The data in ${folder} was made by PostgreSQL ${madeBy} and cannot be used by PostgreSQL ${installed}: ` +
      'export it with the release that made it, and import it into a new data folder',
  );
}

/** What a killed service left; its initdb may still write there for a while, until it misses its files. */
async function removeUnfinished(folder: string): Promise<void> {
  const start = `${basename(folder)}.new-`;
  for (const name of await readdir(dirname(folder))) {
    if (name.startsWith(start)) await rm(join(dirname(folder), name), REMOVAL);
  }
}

/** Tried again for some seconds where a file appears while its folder is being removed. */
const REMOVAL = { recursive: true, force: true, maxRetries: 10, retryDelay: 100 } as const;

/** Without this a power failure could undo a rename, and the next start would clear the cluster away. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

import { stat } from 'node:fs/promises';
import { copyBinaries, findBinaries, type PostgresBinaries } from './embedded-binaries.ts';
import {
  type Account,
  askVersion,
  IN_NAMESPACE,
  type Launcher,
  runToEnd,
  tryLauncher,
} from './embedded-launcher.ts';
import { noneWhenMissing } from './embedded-marks.ts';
import { folderElsewhere, locateHome, makeFolderElsewhere, moveHome } from './embedded-relocation.ts';

/** Where the server lives and how to start it there. */
export interface Home {
  /** Holds `cluster`, `password` and `server.log`. May not exist yet. */
  readonly folder: string;
  readonly launcher: Launcher;
}

/** A program that takes no rights and changes no user: for questions that any user may ask. */
const plainly = (binaries: PostgresBinaries): Launcher => ({ binaries, prefix: [] });

/**
 * Decides under which account PostgreSQL runs, and where.
 *
 * An ordinary user runs it as themselves. For root it runs in a user namespace, in the data folder; where
 * the system refuses that, as the user `postgres` in a folder under /var/lib/spcd, which `log` is told.
 * A cluster that already belongs to another user is always run as that user.
 *
 * @throws {Error} If none of these is possible.
 */
export async function chooseHome(dataDir: string, log: (message: string) => void): Promise<Home> {
  const binaries = await findBinaries();
  const folder = await locateHome(dataDir);
  const owner = await ownerOf(folder);
  if (process.getuid?.() !== 0) {
    const launcher = await tryLauncher(plainly(binaries), owner ? folder : dataDir);
    if (launcher !== undefined) return { folder, launcher };
    throw new Error(
      `This user may not start PostgreSQL, or not write in ${folder}; DATABASE_URL names another`,
    );
  }
  if (owner !== undefined && owner.uid !== 0) {
    return { folder, launcher: await launcherFor(owner, { binaries, dataDir, folder }) };
  }
  const launcher = await tryLauncher({ binaries, prefix: IN_NAMESPACE }, owner ? folder : dataDir);
  if (launcher !== undefined) return { folder, launcher };
  return goElsewhere(dataDir, binaries, log);
}

async function goElsewhere(
  dataDir: string,
  binaries: PostgresBinaries,
  log: (message: string) => void,
): Promise<Home> {
  const account = await findAccount('postgres', binaries);
  if (account === undefined) {
    throw new Error(
      'PostgreSQL does not run as root, and this system has neither user namespaces nor a user "postgres": ' +
        'run this as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own',
    );
  }
  const folder = await moveHome(dataDir, account);
  log(
    `Root gets no user namespace here, so PostgreSQL runs as the user postgres, with its data in ${folder}`,
  );
  const launcher = await launcherFor(account, { binaries, dataDir, folder: folderElsewhere(dataDir) });
  return { folder, launcher };
}

/** Runs the installed programs as the account if it can reach them, and otherwise a copy of them. */
async function launcherFor(
  account: Account,
  place: { binaries: PostgresBinaries; dataDir: string; folder: string },
): Promise<Launcher> {
  const { binaries, dataDir, folder } = place;
  const inPlace = await tryLauncher({ binaries, prefix: [], account }, folder);
  if (inPlace !== undefined) return inPlace;
  const elsewhere = await makeFolderElsewhere(dataDir, account);
  const copy = await copyBinaries(binaries, elsewhere, await askVersion(plainly(binaries)));
  const launcher = await tryLauncher({ binaries: copy, prefix: [], account }, folder);
  if (launcher !== undefined) return launcher;
  throw new Error(`uid ${account.uid}, which owns ${folder}, cannot run PostgreSQL there`);
}

async function ownerOf(folder: string): Promise<Account | undefined> {
  const found = await stat(folder).catch(noneWhenMissing);
  return found && { uid: found.uid, gid: found.gid };
}

async function findAccount(name: string, binaries: PostgresBinaries): Promise<Account | undefined> {
  const ask = (option: string) => runToEnd(plainly(binaries), ['id', option, name]);
  const [uid, gid] = await Promise.all([ask('-u'), ask('-g')]).catch(() => []);
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
}

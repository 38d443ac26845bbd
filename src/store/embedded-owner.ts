import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  isMark,
  isRunning,
  isSameProcess,
  markThisProcess,
  type ProcessMark,
  readMark,
  writeMark,
} from './embedded-marks.ts';

/** Why a process started the server: to serve for long, or for one command. */
export type Purpose = 'service' | 'command';

/** The process that started the server of a data folder, and will stop it. */
export interface Owner extends ProcessMark {
  readonly purpose: Purpose;
  readonly port: number;
  /** When the server was ready, as an ISO 8601 instant. */
  readonly started: string;
  readonly server: ProcessMark;
}

const ownerFile = (dataDir: string) => join(dataDir, 'postgres.owner.json');
const guestFolder = (dataDir: string) => join(dataDir, 'postgres.guests');

export async function writeOwner(dataDir: string, owner: Owner): Promise<void> {
  await writeMark(ownerFile(dataDir), owner);
}

export async function removeOwner(dataDir: string): Promise<void> {
  await rm(ownerFile(dataDir), { force: true });
}

/** Who owns the running server. `undefined` if nobody does, or if the owner or its server has died. */
export async function readOwner(dataDir: string): Promise<Owner | undefined> {
  const mark = await readMark(ownerFile(dataDir));
  if (mark === undefined || !isOwner(mark)) return undefined;
  return (await isRunning(mark)) && (await isRunning(mark.server)) ? mark : undefined;
}

/**
 * Registers this process as a guest on the owner's server, so that the owner does not stop it meanwhile.
 *
 * @returns What ends the stay; or `undefined` if the owner withdrew before it could see the guest.
 */
export async function registerGuest(
  dataDir: string,
  owner: Owner,
): Promise<(() => Promise<void>) | undefined> {
  await mkdir(guestFolder(dataDir), { recursive: true });
  const file = join(guestFolder(dataDir), `${process.pid}-${randomBytes(6).toString('hex')}.json`);
  await writeMark(file, await markThisProcess());
  const leave = () => rm(file, { force: true });
  // The owner removes its file first and counts guests second, so if the file is still there it counts us.
  const current = await readOwner(dataDir);
  if (current !== undefined && isSameProcess(current.server, owner.server)) return leave;
  await leave();
  return undefined;
}

/** The pids of other living processes that use the server. */
export async function listGuests(dataDir: string): Promise<number[]> {
  await mkdir(guestFolder(dataDir), { recursive: true });
  const pids: number[] = [];
  for (const name of await readdir(guestFolder(dataDir))) {
    if (!name.endsWith('.json')) continue;
    const file = join(guestFolder(dataDir), name);
    const mark = await readMark(file);
    if (mark === undefined || !(await isRunning(mark))) await rm(file, { force: true });
    else if (mark.pid !== process.pid) pids.push(mark.pid);
  }
  return pids;
}

function isOwner(mark: ProcessMark): mark is Owner {
  return (
    'purpose' in mark &&
    (mark.purpose === 'service' || mark.purpose === 'command') &&
    'port' in mark &&
    typeof mark.port === 'number' &&
    'started' in mark &&
    typeof mark.started === 'string' &&
    'server' in mark &&
    isMark(mark.server)
  );
}

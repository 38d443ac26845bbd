import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { addressOf, EMBEDDED_DATABASE, ensureCluster, readPassword } from './embedded-cluster.ts';
import { chooseHome, type Home } from './embedded-home.ts';
import { endLeftServer } from './embedded-leftover.ts';
import { takeLock } from './embedded-lock.ts';
import { isSameProcess, markProcess, markThisProcess } from './embedded-marks.ts';
import {
  listGuests,
  type Owner,
  type Purpose,
  readOwner,
  removeOwner,
  writeOwner,
} from './embedded-owner.ts';
import { locateHome, settleMove } from './embedded-relocation.ts';
import { keepServer, type OwnedProcess } from './embedded-revival.ts';
import { type RunningServer, startServer } from './embedded-server.ts';

/** Who opens which data folder, and whom to tell. */
export interface Opening {
  readonly dataDir: string;
  readonly purpose: Purpose;
  readonly log: (message: string) => void;
}

/** A server this process has started and must stop. */
export interface OwnedServer {
  /** As it is now: a server that ended by itself is started again for a service, with another process id. */
  readonly owner: Owner;
  readonly password: string;
  stop(): Promise<void>;
}

/** A service is asked to end by an operator or the system, who will not wait for a long command. */
const SERVICE_STOP_PATIENCE_MS = 10_000;

/** The file that keeps two processes from starting, or one from starting while another stops. */
export function lockFile(dataDir: string): string {
  return join(dataDir, 'postgres.lock');
}

/** Starts the server and becomes its owner. Only for the holder of the lock. */
export async function ownServer(opening: Opening): Promise<OwnedServer> {
  const { dataDir, purpose, log } = opening;
  await settleMove(dataDir);
  await endLeftServer(await locateHome(dataDir), log);
  const home = await chooseHome(dataDir, log);
  await ensureCluster(home);
  const password = await readPassword(home.folder);
  const first = await takeOwnership(opening, await startServer(home, log), async ({ port }) =>
    ensureDatabase(addressOf(port, password, 'postgres')),
  );
  if (purpose === 'command') return { ...first, password, stop: once(() => stopOwned(opening, first)) };
  const kept = keepServer(first, () => startAgain(opening, home, first.server.port), log);
  return {
    get owner() {
      return kept.current().owner;
    },
    password,
    stop: once(async () => stopOwned(opening, await kept.letGo())),
  };
}

/** Writes down that this process owns the server; where that fails, the server ends. */
async function takeOwnership(
  { dataDir, purpose }: Opening,
  server: RunningServer,
  prepare: (server: RunningServer) => Promise<void> = async () => {},
): Promise<OwnedProcess> {
  try {
    await prepare(server);
    const owner = await describeOwner(purpose, server);
    await writeOwner(dataDir, owner);
    return { owner, server };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** @returns `undefined` while another process uses the folder: a command may have started the server for itself. */
async function startAgain(opening: Opening, home: Home, port: number): Promise<OwnedProcess | undefined> {
  const { dataDir, log } = opening;
  const lock = await takeLock(lockFile(dataDir));
  if (lock === undefined) return undefined;
  try {
    if ((await readOwner(dataDir)) !== undefined) return undefined;
    await endLeftServer(home.folder, log);
    return await takeOwnership(opening, await startServer(home, log, port));
  } finally {
    await lock.release();
  }
}

/** What is asked for twice is done once. */
function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}

/** Waits for the guests to leave, and stops the server with the lock held so that nobody comes in between. */
async function stopOwned(opening: Opening, { owner, server }: OwnedProcess): Promise<void> {
  const { dataDir, purpose, log } = opening;
  const deadline = purpose === 'service' ? Date.now() + SERVICE_STOP_PATIENCE_MS : Number.POSITIVE_INFINITY;
  const isLate = () => Date.now() > deadline;
  let said = false;
  for (;;) {
    const guests = await listGuests(dataDir);
    if (guests.length > 0 && !said) {
      log(`Waiting for the commands that use PostgreSQL: processes ${guests.join(', ')}`);
      said = true;
    }
    if ((guests.length === 0 || isLate()) && (await stopUnlessUsed(dataDir, owner, server, isLate))) return;
    await sleep(100);
  }
}

/** @returns Whether the server was stopped: a guest or a lock may come in between. */
async function stopUnlessUsed(
  dataDir: string,
  owner: Owner,
  server: RunningServer,
  isLate: () => boolean,
): Promise<boolean> {
  const lock = await takeLock(lockFile(dataDir));
  if (lock === undefined) return false;
  try {
    // If our server died, another process may own the folder by now: its file is not ours to remove.
    const current = await readOwner(dataDir);
    if (current !== undefined && isSameProcess(current.server, owner.server)) {
      await removeOwner(dataDir);
      if ((await listGuests(dataDir)).length > 0 && !isLate()) {
        await writeOwner(dataDir, owner);
        return false;
      }
    }
    await server.stop();
    return true;
  } finally {
    await lock.release();
  }
}

async function describeOwner(purpose: Purpose, { pid, port }: RunningServer): Promise<Owner> {
  const server = await markProcess(pid);
  if (server === undefined) throw new Error(`PostgreSQL (process ${pid}) ended as soon as it was ready`);
  return { ...(await markThisProcess()), purpose, port, started: new Date().toISOString(), server };
}

async function ensureDatabase(maintenanceAddress: string): Promise<void> {
  const client = new pg.Client({ connectionString: maintenanceAddress });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [EMBEDDED_DATABASE]);
    if (found.rowCount === 0)
      await client.query(`create database ${client.escapeIdentifier(EMBEDDED_DATABASE)}`);
  } finally {
    await client.end();
  }
}

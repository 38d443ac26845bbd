import { mkdir, realpath } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseUnusable } from './database-unusable.ts';
import { addressOf, EMBEDDED_DATABASE, readPassword } from './embedded-cluster.ts';
import { takeLock } from './embedded-lock.ts';
import { type Owner, type Purpose, readOwner, registerGuest } from './embedded-owner.ts';
import { lockFile, type Opening, ownServer } from './embedded-ownership.ts';
import { locateHome } from './embedded-relocation.ts';

/** A PostgreSQL server of our own, on the loopback address. */
export interface EmbeddedPostgres {
  /** The address with its password, for the service's own database or for another one of the server. */
  connectionString(databaseName?: string): string;
  readonly port: number;
  /** The process id of the server, as it is now: one that ended by itself is started again for a service. */
  readonly pid: number;
  /** Stops the server if this call started it; if not, only ends this call's use of it. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Made if missing. Everything of the server is in it, or a link to where it is. */
  readonly dataDir: string;
  /** Told, in a sentence, what an operator may want to know. */
  readonly log?: (message: string) => void;
  /** How long to wait for other processes of ours before giving up, in milliseconds. */
  readonly patienceMs?: number;
}

const PATIENCE_MS = 300_000;
/** Two commands that start together meet for less than this, which is not worth a line. */
const SILENT_MS = 2_000;

/**
 * Starts the PostgreSQL of a data folder for a service, making it on first use.
 *
 * A short command that owns the server at the moment is waited for.
 *
 * A server that ends by itself is started again at the same address until `stop`.
 *
 * @throws {DatabaseUnusable} If another service owns the folder.
 * @throws {Error} If a command keeps it longer than `patienceMs`, or
 *   if PostgreSQL cannot run here.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  return open(options, 'service');
}

/**
 * Opens the PostgreSQL of a data folder for one command: the running one as a guest, or else its own, which
 * `stop` ends again once no other process uses it.
 *
 * @throws {Error} If another process keeps the folder locked longer than `patienceMs`, or if PostgreSQL
 *   cannot run here.
 */
export async function openPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  return open(options, 'command');
}

async function open(options: EmbeddedPostgresOptions, purpose: Purpose): Promise<EmbeddedPostgres> {
  await mkdir(options.dataDir, { recursive: true, mode: 0o700 });
  const dataDir = await realpath(options.dataDir);
  const log = options.log ?? (() => {});
  const began = Date.now();
  const patienceMs = options.patienceMs ?? PATIENCE_MS;
  let said = false;
  for (;;) {
    const opened = await tryOpen({ dataDir, purpose, log });
    if (opened !== undefined) return opened;
    const waitedMs = Date.now() - began;
    const reason = `another command uses the PostgreSQL in ${dataDir}`;
    if (waitedMs > patienceMs) throw new Error(`Gave up waiting: ${reason}`);
    if (waitedMs > SILENT_MS && !said) {
      log(`Waiting: ${reason}`);
      said = true;
    }
    await sleep(100);
  }
}

/** @returns `undefined` while another process is in the way. */
async function tryOpen(opening: Opening): Promise<EmbeddedPostgres | undefined> {
  const { dataDir, purpose } = opening;
  const owner = await readOwner(dataDir);
  if (owner !== undefined) {
    if (purpose === 'command') return joinServer(dataDir, owner);
    if (owner.purpose === 'command') return undefined;
    throw new DatabaseUnusable({
      en: `Process ${owner.pid} already serves from ${dataDir}: stop it, or use another data folder.`,
      cy: `Mae proses ${owner.pid} eisoes yn gwasanaethu o ${dataDir}: stopiwch hi, neu defnyddiwch ffolder data arall.`,
    });
  }
  const lock = await takeLock(lockFile(dataDir));
  if (lock === undefined) return undefined;
  try {
    // Another process may have started a server and let go of the lock since we looked.
    if ((await readOwner(dataDir)) !== undefined) return undefined;
    const owned = await ownServer(opening);
    return describe(() => owned.owner, owned.password, owned.stop);
  } finally {
    await lock.release();
  }
}

async function joinServer(dataDir: string, owner: Owner): Promise<EmbeddedPostgres | undefined> {
  const password = await readPassword(await locateHome(dataDir));
  const leave = await registerGuest(dataDir, owner);
  return leave && describe(() => owner, password, leave);
}

function describe(owner: () => Owner, password: string, stop: () => Promise<void>): EmbeddedPostgres {
  const { port } = owner();
  return {
    connectionString: (databaseName = EMBEDDED_DATABASE) => addressOf(port, password, databaseName),
    port,
    get pid() {
      return owner().server.pid;
    },
    stop,
  };
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { openStore } from '../../src/cli/open-store.ts';
import type { Service } from '../../src/standard/generated/types.ts';
import { createApiKey } from '../../src/store/api-keys-repository.ts';
import { openPostgres } from '../../src/store/embedded-postgres.ts';
import { folderElsewhere } from '../../src/store/embedded-relocation.ts';
import { saveServices } from '../../src/store/services-repository.ts';
import { freePort } from '../support/free-port.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** `spcd serve` in a process of its own. */
export interface ServiceProcess {
  readonly child: ChildProcess;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
  /** All that it has written to its log so far. */
  log(): string;
  /** Ends it without a word to anyone. */
  kill(): Promise<void>;
  /** Asks it to end, and gives its exit code. */
  stop(): Promise<number | NodeJS.Signals | null>;
}

/** A data folder with a database, an organisation that may send returns, and an address to serve them at. */
export interface ServiceHouse {
  readonly dataDir: string;
  readonly port: number;
  /** The key of its organisation. */
  readonly key: string;
  /** Starts the service and waits until it says that it listens. */
  serve(environment?: Readonly<Record<string, string>>): Promise<ServiceProcess>;
  /** Asks the database something, as its owner. */
  ask<Row extends pg.QueryResultRow>(question: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Connects to the database as its owner, for what one question cannot do. */
  connect(): Promise<{ readonly client: pg.Client; leave(): Promise<void> }>;
  close(): Promise<void>;
}

const POWYS: Service = {
  id: 'powys-community-connectors',
  name: { en: 'Powys community connectors', cy: 'Cysylltwyr cymunedol Powys' },
  submitter: '7A7',
  areas: ['W06000023'],
  valid_from: '2020-01-01',
};

/**
 * Opens a house.
 *
 * @param databaseUrl - An empty database; null for the service's own PostgreSQL, in its data folder.
 * @param folder - Where the data folder is made.
 * @param sender - The service that is counted in its returns; one of Powys unless given.
 */
export async function openHouse(
  databaseUrl: string | null,
  folder = tmpdir(),
  sender = POWYS,
): Promise<ServiceHouse> {
  const dataDir = await mkdtemp(join(folder, 'spcd-faults-'));
  const port = await freePort();
  const processes = new Set<ServiceProcess>();
  const key = await prepare(databaseUrl, dataDir, sender);
  const connect = async () => {
    const server = databaseUrl === null ? await openPostgres({ dataDir }) : null;
    const client = new pg.Client({ connectionString: databaseUrl ?? server?.connectionString() });
    await client.connect();
    return {
      client,
      async leave() {
        await client.end();
        await server?.stop();
      },
    };
  };
  return {
    dataDir,
    port,
    key,
    async serve(environment = {}) {
      const service = await startProcess({
        PATH: process.env.PATH ?? '',
        SPCD_DATA_DIR: dataDir,
        SPCD_PORT: String(port),
        SPCD_VALIDATION_WORKERS: '1',
        SPCD_REQUESTS_PER_MINUTE: '0',
        ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
        ...environment,
      });
      processes.add(service);
      return service;
    },
    connect,
    async ask(question, values = []) {
      const { client, leave } = await connect();
      try {
        return (await client.query(question, [...values])).rows;
      } finally {
        await leave();
      }
    },
    async close() {
      for (const service of processes) await service.stop();
      await rm(folderElsewhere(dataDir), { recursive: true, force: true });
      // The server of a service that was killed may still be writing its last files.
      await rm(dataDir, { recursive: true, force: true, maxRetries: 20 });
    },
  };
}

async function prepare(databaseUrl: string | null, dataDir: string, sender: Service): Promise<string> {
  const store = await openStore(
    { databaseUrl, dataDir },
    { purpose: 'command', role: 'spcd_manage', log: () => {} },
  );
  try {
    await saveServices(store.db, [sender]);
    const { presented } = await createApiKey(store.db, {
      organisation: sender.submitter,
      scopes: ['submit', 'read_own'],
      expires_at: null,
      now: new Date('2026-01-01T00:00:00Z'),
    });
    return presented;
  } finally {
    await store.close();
  }
}

async function startProcess(environment: Readonly<Record<string, string>>): Promise<ServiceProcess> {
  const child = spawn(process.execPath, ['bin/spcd.cjs', 'serve'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment,
  });
  let written = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    written += text;
  });
  const ended = once(child, 'close').then(
    ([code, signal]) => (signal ?? code) as number | NodeJS.Signals | null,
  );
  const stop = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    ended.then((code) => Promise.reject(new Error(`spcd serve ended with ${code}: ${written}`))),
  ]);
  return {
    child,
    ended,
    log: () => written,
    async kill() {
      await stop('SIGKILL');
    },
    stop: () => stop('SIGTERM'),
  };
}
